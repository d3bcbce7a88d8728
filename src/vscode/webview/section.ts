import type { PreviewTarget } from '../../core/assist/index';
import type { ActionOf, Caret, InputOf, ModelOf, SectionId, ShowsOf } from './section-types';

/** A section of the page. It is made when its tab is first chosen, and then lives as long as the page. */
export interface Section<K extends SectionId> {
  readonly id: K;
  /** The words on the tab. */
  readonly title: string;
  readonly input: InputOf<K>;
  create(host: SectionHost<K>): SectionView<K>;
}

/** A section that was made. */
export interface SectionView<K extends SectionId> {
  readonly element: HTMLElement;
  /** Draws a model; called anew for each, and when the width changes. Elements with `data-key` keep the focus. */
  update(model: ModelOf<K>): void;
  /** A command asks for this; the model is there. */
  show?(what: ShowsOf<K>): void;
  /** The caret of an editor stands here now, in a file of the job. */
  caret?(at: Caret): void;
}

/** What a section may ask for. */
export interface SectionHost<K extends SectionId> {
  /** Goes to the source; keys take the caret there too. */
  reveal(target: PreviewTarget, event: Event): void;
  explain(code: string): void;
  /** What the model was asked with last; what was kept over a reload at first. */
  readonly input: InputOf<K>;
  /** Asks for the model anew with another input, which is kept over a reload. */
  ask(input: InputOf<K>): void;
  act(action: ActionOf<K>): void;
  /** Chooses another section's tab, and asks it to show something. */
  open<S extends SectionId>(section: S, what?: ShowsOf<S>): void;
  /** What the section kept of its own, such as a filter or the zoom; JSON. */
  readonly kept: unknown;
  keep(value: unknown): void;
}
