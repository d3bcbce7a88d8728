import type { PreviewHead, PreviewTarget } from '../../core/assist/index';
import type { ActionOf, Caret, InputOf, ModelOf, SectionId, ShowsOf } from './section-types';

/** What the extension says to the page of a preview. */
export type ToPage =
  /** Show this; `job` names it for the state that the page keeps over a reload. */
  | ({ readonly type: 'show'; readonly job: string; readonly head: PreviewHead } & SectionUpdate)
  /** Choose this tab, and there this. */
  | OpenSection
  /** The caret of an editor stands in a file of the job. */
  | ({ readonly type: 'caret' } & Caret)
  /** There is no job to show, or none any more. */
  | { readonly type: 'gone'; readonly text: string };

/** The model of the one section that is in sight, or why there is none. */
export type SectionUpdate =
  | { readonly [K in SectionId]: { readonly section: K; readonly model: ModelOf<K> } }[SectionId]
  | { readonly section: SectionId; readonly failure: string };

export type OpenSection = {
  readonly [K in SectionId]: { readonly type: 'open'; readonly section: K; readonly shows: ShowsOf<K> | undefined };
}[SectionId];

/** What the page says to the extension. */
export type FromPage =
  /** This section is in sight, and asked this; its model is wanted now and after each change of the job. */
  | SectionRequest
  /** Show where this stands; `focus` moves the caret there too. */
  | { readonly type: 'reveal'; readonly target: PreviewTarget; readonly focus: boolean }
  | { readonly type: 'explain'; readonly code: string }
  | SectionAction;

export type SectionRequest = {
  readonly [K in SectionId]: { readonly type: 'section'; readonly section: K; readonly input: InputOf<K> };
}[SectionId];

export type SectionAction = {
  readonly [K in SectionId]: { readonly type: 'act'; readonly section: K; readonly action: ActionOf<K> };
}[SectionId];

/** What the page keeps, so that a reload of the window brings everything back. */
export interface PageState {
  /** The job folder as a URI. */
  readonly job: string;
  readonly section: SectionId;
  /** What each section was asked, and what it keeps of its own. */
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly kept: Readonly<Record<string, unknown>>;
}
