import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ConfigDocument } from '../../../../src/core/formats/document';
import { hocon } from '../../../../src/core/formats/hocon/index';
import { type ConfigNode, rangeOf } from '../../../../src/core/tree/node';
import { walk } from '../../../../src/core/tree/query';
import { hoconTexts } from '../../../differential/hocon-texts';

const SAMPLE = `{
  # version
  format_version = 2
  "a.b" : [1, -2.5e3 "x\\n" \${c.d}] // two
  c { d = """many
lines""", e += [true, null], include "f.conf" }
  t = 10s, w = {x = 1} {y = 2}\t\\
}
`;

test('every prefix and every suffix of a sample reads, and its places are right', () => {
  for (let i = 0; i <= SAMPLE.length; i++) {
    assertSound(SAMPLE.slice(0, i));
    assertSound(SAMPLE.slice(i));
  }
});

test('no text makes the reader throw', () => {
  const soup = fc
    .array(fc.constantFrom(...'{}[]"\\=:+,.#/\n\r\t $?@aé\u00a0\u0661\ud83d0'), { maxLength: 60 })
    .map((all) => all.join(''));
  const anything = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) });
  fc.assert(
    fc.property(fc.oneof(hoconTexts(), soup, anything), (text) => assertSound(text)),
    {
      numRuns: 400,
      seed: 5,
    },
  );
});

test('every prefix of the corpus reads', () => {
  const corpus = '../shared/corpus';
  if (!existsSync(corpus)) return console.log(`${corpus} is not there; its prefixes are not read`);
  let texts = 0;
  for (const text of confFiles(corpus)) {
    texts++;
    // A few places of each file, at another distance each time, make all sorts of places.
    for (let i = texts % 7; i < text.length; i += 97 + (texts % 13)) hocon.read(text.slice(0, i));
    assertSound(text);
  }
  assert.ok(texts > 150);
});

test('no shape of text takes more than linear time', () => {
  const shapes: readonly ((count: number) => string)[] = [
    (count) => 'key = "value" # comment\n'.repeat(count),
    (count) => '\t"a\\tb" = "\t",'.repeat(count),
    (count) => '@",\\"'.repeat(count),
    (count) => 'a = ${'.repeat(count),
    (count) => 'a { '.repeat(count),
    (count) => '['.repeat(count),
    (count) => 'a.'.repeat(count),
    (count) => 'a = """\n'.repeat(count),
    (count) => 'a += [1]\n'.repeat(count),
    (count) => 'a = ${?b}\n'.repeat(count),
    (count) => 'a { b = 1 }\nc = ${?a}\n'.repeat(count),
  ];
  for (const shape of shapes) {
    const text = shape(Math.ceil(200_000 / shape(1).length));
    const start = process.cpuUsage();
    hocon.read(text);
    const { user, system } = process.cpuUsage(start);
    const seconds = (user + system) / 1e6;
    // Quadratic time would be minutes.
    assert.ok(seconds < 5, `${shape(1)}: ${seconds} s`);
  }
});

/** Places lie in the text and one inside the other, except where a reference or a merge takes values from elsewhere. */
function assertSound(text: string): void {
  const document = hocon.read(text);
  const inText = ({ start, end }: { start: number; end: number }) => 0 <= start && start <= end && end <= text.length;
  for (const problem of document.problems) assert.ok(inText(problem.range), `${problem.message} in ${JSON.stringify(text)}`);
  for (const comment of document.comments) assert.ok(inText(comment) && comment.end > comment.start);
  const nests = isInOnePlace(document);
  for (const node of walk(document.root)) {
    assert.ok(inText(node), JSON.stringify(text));
    if (node.origin) assert.ok(inText(node.origin));
    if (nests) assertNested(node, text);
  }
}

function isInOnePlace({ text }: ConfigDocument): boolean {
  return !text.includes('${') && !text.includes('+=') && !/[.}]/.test(text.replace(/\}\s*$/, ''));
}

function assertNested(node: ConfigNode, text: string): void {
  if (node.kind !== 'object' && node.kind !== 'array') return;
  const children = node.kind === 'array' ? node.value : node.value.list.map((entry) => entry.value);
  for (const child of children) {
    assert.ok(node.start <= child.start && child.end <= node.end, `${JSON.stringify(rangeOf(child))} in ${JSON.stringify(text)}`);
  }
}

function* confFiles(folder: string): Generator<string> {
  for (const each of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, each.name);
    if (each.isDirectory()) yield* confFiles(path);
    else if (/\.conf(\.default)?$/.test(each.name)) yield readFileSync(path, 'utf8');
  }
}
