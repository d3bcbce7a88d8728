import type { Analysis } from '../analyze';
import { withTexts } from '../job/edited-texts';
import type { JobSources } from '../job/sources';
import type { Finding, Fix } from '../rules/finding';
import { editBetween, type FileEdit } from './file-edit';
import { type ChooseFix, FixMemory, type FixState, planRound } from './fix-plan';

/** Each round makes at least one fix and about half of those that touch one another. */
const MOST_ROUNDS = 50;

/** What of a job is to be fixed. */
export interface FixScope {
  /** Only what is found in this file, and only by changes of it. */
  readonly file?: string;
  /** Only findings of this rule. */
  readonly code?: string;
}

/** Checks the job again with other texts. */
export type Recheck = (sources: JobSources) => Analysis;

/**
 * The edits that make all fixes of a scope that need no decision, and those after them, until nothing is left to do. Fixes that
 * change files besides texts are left to be made one by one.
 */
export function fixAll(state: FixState, recheck: Recheck, scope: FixScope): readonly FileEdit[] {
  const choose = chooser(scope);
  const memory = new FixMemory();
  let { analysis } = state;
  const { texts: before } = analysis.job.sources;
  for (let i = 0; i < MOST_ROUNDS; i++) {
    const round = planRound({ ...state, analysis }, memory, choose);
    if (!round) break;
    memory.remember(round);
    analysis = recheck(withTexts(analysis.job.sources, round.texts));
  }
  const after = analysis.job.sources.texts;
  return [...after].flatMap(([file, source]) => {
    const old = before.get(file);
    return source !== old && source.kind === 'text' && old?.kind === 'text' ? editBetween(file, old.text, source.text) : [];
  });
}

/** The findings that `fixAll` could begin with. */
export function fixable(analysis: Analysis, scope: FixScope): readonly Finding[] {
  const choose = chooser(scope);
  return analysis.findings.filter((finding) => choose(finding) !== undefined);
}

/**
 * Of a kind of problem that was asked for, a fix that is the only one will do, too; for all problems at once it must be one that
 * nobody would think about.
 */
function chooser({ file, code }: FixScope): ChooseFix {
  return (finding) => {
    if ((code !== undefined && finding.code !== code) || (file !== undefined && finding.file !== file)) return undefined;
    const [only, ...others] = finding.fixes;
    const preferred = finding.fixes.find(({ isPreferred }) => isPreferred);
    const fix = preferred ?? (code !== undefined && others.length === 0 ? only : undefined);
    return fix && isEditOf(fix, file) ? fix : undefined;
  };
}

function isEditOf({ changes }: Fix, file: string | undefined): boolean {
  return changes.every(
    (change) => (change.kind === 'tree' || change.kind === 'text') && (file === undefined || change.file === file),
  );
}
