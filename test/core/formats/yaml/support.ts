import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusalOf } from '../../../../src/core/formats/document';
import { readYaml } from '../../../../src/core/formats/yaml/read';
import type { ConfigNode } from '../../../../src/core/tree/node';
import { unmark } from '../../../support/marked';

/**
 * A tree as data in which nothing is lost: floats as `float 1`, keys that are no text with their kind, what is unknown as `?`,
 * and `…` in an object that may have more keys.
 */
export function shape(node: ConfigNode): unknown {
  switch (node.kind) {
    case 'object': {
      const entries = node.value.list.map(({ key, keyKind, value }) => [keyKind ? `${keyKind} ${key}` : key, shape(value)]);
      return Object.fromEntries(node.value.incomplete ? [...entries, ['…', true]] : entries);
    }
    case 'array':
      return node.value.map(shape);
    case 'float':
      return `float ${Object.is(node.value, -0) ? '-0' : node.value}`;
    case 'unknown':
      return '?';
    default:
      return node.value;
  }
}

/** A test that the text is read without any problem, as this value. */
export function reads(title: string, text: string, value: unknown): void {
  test(title, () => {
    const document = readYaml(text);
    assert.deepEqual(document.problems, [], text);
    assert.deepEqual(shape(document.root), value, text);
  });
}

/** A test that each word, behind `a: `, is read as the value beside it. */
export function readsWords(title: string, words: readonly (readonly [string, unknown])[]): void {
  test(title, () => {
    for (const [word, value] of words) {
      const document = readYaml(`a: ${word}\n`);
      assert.deepEqual(document.problems, [], word);
      assert.deepEqual(shape(document.root), { a: value }, word);
    }
  });
}

/**
 * A test that the text is refused, with problems at its `<|marks|>` and nowhere else, the first of which has the message. The
 * value is what there is to be read all the same.
 */
export function refuses(
  title: string,
  source: string,
  refusal: 'reject' | 'crash' | undefined,
  message: string | RegExp,
  value?: unknown,
): void {
  test(title, () => {
    const { text, marks } = unmark(source);
    const document = readYaml(text);
    const first = refusal === undefined ? document.problems[0] : refusalOf(document);
    assert.equal(first?.refusal, refusal, text);
    if (typeof message === 'string') assert.equal(first?.message, message);
    else assert.match(first?.message ?? '', message);
    assert.deepEqual(
      document.problems.map(({ range }) => range),
      marks,
      document.problems.map((problem) => problem.message).join('; '),
    );
    if (value !== undefined) assert.deepEqual(shape(document.root), value);
  });
}
