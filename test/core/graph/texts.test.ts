import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildGraph } from '../../../src/core/graph/build';
import { svgFile } from '../../../src/core/graph/draw/standalone';
import { layoutGraph } from '../../../src/core/graph/layout/layout';
import { guessWidth } from '../../../src/core/graph/layout/measure';
import { graphMermaid } from '../../../src/core/graph/mermaid';
import type { JobGraph } from '../../../src/core/graph/model';
import { type OutlineItem, outlineOf } from '../../../src/core/graph/outline';
import { wiredJob } from '../../support/wired-job';

const NASTY = `
--- app/config/config_fed_server.json
{ "format_version": 2, "workflows": [{ "id": "a\\"]<b>#&|\`x", "path": "nvflare.app_common.workflows.scatter_and_gather.ScatterAndGather",
  "args": { "min_clients": 1, "persistor_id": "<script>", "aggregator_id": "aggregator" } }],
  "components": [{ "id": "aggregator", "path": "nvflare.app_common.aggregators.intime_accumulate_model_aggregator.InTimeAccumulateWeightedAggregator" }] }`;

function graphOf(source: string): JobGraph {
  const { job, wiring, findings } = wiredJob(source);
  return buildGraph(job, wiring, findings);
}

function* flat(items: readonly OutlineItem[]): Generator<OutlineItem> {
  for (const item of items) {
    yield item;
    yield* flat(item.children);
  }
}

test('the outline has every node, filter and connection of the drawing', () => {
  for (const source of ['', NASTY]) {
    const graph = graphOf(source);
    const items = [...flat(outlineOf(graph))];
    for (const { id, filters } of graph.nodes) {
      assert.ok(
        items.some((item) => item.id === id),
        id,
      );
      assert.equal(items.filter((item) => item.node === id && item.filter !== null).length, filters.length);
    }
    const connections = items.filter((item) => item.filter === null && item.node !== null && item.id !== item.node);
    assert.equal(connections.length, graph.edges.length);
  }
});

test('nothing in a text is an order to mermaid or a terminal', () => {
  const text = graphMermaid(graphOf(NASTY.replace('a\\"]<b>', '%%{init: {}}%%\\u001b[2J\\u009b\\u202ea')));
  assert.match(text, /#37;#37;{init: {}}#37;#37;\ufffd\[2J\ufffd\ufffda/);
});

test('the outline says what is wrong', () => {
  const text = [...flat(outlineOf(graphOf(NASTY)))].map((item) => item.text).join('\n');
  assert.match(text, /persistor_id: <script>, which is missing\. error: "persistor_id" asks for the component "<script>"/);
});

test('mermaid text names every node and connects them', () => {
  const graph = graphOf('');
  const lines = graphMermaid(graph).split('\n');
  assert.equal(lines[0], 'flowchart LR');
  assert.ok(lines.includes('  subgraph g0["Server: app app"]'));
  const train = lines
    .find((line) => line.includes('(["train"])'))
    ?.trim()
    .split('(')[0];
  assert.ok(
    lines.some((line) => line.endsWith(` --> ${train}`)),
    'a workflow sends the task',
  );
  assert.ok(
    lines.some((line) => line.startsWith(`  ${train} --> `)),
    'an executor gets it',
  );
  assert.equal(lines.filter((line) => /-->|\.->/.test(line)).length, graph.edges.length);
});

test('what names say can end no text of mermaid and is no markup of a drawing', () => {
  const graph = graphOf(NASTY);
  const mermaid = graphMermaid(graph);
  assert.ok(!mermaid.includes('<script>') && !mermaid.includes('<b>') && mermaid.includes('#60;script#62;'));
  const svg = svgFile(layoutGraph(graph, guessWidth), 'A "job" & <more>');
  assert.ok(!svg.includes('<script') && !svg.includes('<b>') && svg.includes('&lt;script&gt;'));
  assert.ok(
    svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"') &&
      svg.includes('aria-label="A &quot;job&quot; &amp; &lt;more&gt;"'),
  );
});
