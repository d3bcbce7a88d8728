import {
  type GraphLayout,
  graphMermaid,
  type JobGraph,
  layoutGraph,
  type Measure,
  outlineOf,
  svgFile,
} from '../../../../core/graph/index';
import { h } from '../../dom';
import type { Section, SectionHost, SectionView } from '../../section';
import type { Caret } from '../../section-types';
import { atCaret } from './at-caret';
import { GraphCanvas } from './canvas';
import { type GraphView, graphTools } from './graph-tools';
import './graph.css';
import { legend } from './legend';
import { OutlineTree } from './outline-tree';
import { pageMeasure } from './page-measure';
import { pngOf } from './picture';
import type { StopKey } from './stop-keys';
import { useThemeColours } from './theme-colours';
import type { Viewport } from './viewport';

/** What the apps run, drawn: workflows, tasks, filters, executors, components. */
export const graph: Section<'graph'> = { id: 'graph', title: 'Graph', input: null, create };

/** What the section keeps of its own. */
interface Kept {
  readonly view: GraphView;
  readonly viewport: Viewport | null;
}

function create(host: SectionHost<'graph'>): SectionView<'graph'> {
  let kept: Kept = { view: 'drawing', viewport: null, ...(host.kept as Partial<Kept> | undefined) };
  let latest: { readonly graph: JobGraph; readonly layout: GraphLayout; readonly title: string } | undefined;
  let drawn = '';
  let measure: Measure | undefined;
  let caretAt: Caret | undefined;
  useThemeColours();

  const keep = (change: Partial<Kept>) => {
    kept = { ...kept, ...change };
    host.keep(kept);
  };
  const open = ({ node: id, filter }: StopKey, event: Event) => {
    const node = latest?.graph.nodes.find((one) => one.id === id);
    const place = (filter === null ? node : node?.filters[filter])?.place;
    if (place) host.reveal({ kind: 'place', ...place }, event);
  };
  const canvas = new GraphCanvas({ open, moved: (viewport) => keep({ viewport }) }, kept.viewport);
  const outline = new OutlineTree(
    { open: ({ node, filter }, event) => node !== null && open({ node, filter }, event) },
    'Outline of the graph',
  );
  const notes = h('div', { class: 'graph-notes quiet' });
  const drawing = h('div', { class: 'graph-drawing' }, canvas.element, legend());
  const nothing = h('p', { class: 'gone' });

  const show = (view: GraphView) => {
    keep({ view });
    draw();
  };
  const exportAll = async () => {
    if (!latest) return;
    const { graph: model, layout, title } = latest;
    // A page may refuse to make a picture of that size; the other two forms remain.
    const png = await pngOf(layout, title).catch(() => undefined);
    host.act({ kind: 'export', svg: svgFile(layout, title), mermaid: graphMermaid(model), ...(png !== undefined && { png }) });
  };

  const tools = graphTools({
    show,
    zoomIn: () => canvas.zoomIn(),
    zoomOut: () => canvas.zoomOut(),
    fit: () => canvas.fit(),
    export: () => void exportAll(),
  });

  const draw = () => {
    if (!latest) return;
    const isOutline = kept.view === 'outline';
    const isEmpty = latest.graph.nodes.length === 0;
    nothing.hidden = !isEmpty;
    nothing.textContent = 'No configuration was found that runs anything: there is nothing to draw.';
    tools.element.hidden = isEmpty;
    drawing.hidden = isOutline || isEmpty;
    outline.element.hidden = !isOutline || isEmpty;
    tools.update(kept.view);
    notes.replaceChildren(...latest.graph.notes.map((note) => h('p', {}, note)));
    if (isOutline) outline.update(outlineOf(latest.graph));
    else {
      canvas.update(latest.graph, latest.layout, latest.title);
      mark();
    }
  };

  const mark = () => {
    if (latest && caretAt && kept.view === 'drawing') canvas.mark(atCaret(latest.graph, caretAt));
  };

  return {
    element: h('div', { class: 'wide' }, tools.element, nothing, drawing, outline.element, notes),
    update(model) {
      const text = JSON.stringify(model);
      if (text === drawn) {
        canvas.resize();
        return;
      }
      drawn = text;
      measure ??= pageMeasure();
      latest = { graph: model.graph, layout: layoutGraph(model.graph, measure), title: `What ${model.title} runs` };
      draw();
    },
    caret(at) {
      caretAt = at;
      mark();
    },
  };
}
