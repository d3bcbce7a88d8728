import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import * as assist from '../../../src/core/assist/index';
import * as graph from '../../../src/core/graph/index';
import type { Pack } from '../../../src/core/manifest/index';
import * as manifest from '../../../src/core/manifest/index';
import { type PageFormat, previewPage } from '../../../src/core/page/index';
import * as review from '../../../src/core/review/index';
import * as schedule from '../../../src/core/schedule/index';
import { wiredJob } from '../../support/wired-job';

const PACK: Pack = {
  entries: [{ path: 'meta.json', kind: 'file', link: false, size: 120, data: undefined, secret: undefined, trouble: undefined }],
  archiveSize: 300,
  hash: 'sha256:abc',
  truncated: false,
};

function page(source: string, format: PageFormat, pack?: Pack): string {
  const { job, wiring, findings, rejected } = wiredJob(source);
  const parts = { assist, graph, review, schedule, manifest };
  return previewPage({ job, wiring, findings, rejected, parts, ...(pack && { pack }) }, format);
}

test('every form names the job, the verdict and the hash of its content', () => {
  const json = JSON.parse(page('', 'json', PACK));
  assert.equal(json.title, 'demo');
  assert.equal(json.hash, 'sha256:abc');
  assert.deepEqual(Object.keys(json.sections), [
    'summary',
    'problems',
    'sites',
    'graph',
    'leaving',
    'steps',
    'schedule',
    'upload',
    'runs',
  ]);
  for (const text of [page('', 'html', PACK), page('', 'md', PACK)]) {
    for (const part of ['demo', 'sha256:abc', json.verdict.text, 'meta.json']) assert.ok(text.includes(part), part);
  }
});

test('all forms say the same: every section of the JSON form is a heading of the others', () => {
  const html = page('', 'html', PACK);
  const markdown = page('', 'md', PACK);
  for (const id of Object.keys(JSON.parse(page('', 'json', PACK)).sections)) {
    const title = new RegExp(`<h2 id="${id}">([^<]+)</h2>`).exec(html)?.[1];
    assert.ok(title, id);
    assert.ok(markdown.includes(`\n## ${title}\n`), title);
  }
});

test('without what is uploaded there is no such section, and no hash', () => {
  const json = JSON.parse(page('', 'json'));
  assert.equal(json.hash, null);
  assert.equal('upload' in json.sections, false);
});

test('the page runs nothing, loads nothing, and allows its own style only', () => {
  const html = page('', 'html', PACK);
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1]?.replaceAll('&#39;', "'");
  const hash = createHash('sha256').update(style).digest('base64');
  assert.equal(policy, `default-src 'none'; style-src 'sha256-${hash}'`);
  assert.doesNotMatch(html, /<script|<img|<link|<iframe| on\w+=| style="|url\(/);
  const outside = [...html.matchAll(/https?:\/\/[^"'\s<]+/g)].map(([url]) => url);
  assert.deepEqual([...new Set(outside)], ['http://www.w3.org/2000/svg']);
});

test('what is named in a job is never markup', () => {
  const source = `
--- meta.json
{ "name": "<img src=x onerror=alert(1)>|*x*", "deploy_map": { "app": ["server", "<b>|\`site\`"] } }`;
  const html = page(source, 'html', PACK);
  assert.ok(!html.includes('<img') && !html.includes('<b>') && html.includes('&lt;img src=x onerror=alert(1)&gt;'));
  const markdown = page(source, 'md', PACK);
  assert.ok(markdown.includes('# \\<img src=x onerror=alert(1)\\>|\\*x\\*'), markdown.slice(0, 200));
  assert.ok(markdown.includes('`` <b>\\|`site` ``'), 'a name of a site in a table');
});

test('equal sites stand in one row, however many there are', () => {
  const names = Array.from({ length: 3000 }, (_, index) => `site-${index + 1}`);
  const source = `\n--- meta.json\n${JSON.stringify({ name: 'many', deploy_map: { app: ['server', ...names] }, resource_spec: { 'site-7': { num_of_gpus: 1 } } })}`;
  const { groups } = JSON.parse(page(source, 'json')).sections.sites;
  assert.deepEqual(
    groups.map(({ sites, app }: { sites: number[]; app: string }) => [sites.length, app]),
    [
      [1, 'app'],
      [2999, 'app'],
      [1, 'app'],
    ],
  );
  assert.ok(page(source, 'html').length < 400_000);
});

test('mermaid is the graph alone', () => {
  assert.ok(page('', 'mermaid').startsWith('flowchart LR\n'));
});

test('a table of Markdown has as many cells in each row as in its head', () => {
  const blocks = page('', 'md', PACK)
    .split('\n\n')
    .filter((block) => block.startsWith('|'));
  assert.ok(blocks.length >= 5);
  for (const block of blocks) {
    const counts = block
      .trim()
      .split('\n')
      .map((line) => line.replaceAll('\\|', '').split('|').length);
    assert.equal(new Set(counts).size, 1, block);
  }
});
