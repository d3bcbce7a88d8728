import { h, keepFocus } from './dom';
import { header } from './header';
import type { FromPage, PageState, SectionAction, SectionRequest, ToPage } from './messages';
import { MountedSection } from './mounted-section';
import type { Section } from './section';
import type { Caret, InputOf, SectionId, ShowsOf } from './section-types';
import { SECTIONS } from './sections/index';
import { Tabs } from './tabs';

/** What the frame needs of the page's host. */
export interface FrameHost {
  /** What was kept over a reload. */
  readonly state: PageState | undefined;
  post(message: FromPage): void;
  keep(state: PageState): void;
}

type AnySection = { readonly [K in SectionId]: MountedSection<K> };

/** The head of the preview, its tabs, and the section that is in sight. */
export class Frame {
  readonly element: HTMLElement;
  readonly #host: FrameHost;
  readonly #sections: AnySection;
  readonly #tabs: Tabs;
  readonly #head = h('div');
  #state: PageState;

  constructor(host: FrameHost) {
    this.#host = host;
    this.#state = { job: '', inputs: {}, kept: {}, ...host.state, section: sectionOf(host.state) };
    this.#sections = mapSections((section) => this.#mount(section));
    const mounted = Object.values(this.#sections);
    this.#tabs = new Tabs('What to show of the job', mounted, (id) => isSection(id) && this.open(id, undefined));
    this.element = h('div', {}, this.#head, this.#tabs.element, ...mounted.map(({ panel }) => panel));
    this.#tabs.mark(this.#state.section);
  }

  /** Asks for the first model. */
  start(): void {
    this.#request();
  }

  /** Draws the head, and the section where it is still the one in sight. */
  show(message: Extract<ToPage, { type: 'show' }>): void {
    this.#keep({ job: message.job });
    keepFocus(() => this.#head.replaceChildren(header(message.head, (event) => this.#reveal({ kind: 'meta' }, event))));
    if (message.section !== this.#state.section) return;
    const section: Pick<MountedSection<SectionId>, 'update' | 'fail'> = this.#sections[message.section];
    if ('model' in message) section.update(message.model);
    else section.fail(message.failure);
  }

  /** Chooses a tab, and asks the section there to show something. */
  open<K extends SectionId>(id: K, what: ShowsOf<K> | undefined): void {
    const isOther = id !== this.#state.section;
    if (!isOther && what === undefined) return;
    this.#sections[id].show(what);
    this.#keep({ section: id });
    this.#tabs.mark(id);
    this.#request();
  }

  /** The caret of an editor stands elsewhere. */
  caret(at: Caret): void {
    this.#sections[this.#state.section].caret(at);
  }

  /** The page has another width. */
  resize(): void {
    this.#sections[this.#state.section].redraw();
  }

  #mount<K extends SectionId>(section: Section<K>): MountedSection<K> {
    const { id } = section;
    return new MountedSection(section, {
      kept: this.#state.kept[id],
      input: this.#state.inputs[id] as InputOf<K> | undefined,
      keep: (value) => this.#keep({ kept: { ...this.#state.kept, [id]: value } }),
      asked: (input) => {
        this.#keep({ inputs: { ...this.#state.inputs, [id]: input } });
        this.#request();
      },
      reveal: (target, event) => this.#reveal(target, event),
      explain: (code) => this.#host.post({ type: 'explain', code }),
      act: (action) => this.#host.post({ type: 'act', section: id, action } as SectionAction),
      open: (other, what) => this.open(other, what),
    });
  }

  #reveal(target: Extract<FromPage, { type: 'reveal' }>['target'], event: Event): void {
    this.#host.post({ type: 'reveal', target, focus: event instanceof KeyboardEvent });
  }

  /** Asks for the model of the section in sight. */
  #request(): void {
    const { section } = this.#state;
    this.#host.post({ type: 'section', section, input: this.#sections[section].input } as SectionRequest);
  }

  #keep(change: Partial<PageState>): void {
    this.#state = { ...this.#state, ...change };
    this.#host.keep(this.#state);
  }
}

function mapSections(mount: <K extends SectionId>(section: Section<K>) => MountedSection<K>): AnySection {
  const entries = Object.values(SECTIONS).map((section) => [section.id, mount(section)]);
  return Object.fromEntries(entries) as AnySection;
}

/** The section that was in sight before a reload, where there still is such a one. */
function sectionOf(state: PageState | undefined): SectionId {
  return state && isSection(state.section) ? state.section : 'overview';
}

function isSection(id: string): id is SectionId {
  return Object.hasOwn(SECTIONS, id);
}
