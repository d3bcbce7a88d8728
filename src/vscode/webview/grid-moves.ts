/** A cell of a grid. Rows count from 0, the head's; columns too. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** How large a grid is: its last row and column, and how many rows fit in sight. */
export interface GridSize {
  readonly lastRow: number;
  readonly lastColumn: number;
  readonly rowsInSight: number;
}

/** A key as the browser reports it. */
export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Where a key moves to in a grid, by the ARIA pattern of grids; `undefined` for a key that does not move. */
export function moveInGrid(from: Cell, key: Key, size: GridSize): Cell | undefined {
  const to = target(from, key, size);
  return to && { row: between(0, to.row, size.lastRow), column: between(0, to.column, size.lastColumn) };
}

function target({ row, column }: Cell, { key, ctrlKey, metaKey }: Key, size: GridSize): Cell | undefined {
  const isFar = ctrlKey || metaKey;
  // A page leaves a row or two of the last one to go on from.
  const page = Math.max(1, size.rowsInSight - 2);
  switch (key) {
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'PageUp':
      return { row: Math.max(1, row - page), column };
    case 'PageDown':
      return { row: row + page, column };
    case 'Home':
      return { row: isFar ? 1 : row, column: 0 };
    case 'End':
      return { row: isFar ? size.lastRow : row, column: size.lastColumn };
    default:
      return undefined;
  }
}

function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
