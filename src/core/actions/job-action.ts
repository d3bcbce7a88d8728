import type { Change, Fix } from '../rules/finding';

/** A change of a job that somebody asked for. `resolveFix` turns it into text edits, as it does with the fix of a finding. */
export interface JobAction extends Fix {
  readonly kind: ActionKind;
  /** Folders of the job that are copied with everything in them, before the other changes. */
  readonly copies: readonly FolderCopy[];
}

/** What sort of change it is; editors sort actions by it. */
export type ActionKind = 'move' | 'extract' | 'organise';

/** A folder to be copied. Paths are below the job folder; there is nothing at `to`. */
export interface FolderCopy {
  readonly from: string;
  readonly to: string;
}

/** An action of tree edits in one file, or in several. */
export function jobAction(
  kind: ActionKind,
  title: string,
  changes: readonly Change[],
  copies: readonly FolderCopy[] = [],
): JobAction {
  return { kind, title, changes, copies, isPreferred: false };
}
