import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse as parseWithPackage } from 'yaml';
import { refusalOf } from '../../../../src/core/formats/document';
import { readYaml } from '../../../../src/core/formats/yaml/read';
import { printYaml } from '../../../../src/core/formats/yaml/write/print';
import type { ConfigNode } from '../../../../src/core/tree/node';
import { toPlain, walk } from '../../../../src/core/tree/query';
import { plainValue } from './arbitrary-edits';

const EXAMPLE = `# A job
name: "hello"   # quoted
deploy_map: {app: ["@ALL"]}
min_clients: &n 2
resource_spec:
  site-1: &site
    num_of_gpus: \${min_clients}
    mem: |
      a
       b
  site-2:
    <<: *site
    list:
    - 1
    - [x, {y: 'z'}]
mandatory: *n
`;

function checkRanges(text: string, root: ConfigNode): void {
  const seen = new Set<ConfigNode>();
  for (const node of walk(root)) {
    assert.ok(!seen.has(node), 'a node is in the tree once');
    seen.add(node);
    assert.ok(0 <= node.start && node.start <= node.end && node.end <= text.length, `${text}: ${node.start} ${node.end}`);
    const inside = (start: number, end: number) =>
      assert.ok(
        node.start <= start && start <= end && end <= node.end,
        `${JSON.stringify(text)}: ${node.start}-${node.end} ${start}-${end}`,
      );
    if (node.kind === 'array') for (const item of node.value) inside(item.start, item.end);
    if (node.kind === 'object') {
      for (const { keyStart, keyEnd, value } of node.value.list) {
        inside(keyStart, keyEnd);
        inside(value.start, value.end);
      }
    }
  }
}

test('the example is read as it is meant', () => {
  const document = readYaml(EXAMPLE);
  assert.deepEqual(document.problems, []);
  assert.equal(document.comments.map(({ start, end }) => EXAMPLE.slice(start, end)).join(' '), '# A job # quoted');
  checkRanges(EXAMPLE, document.root);
});

test('every prefix of a text is read, with ranges inside of it', () => {
  for (let end = 0; end <= EXAMPLE.length; end++) {
    const text = EXAMPLE.slice(0, end);
    checkRanges(text, readYaml(text).root);
  }
});

test('a text that lacks any one character is read', () => {
  for (let at = 0; at < EXAMPLE.length; at++) {
    const text = EXAMPLE.slice(0, at) + EXAMPLE.slice(at + 1);
    checkRanges(text, readYaml(text).root);
  }
});

const pieces = [
  'a',
  ' ',
  '  ',
  '\n',
  '\n  ',
  ': ',
  '- ',
  '? ',
  '[',
  ']',
  '{',
  '}',
  ',',
  "'",
  '"',
  ' #',
  '|',
  '>',
  '&a',
  '*a',
  '!',
  '%',
  '@',
  '\t',
  '---',
  '...',
  '1',
  '<<: ',
  '${',
  '\\',
];
const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((parts) => parts.join(''));

test('no text makes the reader throw, and ranges nest inside the text', () => {
  fc.assert(
    fc.property(soup, (text) => {
      const document = readYaml(text);
      checkRanges(text, document.root);
      for (const { range } of document.problems) assert.ok(range.start <= range.end && range.end <= text.length, text);
      let end = 0;
      for (const comment of document.comments) {
        assert.ok(comment.start >= end && text.charAt(comment.start) === '#', text);
        end = comment.end;
      }
    }),
    { numRuns: 1500, seed: 41 },
  );
});

test('the yaml package reads what we print as we do', () => {
  fc.assert(
    fc.property(plainValue, (value) => {
      const text = printYaml({ value });
      const document = readYaml(text);
      assert.deepEqual(document.problems, [], text);
      assert.deepEqual(toPlain(document.root), { value }, text);
      // It knows no interpolations, which we escape.
      if (!text.includes('${')) assert.deepEqual(parseWithPackage(text, { logLevel: 'silent' }), { value }, text);
    }),
    { numRuns: 400, seed: 42 },
  );
});

test('a billion laughs end early', () => {
  const lines = Array.from({ length: 40 }, (_, i) => `a${i}: &a${i} [${i === 0 ? 'ha' : `*a${i - 1}, `.repeat(9)}]\n`);
  const merges = Array.from({ length: 40 }, (_, i) => `b${i}: &b${i} {<<: [${i === 0 ? '{x: 1}' : `*b${i - 1}, `.repeat(9)}]}\n`);
  const interpolations = Array.from({ length: 40 }, (_, i) => `c${i}: [${i === 0 ? '1' : `"\${c${i - 1}}", `.repeat(9)}]\n`);
  const texts = Array.from({ length: 40 }, (_, i) => `d${i}: "${i === 0 ? '1' : `\${d${i - 1}}`.repeat(9)}"\n`);
  for (const bomb of [lines, merges, interpolations, texts]) {
    const document = readYaml(bomb.join(''));
    let nodes = 0;
    for (const node of walk(document.root)) nodes += node.kind === 'string' ? 1 + node.value.length / 1000 : 1;
    assert.ok(nodes < 600_000, `${nodes} nodes`);
  }
});

test('deep nesting is refused without harm', () => {
  const deep: readonly string[] = [
    '['.repeat(5000),
    `${'['.repeat(5000)}${']'.repeat(5000)}`,
    '{a: '.repeat(5000),
    '- '.repeat(5000),
    Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''),
    '? '.repeat(5000),
    `a: ${'${'.repeat(5000)}`,
    `a: "\${x:${'['.repeat(5000)}}"`,
    Array.from({ length: 5000 }, (_, i) => `a${i}: \${a${i + 1}}\n`).join(''),
    Array.from({ length: 5000 }, (_, i) => `a${i}: &a${i} [${i === 0 ? 1 : `*a${i - 1}`}]\n`).join(''),
  ];
  for (const text of deep) {
    const document = readYaml(text);
    assert.ok(refusalOf(document), text.slice(0, 40));
    for (const node of walk(document.root)) assert.ok(node.start <= node.end);
  }
});

test('long texts of all sorts of mistakes come to an end', { timeout: 120_000 }, () => {
  const parts = [
    'a: 1\n',
    '- [a, b: {c: d}]\n',
    'k: "x\n',
    "x ''\n",
    'a: [1\n',
    '@x\n',
    '*a ',
    '&a ',
    '? ',
    '}',
    'a: b: c\n',
    '\t',
    '"\\q" ',
    '{a\nb: ',
    'a:\n - b\n',
    '<<: {a: 1}\n',
    'x\ny: 1\n',
    'a: "${b}"\n',
  ];
  for (const part of parts) {
    const text = part.repeat(6000);
    assert.equal(readYaml(text).text, text);
  }
});
