import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextStop, type Stop } from '../../src/vscode/webview/sections/graph/next-stop';
import { fitted, opening, overflows, panned, showing, zoomed } from '../../src/vscode/webview/sections/graph/viewport';

const VIEW = { width: 800, height: 400 };

test('all of a drawing is in the middle of the view', () => {
  assert.deepEqual(fitted({ width: 1600, height: 400 }, VIEW), { scale: 0.5, x: 0, y: 100 });
  assert.equal(fitted({ width: 10, height: 10 }, VIEW).scale, 1.15, 'a small one is not blown up');
});

test('a drawing that would be too small to read begins where it begins', () => {
  assert.deepEqual(opening({ width: 1600, height: 4000 }, VIEW), { scale: 0.66, x: 0, y: 0 });
  assert.deepEqual(opening({ width: 800, height: 400 }, VIEW), fitted({ width: 800, height: 400 }, VIEW));
});

test('the point under the pointer stays there while zooming, and zooming has its bounds', () => {
  const at = { x: 300, y: 100 };
  const before = { scale: 1, x: 20, y: 40 };
  const after = zoomed(before, 2, at);
  assert.deepEqual(after, { scale: 2, x: 300 - 280 * 2, y: 100 - 60 * 2 });
  assert.equal(zoomed(before, 1000, at).scale, 3);
  assert.equal(zoomed(before, 0.0001, at).scale, 0.08);
});

test('what has the focus is brought into view by as little as needed', () => {
  const from = { scale: 1, x: 0, y: 0 };
  assert.deepEqual(showing(from, { x: 100, y: 100, width: 50, height: 20 }, VIEW), from);
  assert.deepEqual(showing(from, { x: 790, y: 100, width: 50, height: 20 }, VIEW), { ...from, x: 800 - 24 - 840 });
  assert.deepEqual(showing(from, { x: 0, y: 500, width: 50, height: 20 }, VIEW), { scale: 1, x: 24, y: 400 - 24 - 520 });
  assert.ok(overflows(from, { width: 900, height: 10 }, VIEW) && !overflows(from, VIEW, VIEW));
});

test('a key moves the view in its direction, and a way back', () => {
  const from = { scale: 2, x: 10, y: 20 };
  assert.deepEqual(panned(from, 'right'), { scale: 2, x: -50, y: 20 });
  assert.deepEqual(panned(from, 'down'), { scale: 2, x: 10, y: -40 });
  assert.deepEqual(panned(panned(from, 'up'), 'down'), from);
  assert.deepEqual(panned(panned(from, 'left'), 'right'), from);
});

const stop = (key: string, x: number, y: number): Stop => ({ key, x, y, width: 100, height: 40 });
const STOPS = [stop('workflow', 0, 100), stop('train', 200, 60), stop('validate', 200, 160), stop('executor', 400, 60)];

test('arrow keys lead to what is nearest in their direction', () => {
  assert.equal(nextStop(STOPS, 'workflow', 'right')?.key, 'train');
  assert.equal(nextStop(STOPS, 'train', 'down')?.key, 'validate');
  assert.equal(nextStop(STOPS, 'validate', 'up')?.key, 'train');
  assert.equal(nextStop(STOPS, 'train', 'right')?.key, 'executor');
  assert.equal(nextStop(STOPS, 'executor', 'left')?.key, 'train');
  assert.equal(nextStop(STOPS, 'executor', 'right'), undefined);
  assert.equal(nextStop(STOPS, 'gone', 'right')?.key, 'workflow');
});
