import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type GraphLayout, layoutGraph } from '../../../src/core/graph/layout/layout';
import { fitted, guessWidth } from '../../../src/core/graph/layout/measure';
import type { Rectangle } from '../../../src/core/graph/layout/placed';
import type { GraphEdge, GraphNode, JobGraph } from '../../../src/core/graph/model';

const STATE = { place: null, spans: [], severity: null, problems: [] } as const;

function node(id: string, kind: GraphNode['kind'], group: string | null): GraphNode {
  return { ...STATE, id, kind, group, title: id, detail: kind, isDisabled: false, filters: [] };
}

function edge(from: string, to: string, kind: GraphEdge['kind'] = 'task'): GraphEdge {
  return { ...STATE, from, to, kind, label: kind === 'task' ? '' : 'argument' };
}

const SERVER = { id: 's', side: 'server', app: 's', title: 'Server', detail: 'app s', file: '' } as const;
const client = (id: string) => ({ id, side: 'client', app: id, title: 'Clients', detail: `app ${id}`, file: '' }) as const;

const SMALL: JobGraph = {
  groups: [SERVER, client('c')],
  nodes: [
    node('persistor', 'component', 's'),
    node('workflow', 'workflow', 's'),
    node('task', 'task', null),
    node('executor', 'executor', 'c'),
    node('learner', 'component', 'c'),
    node('loose', 'component', 'c'),
  ],
  edges: [
    edge('workflow', 'task'),
    edge('task', 'executor'),
    edge('workflow', 'persistor', 'reference'),
    edge('executor', 'learner', 'reference'),
  ],
  notes: [],
};

function place(layout: GraphLayout, id: string): Rectangle {
  const found = layout.nodes.find((one) => one.node.id === id);
  assert.ok(found, id);
  return found;
}

test('the server is at the left, tasks in the middle, clients at the right, components at the ends', () => {
  const layout = layoutGraph(SMALL, guessWidth);
  const order = ['persistor', 'workflow', 'task', 'executor', 'learner'].map((id) => place(layout, id).x);
  assert.deepEqual(
    order,
    [...order].sort((a, b) => a - b),
  );
});

test('what is connected one to one is in a line', () => {
  const layout = layoutGraph(SMALL, guessWidth);
  const middles = ['persistor', 'workflow', 'task', 'executor', 'learner'].map((id) => {
    const { y, height } = place(layout, id);
    return Math.round(y + height / 2);
  });
  assert.equal(new Set(middles).size, 1, middles.join());
});

test('an edge ends where its node begins, with its words before the arrow', () => {
  const layout = layoutGraph(SMALL, guessWidth);
  const found = layout.edges.find((one) => one.edge.to === 'learner');
  const learner = place(layout, 'learner');
  assert.deepEqual(found?.points.at(-1), { x: learner.x, y: learner.y + learner.height / 2 });
  assert.equal(found?.text, 'argument');
  assert.ok((found?.label?.x ?? Number.POSITIVE_INFINITY) < learner.x);
});

test('names that are too long are shortened in the middle', () => {
  const text = fitted('nvflare.app_common.workflows.scatter_and_gather', 'title', 120, guessWidth);
  assert.match(text, /^nvflare\.\w+….*her$/);
  assert.ok(guessWidth(text, 'title') <= 120);
  assert.equal(fitted('short', 'title', 120, guessWidth), 'short');
});

const KINDS = ['component', 'workflow', 'task', 'executor', 'filters', 'missing'] as const;
const graphs: fc.Arbitrary<JobGraph> = fc
  .record({
    nodes: fc.array(fc.record({ kind: fc.constantFrom(...KINDS), group: fc.constantFrom('s', 'c', 'd') }), { maxLength: 24 }),
    edges: fc.array(fc.tuple(fc.nat(23), fc.nat(23), fc.constantFrom('task' as const, 'reference' as const)), { maxLength: 40 }),
  })
  .map(({ nodes, edges }) => ({
    groups: [SERVER, client('c'), client('d')],
    nodes: nodes.map(({ kind, group }, index) => ({
      ...node(`n${index}`, kind, kind === 'task' ? null : group),
      filters: kind === 'filters' ? [{ ...STATE, way: 'data' as const, title: 'Filter', detail: '' }] : [],
    })),
    edges: edges.flatMap(([from, to, kind]) =>
      from < nodes.length && to < nodes.length ? [edge(`n${from}`, `n${to}`, kind)] : [],
    ),
    notes: [],
  }));

test('whatever the graph, nothing overlaps, all is inside, and groups frame what is theirs', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const layout = layoutGraph(graph, guessWidth);
      assert.equal(layout.nodes.length, graph.nodes.length);
      assert.equal(layout.edges.length, graph.edges.length);
      for (const one of layout.nodes) {
        assert.ok(one.x >= 0 && one.y >= 0 && one.x + one.width <= layout.width && one.y + one.height <= layout.height);
        const frame = layout.groups.find(({ group }) => group.id === one.node.group);
        if (frame) assert.ok(isInside(one, frame), `${one.node.id} in ${frame.group.id}`);
        for (const other of layout.nodes) assert.ok(other === one || !overlap(one, other), `${one.node.id} ${other.node.id}`);
      }
    }),
    { seed: 7, numRuns: 150 },
  );
});

test('groups of clients stand below one another', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const [, c, d] = layoutGraph(graph, guessWidth).groups;
      assert.ok(c && d && !overlap(c, d));
    }),
    { seed: 8, numRuns: 150 },
  );
});

function isInside(one: Rectangle, frame: Rectangle): boolean {
  return (
    one.x >= frame.x &&
    one.y >= frame.y &&
    one.x + one.width <= frame.x + frame.width &&
    one.y + one.height <= frame.y + frame.height
  );
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  const nearly = 0.01;
  return (
    a.x + a.width > b.x + nearly && b.x + b.width > a.x + nearly && a.y + a.height > b.y + nearly && b.y + b.height > a.y + nearly
  );
}
