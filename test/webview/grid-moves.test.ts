import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moveInGrid } from '../../src/vscode/webview/grid-moves';

const SIZE = { lastRow: 100, lastColumn: 4, rowsInSight: 12 };

/** Where a key, `Ctrl+` before it or not, moves from a cell: `row,column`. */
function moved(from: readonly [number, number], name: string): string | undefined {
  const ctrlKey = name.startsWith('Ctrl+');
  const to = moveInGrid({ row: from[0], column: from[1] }, { key: name.replace('Ctrl+', ''), ctrlKey, metaKey: false }, SIZE);
  return to && `${to.row},${to.column}`;
}

test('arrow keys move by a cell and stop at the edges', () => {
  assert.deepEqual(
    ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'].map((key) => moved([5, 2], key)),
    ['4,2', '6,2', '5,1', '5,3'],
  );
  assert.deepEqual([moved([0, 0], 'ArrowUp'), moved([0, 0], 'ArrowLeft')], ['0,0', '0,0']);
  assert.deepEqual([moved([100, 4], 'ArrowDown'), moved([100, 4], 'ArrowRight')], ['100,4', '100,4']);
});

test('pages move by what is in sight, and never into the head', () => {
  assert.deepEqual([moved([50, 1], 'PageUp'), moved([50, 1], 'PageDown')], ['40,1', '60,1']);
  assert.deepEqual([moved([5, 1], 'PageUp'), moved([95, 1], 'PageDown')], ['1,1', '100,1']);
});

test('Home and End go along the row, with Ctrl to the first and last site', () => {
  assert.deepEqual(
    ['Home', 'End', 'Ctrl+Home', 'Ctrl+End'].map((key) => moved([5, 2], key)),
    ['5,0', '5,4', '1,0', '100,4'],
  );
});

test('other keys do not move', () => {
  assert.equal(moved([5, 2], 'x'), undefined);
  assert.equal(moved([5, 2], 'Tab'), undefined);
});
