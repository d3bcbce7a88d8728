import type { Lines } from './lines';
import type { Circumstance, Expression, PythonAssignment, PythonClass, PythonFunction, PythonImport } from './module';

/** What the statements of a block are added to. */
export interface Scope {
  readonly classes: PythonClass[];
  readonly functions: PythonFunction[];
  readonly imports: PythonImport[];
  readonly assignments: PythonAssignment[];
}

/** A block that is being read: all lines that are deeper than its header. */
export interface Block {
  readonly headerColumn: number;
  readonly kind: 'module' | 'class' | 'function' | 'branch' | 'match';
  readonly scope: Scope;
  readonly circumstance: Circumstance;
  /** Of a function: its body, whose end becomes known when the block is left. */
  readonly body: { start: number; end: number } | undefined;
}

/** A text that is being read. */
export interface Reading {
  readonly lines: Lines;
  readonly blocks: Block[];
  /** Those that wait for their definition. */
  decorators: Expression[];
  /** Where the last statement ended. */
  lastEnd: number;
}

/** The block that the next statement is in. */
export function innermost(reading: Reading): Block {
  return reading.blocks[reading.blocks.length - 1] as Block;
}

/** Leaves the blocks that a statement at this column is not in, at the end of the text all of them. */
export function leaveBlocks(reading: Reading, column: number, isEnd = false): void {
  const { blocks } = reading;
  for (let block = innermost(reading); blocks.length > 1 && (isEnd || column <= block.headerColumn); block = innermost(reading)) {
    if (block.body) block.body.end = Math.max(block.body.start, reading.lastEnd);
    blocks.pop();
  }
}
