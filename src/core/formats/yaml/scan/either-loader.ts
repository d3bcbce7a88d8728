import type { ReadProblem } from '../../document';
import type { ScanState } from './state';

// NVFLARE pins no OmegaConf. 2.3 reads with PyYAML and 2.4 with libyaml, which do not take quite the same language, and sites may have either.

/** A tab from `start` to here that 2.4 takes for white space, and 2.3 refuses. */
export function noteTab(state: ScanState, start: number): void {
  state.problems.push({
    message: 'only OmegaConf 2.4 reads a tab here',
    range: { start, end: state.at },
    refusal: 'crash',
    refusedBy: 'OmegaConf 2.3',
    kind: 'loader',
    fix: spacesFor(state, start),
  });
}

/** Spaces for the tabs from `start` to here. */
export function spacesFor(state: ScanState, start: number): NonNullable<ReadProblem['fix']> {
  const edits = [{ range: { start, end: state.at }, newText: '  '.repeat(state.at - start) }];
  return { title: 'Replace the tab with spaces', edits };
}

/** The `:` of a key right before a bracket or comma, here: 2.3 reads it, and 2.4 refuses it. */
export function noteTightColon(state: ScanState): void {
  const end = state.at + 1;
  state.problems.push({
    message: "OmegaConf 2.4 refuses a ':' without a space behind it here, and only 2.3 reads the file; a site may have either",
    range: { start: state.at, end },
    refusal: undefined,
    kind: 'loader',
    fix: { title: 'Insert a space', edits: [{ range: { start: end, end }, newText: ' ' }] },
  });
}
