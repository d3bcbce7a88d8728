import { h } from './dom';
import type { Section, SectionHost, SectionView } from './section';
import type { Caret, InputOf, ModelOf, SectionId, ShowsOf } from './section-types';

/** What a section gets from the frame; the rest of its host the frame makes of it. */
export interface FrameOf<K extends SectionId> extends Pick<SectionHost<K>, 'reveal' | 'explain' | 'act' | 'open' | 'keep'> {
  readonly kept: unknown;
  readonly input: InputOf<K> | undefined;
  /** The section's input is another one now. */
  asked(input: InputOf<K>): void;
}

/** A section in its panel. It is made when its first model comes, and what it was to show then waits until then. */
export class MountedSection<K extends SectionId> {
  readonly panel = h('div', { class: 'panel', tabindex: -1 });
  readonly #section: Section<K>;
  readonly #frame: FrameOf<K>;
  #input: InputOf<K>;
  #view: SectionView<K> | undefined;
  #model: ModelOf<K> | undefined;
  #waiting: ShowsOf<K> | undefined;

  constructor(section: Section<K>, frame: FrameOf<K>) {
    this.#section = section;
    this.#frame = frame;
    this.#input = frame.input ?? section.input;
  }

  get id(): K {
    return this.#section.id;
  }

  get title(): string {
    return this.#section.title;
  }

  get input(): InputOf<K> {
    return this.#input;
  }

  update(model: ModelOf<K>): void {
    this.#model = model;
    this.#view ??= this.#create();
    if (this.#view.element.parentElement !== this.panel) this.panel.replaceChildren(this.#view.element);
    this.#view.update(model);
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting !== undefined) this.#view.show?.(waiting);
  }

  /** Says that there is no model. */
  fail(reason: string): void {
    this.panel.replaceChildren(h('p', { class: 'gone', role: 'alert' }, `This could not be worked out: ${reason}`));
  }

  /** Draws the last model again, for another width. */
  redraw(): void {
    if (this.#model !== undefined) this.#view?.update(this.#model);
  }

  /** Shows this as soon as the next model is there. */
  show(what: ShowsOf<K> | undefined): void {
    this.#waiting = what;
  }

  caret(at: Caret): void {
    this.#view?.caret?.(at);
  }

  #create(): SectionView<K> {
    const input = () => this.#input;
    const { reveal, explain, act, open, keep, kept } = this.#frame;
    return this.#section.create({
      ...{ reveal, explain, act, open, keep, kept },
      get input() {
        return input();
      },
      ask: (next) => {
        this.#input = next;
        this.#frame.asked(next);
      },
    });
  }
}
