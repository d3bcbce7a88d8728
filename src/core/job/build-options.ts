import type { ConfigDocument } from '../formats/document';
import type { Job } from './model';
import type { Release } from './release';

/** Reads one configuration text; hosts give a function that remembers documents by file and text. */
export type ReadDocument = (file: string, text: string) => ConfigDocument;

/** What `buildJob` needs besides the files. */
export interface BuildOptions {
  readonly target: Release;
  readonly read: ReadDocument;
  /** What was built for this folder before; what did not change since is taken over. */
  readonly previous?: Job | undefined;
}
