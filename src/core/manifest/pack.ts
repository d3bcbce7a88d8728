import type { DataKind } from './file-kind';
import type { FoundSecret } from './secret-text';

/** One entry of the archive that NVFLARE makes of a job folder. */
export interface PackEntry {
  /** Below the job folder; of a folder without the slash that it has in the archive. */
  readonly path: string;
  readonly kind: 'file' | 'folder';
  readonly link: boolean;
  /** In bytes; 0 for folders. */
  readonly size: number;
  readonly data: DataKind | undefined;
  readonly secret: FoundSecret | undefined;
  /** Why NVFLARE cannot pack the folder because of this entry, or why a folder goes without what is in it; a clause. */
  readonly trouble: PackTrouble | undefined;
}

/** Something that keeps an entry from being packed as it is. */
export interface PackTrouble {
  /** Whether packing as a whole fails, or only the content of a folder is left out. */
  readonly stops: boolean;
  readonly why: string;
}

/** What would be sent. */
export interface Pack {
  /** By path, as Python sorts texts. */
  readonly entries: readonly PackEntry[];
  /** Bytes of the archive; files are not compressed in it. */
  readonly archiveSize: number;
  /** The hash of the content, `sha256:…`; `undefined` where not every file could be read, or hosts did not want to wait for it. */
  readonly hash: string | undefined;
  /** There are more entries than were looked at. */
  readonly truncated: boolean;
}
