import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Completion } from '../../src/core/complete/index';
import { likelyOffers } from '../../src/vscode/completing/likely';

const TEXT = '{ "path": "ScatterAndGath" }';
const RANGE = { start: TEXT.indexOf('"Scatter'), end: TEXT.lastIndexOf('"') + 1 };
const CARET = TEXT.lastIndexOf('"');

test('what has the typed word in it comes whole, whatever its place in the list', () => {
  const others = Array.from({ length: 300 }, (_, i) => offer(`module.Other${i}`, `a${i}`));
  const meant = offer('module.ScatterAndGather', 'z');
  assert.deepEqual([...likelyOffers([...others, meant], TEXT, CARET)], [meant]);
});

test('where nothing is typed the first ones come whole, and only those that bring something along', () => {
  const offers = Array.from({ length: 30 }, (_, i) => offer(`module.Class${i}`, String(30 - i).padStart(2, '0')));
  const plain = { ...offer('module.Plain', '00'), elsewhere: undefined };
  const likely = [...likelyOffers([...offers, plain], TEXT, RANGE.start)];
  assert.deepEqual(
    likely.map(({ filterText }) => filterText),
    offers
      .map(({ filterText }) => filterText)
      .reverse()
      .slice(0, 12),
  );
});

function offer(filterText: string, sortText: string): Completion {
  return {
    label: filterText,
    kind: 'class',
    detail: undefined,
    range: RANGE,
    newText: filterText,
    isSnippet: false,
    filterText,
    sortText,
    edits: [],
    elsewhere: () => [],
    brings: undefined,
    beyond: undefined,
    asksAgain: false,
    needs: [],
    about: undefined,
  } as unknown as Completion;
}
