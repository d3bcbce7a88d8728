import type { PreviewModel, PreviewTarget } from '../../core/assist/index';

/** What the extension says to the page of a preview. */
export type ToPage =
  /** Show this; `job` names it for the state that the page keeps over a reload. */
  | { readonly type: 'show'; readonly job: string; readonly model: PreviewModel }
  /** Bring this site into view and say what applies to it. */
  | { readonly type: 'select'; readonly site: string }
  /** There is no job to show, or none any more. */
  | { readonly type: 'gone'; readonly text: string };

/** What the page says to the extension. */
export type FromPage =
  /** The page can take messages. */
  | { readonly type: 'ready' }
  /** Show where this stands; `focus` moves the caret there too. */
  | { readonly type: 'reveal'; readonly target: PreviewTarget; readonly focus: boolean }
  | { readonly type: 'explain'; readonly code: string };

/** What the page keeps, so that a reload of the window brings everything back. */
export interface PageState {
  /** The job folder as a URI. */
  readonly job: string;
  readonly filter: string;
  readonly site: string | null;
}
