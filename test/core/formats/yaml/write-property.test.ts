import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc, { type Arbitrary } from 'fast-check';
import { yaml } from '../../../../src/core/formats/yaml/index';
import { applyEdits, type TextEdit } from '../../../../src/core/text/text-edit';
import { type ConfigNode, rangeOf } from '../../../../src/core/tree/node';
import { type Plain, toPlain, walk } from '../../../../src/core/tree/query';
import { editsFor, expected, plainValue } from './arbitrary-edits';

/** Takes the next of endless choices, so that shrinking makes a text plainer. */
type Choose = (...options: readonly string[]) => string;

/** A value as YAML in a mixture of all its styles. */
function messy(value: Plain, choose: Choose, indent: string): string {
  if (Array.isArray(value) && value.length > 0 && choose('block', 'flow') === 'block') {
    const dash = `-${choose(' ', '   ', ' # c\n')}`;
    return value.map((item) => line(dash, messy(item, choose, `${indent}    `), choose, indent, '    ')).join('');
  }
  if (isObject(value) && Object.keys(value).length > 0 && choose('block', 'flow') === 'block') {
    return Object.entries(value)
      .map(([key, item]) => {
        const unit = choose('  ', ' ', '    ');
        const text = messy(item, choose, indent + unit);
        return line(`${quoted(key, choose)}:${choose('', ' # c')}`, text, choose, indent, unit);
      })
      .join('');
  }
  return messyFlow(value, choose, indent);
}

function line(lead: string, value: string, choose: Choose, indent: string, unit: string): string {
  const above = choose('', '', '\n', `${indent}# above\n`);
  const isBlock = value.endsWith('\n');
  const isHeld = lead.endsWith('\n') || lead.includes('#');
  if (isBlock || isHeld) {
    const body = isBlock ? value : `${indent}${unit}${value}\n`;
    return `${above}${indent}${lead.trimEnd()}\n${body}`;
  }
  return `${above}${indent}${lead.trimEnd()} ${value}${choose('', '', ' # end')}\n`;
}

function messyFlow(value: Plain, choose: Choose, indent: string): string {
  const space = () => choose('', ' ', `\n${indent} `);
  const join = (parts: readonly string[], open: string, close: string) => {
    const items = parts.map((part) => space() + part + space()).join(',');
    return open + items + (parts.length > 0 ? choose('', ',') : '') + close;
  };
  if (Array.isArray(value))
    return join(
      value.map((item) => messyFlow(item, choose, indent)),
      '[',
      ']',
    );
  if (isObject(value)) {
    const entries = Object.entries(value).map(([key, item]) => `${quoted(key, choose)}: ${messyFlow(item, choose, indent)}`);
    return join(entries, '{', '}');
  }
  return typeof value === 'string' ? quoted(value.replace(/(\\*)\$\{/g, '$1$1\\${'), choose) : String(value);
}

function quoted(value: string, choose: Choose): string {
  if (/^[a-z]+$/.test(value) && value !== 'on' && value !== 'y') return choose(value, `'${value}'`, `"${value}"`);
  return JSON.stringify(value).replaceAll('\u2028', '\\L').replaceAll('\ufeff', '\\ufeff');
}

function isObject(value: Plain): value is { readonly [key: string]: Plain } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const text: Arbitrary<string> = fc
  .tuple(
    fc.oneof(
      fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), plainValue, { maxKeys: 4 }),
      fc.array(plainValue, { maxLength: 4 }),
    ),
    fc.infiniteStream(fc.nat(11)),
    fc.constantFrom('\n', '\n', '\r\n'),
  )
  .map(([value, stream, lineEnd]) => {
    const choose: Choose = (...options) => options[stream.next().value % options.length] ?? '';
    return messy(value as Plain, choose, '').replaceAll('\n', lineEnd);
  });

test('after any edits of any text, reading gives the expected value', () => {
  fc.assert(
    fc.property(text, editsFor, (before, choose) => {
      const document = yaml.read(before);
      assert.deepEqual(document.problems, [], before);
      const edits = choose(document.root);
      const made = yaml.write(document, edits);
      assert.ok(made, before);
      const after = yaml.read(applyEdits(before, made));
      assert.deepEqual(after.problems, [], after.text);
      assert.deepEqual(toPlain(after.root), expected(document.root, edits), after.text);
    }),
    { numRuns: 600, seed: 31 },
  );
});

test('no edit touches a value that nobody asked to change', () => {
  fc.assert(
    fc.property(text, editsFor, (before, choose) => {
      const document = yaml.read(before);
      const edits = choose(document.root).filter(({ kind }) => kind !== 'move-to-front');
      const made = yaml.write(document, edits) ?? [];
      const gone = edits.flatMap((edit) => {
        if (edit.kind === 'replace') return [rangeOf(edit.node)];
        if (edit.kind === 'remove-entry') return [rangeOf(edit.entry.value)];
        return edit.kind === 'remove-item' ? [rangeOf(edit.item)] : [];
      });
      for (const node of walk(document.root)) {
        const isContainer = node.kind === 'object' || node.kind === 'array';
        if (isContainer || gone.some(({ start, end }) => start <= node.start && node.end <= end)) continue;
        assert.ok(!made.some((edit) => cuts(edit, node)), `${before.slice(node.start, node.end)} is cut in ${before}`);
      }
    }),
    { numRuns: 300, seed: 32 },
  );
});

function cuts({ range }: TextEdit, { start, end }: ConfigNode): boolean {
  return range.start < end && start < range.end;
}

test('no text and no edits make the writer throw, or write what does not read back as asked', () => {
  const piece = fc.constantFrom(
    'a',
    'b: ',
    'c:\n ',
    '- ',
    '\n',
    '\n  ',
    '[',
    ']',
    '{',
    '}',
    ', ',
    '"',
    '#c\n',
    '|\n',
    '&a ',
    '*a',
    '<<: ',
    '@',
    '${a}',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), editsFor, (pieces, choose) => {
      const document = yaml.read(pieces.join(''));
      const edits = choose(document.root);
      const made = yaml.write(document, edits);
      if (!made) return;
      const after = yaml.read(applyEdits(document.text, made));
      assert.deepEqual(toPlain(after.root), expected(document.root, edits), document.text);
    }),
    { numRuns: 1000, seed: 33 },
  );
});
