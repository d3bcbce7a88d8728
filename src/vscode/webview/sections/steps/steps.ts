import type { DryRunView, WorkflowView } from '../../../../core/review/index';
import { h, link } from '../../dom';
import type { Section, SectionHost, SectionView } from '../../section';
import './steps.css';

type Host = SectionHost<'steps'>;

/** What the section keeps of its own. */
interface Kept {
  readonly view: 'list' | 'diagram';
  readonly events: boolean;
}

/** The order of rounds and tasks, as a list of steps and as a sequence diagram. */
export const steps: Section<'steps'> = { id: 'steps', title: 'Dry Run', input: null, create };

function create(host: Host): SectionView<'steps'> {
  let kept: Kept = { view: 'list', events: false, ...(host.kept as Partial<Kept> | undefined) };
  let latest: DryRunView | undefined;
  const element = h('div', { class: 'wide steps' });

  const keep = (change: Partial<Kept>) => {
    kept = { ...kept, ...change };
    host.keep(kept);
    draw();
  };
  const toggle = (label: string, isOn: boolean, onclick: () => void) =>
    h('button', { type: 'button', class: 'tool', 'aria-pressed': String(isOn), 'data-key': `steps ${label}`, onclick }, label);

  const draw = () => {
    if (!latest) return;
    const { svg, mermaid } = latest;
    const isList = kept.view === 'list';
    const tools = h(
      'div',
      { class: 'tools', role: 'toolbar', 'aria-label': 'Dry run' },
      h(
        'span',
        { class: 'tool-group', role: 'group', 'aria-label': 'View' },
        toggle('List', isList, () => keep({ view: 'list' })),
        toggle('Diagram', !isList, () => keep({ view: 'diagram' })),
      ),
      isList && toggle('Events', kept.events, () => keep({ events: !kept.events })),
      h(
        'button',
        { type: 'button', class: 'tool', 'data-key': 'steps export', onclick: () => host.act({ kind: 'export', svg, mermaid }) },
        'Export…',
      ),
    );
    element.replaceChildren(tools, ...notes(latest), ...(isList ? list(latest, kept.events, host) : [diagram(latest)]));
  };

  return {
    element,
    update(model) {
      latest = model;
      draw();
    },
  };
}

function notes({ who, certain, workflows }: DryRunView): readonly HTMLElement[] {
  const doubt = certain ? '' : ' Not everything of this job can be known from its files.';
  if (workflows.length === 0) return [h('p', { class: 'gone' }, 'There is no workflow that can be read.')];
  return [h('p', { class: 'quiet' }, `With ${who}; nothing is run.${doubt}`)];
}

function list({ workflows }: DryRunView, withEvents: boolean, host: Host): readonly HTMLElement[] {
  return workflows.map(({ title, place, lines, unknown, limits, budget, contradictions }: WorkflowView, i) =>
    h(
      'section',
      { class: 'steps-workflow' },
      h(
        'h2',
        {},
        link(`steps workflow ${i}`, title, (event) => host.reveal({ kind: 'place', ...place }, event)),
      ),
      unknown !== undefined && h('p', {}, unknown),
      h(
        'ol',
        { class: 'steps-list', 'aria-label': 'Steps' },
        ...lines.map(({ depth, text, events }) =>
          h(
            'li',
            { class: `steps-depth-${Math.min(depth, 2)}` },
            text,
            ...(withEvents ? events.map((told) => h('div', { class: 'quiet' }, `${told.at}: ${told.events.join(' ')}`)) : []),
          ),
        ),
      ),
      ...contradictions.map(({ text, places }, k) =>
        h(
          'p',
          { class: 'steps-contradiction' },
          'Contradiction: ',
          places[0]
            ? link(
                `steps contradiction ${i} ${k}`,
                text,
                (event) => places[0] && host.reveal({ kind: 'place', ...places[0] }, event),
              )
            : text,
        ),
      ),
      limits.length > 0 && h('h3', {}, 'Time'),
      (limits.length > 0 || budget !== undefined) &&
        h('ul', {}, ...limits.map((text) => h('li', {}, text)), budget !== undefined && h('li', {}, budget)),
    ),
  );
}

/** The core has made a text of every name, so nothing of the user's is read as markup. */
function diagram({ svg }: DryRunView): HTMLElement {
  const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  return h(
    'div',
    { class: 'steps-diagram', tabindex: 0, role: 'group', 'aria-label': 'Sequence diagram' },
    document.importNode(drawing, true),
  );
}
