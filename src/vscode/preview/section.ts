import type { JobStore } from '../job-store';
import type { OpenJob } from '../open-job';
import type { ActionOf, InputOf, ModelOf, SectionId } from '../webview/section-types';
import type { WorkspaceSites } from './workspace-sites';

/** The extension's half of a section of the preview. */
export interface HostSection<K extends SectionId> {
  /** What the page asks with, made sure of: it may have been kept by an older version. */
  input(value: unknown): InputOf<K>;
  /** Makes the model. It loads the part of the core that it needs, so that a section nobody opens costs nothing. */
  model(context: PreviewContext, input: InputOf<K>): Promise<ModelOf<K>>;
  /** Does what only the extension can do. */
  act?(context: PreviewContext, action: ActionOf<K>): Promise<void>;
}

/** What a section is about. */
export interface PreviewContext {
  readonly store: JobStore;
  /** The job as it was checked last. */
  readonly job: OpenJob;
  /** What the workspace tells of sites. */
  readonly sites: WorkspaceSites;
}
