import type { Analysis } from '../analyze';
import type { ConfigDocument } from '../formats/document';
import { type Formats, formatOf, readConfig } from '../formats/index';
import type { Job } from '../job/model';
import type { Finding, Fix } from '../rules/finding';
import { type ResolvedFix, resolveFix } from '../rules/resolve-fix';
import { applyEdits, type TextEdit } from '../text/text-edit';

/** A job as it was checked, and the formats that its files were read with; their writers must be loaded. */
export interface FixState {
  readonly analysis: Analysis;
  readonly formats: Formats;
}

/** Which of its fixes is to be made for a finding, if any. */
export type ChooseFix = (finding: Finding) => Fix | undefined;

/** The fix that needs no decision. */
export const preferredFix: ChooseFix = ({ fixes }) => fixes.find(({ isPreferred }) => isPreferred);

/** A chosen fix with what it does. */
export interface PlannedFix {
  readonly finding: Finding;
  readonly fix: Fix;
  readonly resolved: ResolvedFix;
}

/** Fixes that are made together: the new texts, the changes of the folder, and the texts that are replaced. */
export interface FixRound {
  readonly fixes: readonly PlannedFix[];
  /** By path below the job folder. */
  readonly texts: ReadonlyMap<string, string>;
  readonly fileChanges: ResolvedFix['fileChanges'];
  readonly before: readonly FileState[];
}

/** A file of the job with a text that it had. */
export interface FileState {
  readonly file: string;
  readonly text: string;
}

/** What earlier rounds leave behind, so that no round undoes another and none is tried in vain again. */
export class FixMemory {
  readonly #texts = new Set<string>();
  readonly #refused = new Set<string>();

  had({ file, text }: FileState): boolean {
    return this.#texts.has(`${file}\n${text}`);
  }

  remember({ before }: FixRound): void {
    for (const { file, text } of before) this.#texts.add(`${file}\n${text}`);
  }

  isRefused(fix: PlannedFix): boolean {
    return this.#refused.has(keyOf(fix));
  }

  refuse(fix: PlannedFix): void {
    this.#refused.add(keyOf(fix));
  }
}

/**
 * The chosen fixes that can be made together now: those whose edits neither overlap nor touch; where together they make no
 * sense, the first alone. `undefined` where nothing is left to do.
 */
export function planRound(current: FixState, memory: FixMemory, choose: ChooseFix = preferredFix): FixRound | undefined {
  const fixes = chosenFixes(current, choose).filter((fix) => !memory.isRefused(fix));
  for (let first = fixes[0]; first; first = fixes[0]) {
    const together = independent(fixes);
    const round = roundOf(current, together, memory) ?? (together.length > 1 ? roundOf(current, [first], memory) : undefined);
    if (round) return round;
    memory.refuse(first);
    fixes.shift();
  }
  return undefined;
}

function chosenFixes({ analysis, formats }: FixState, choose: ChooseFix): PlannedFix[] {
  const documents = documentsOf(analysis.job);
  return analysis.findings.flatMap((finding): PlannedFix[] => {
    const fix = choose(finding);
    const resolved = fix && resolveFix(fix, formats, (file) => documents.get(file));
    return fix && resolved ? [{ finding, fix, resolved }] : [];
  });
}

/** The first fixes that leave one another alone. One that changes the folder is made on its own. */
function independent(fixes: readonly PlannedFix[]): readonly PlannedFix[] {
  const chosen: PlannedFix[] = [];
  const taken = new Map<string, TextEdit[]>();
  for (const planned of fixes) {
    const { edits, fileChanges } = planned.resolved;
    if (fileChanges.length > 0) {
      if (chosen.length === 0) return [planned];
      continue;
    }
    const isFree = [...edits].every(([file, mine]) => !touches(taken.get(file) ?? [], mine));
    if (!isFree) continue;
    chosen.push(planned);
    for (const [file, mine] of edits) taken.set(file, [...(taken.get(file) ?? []), ...mine]);
  }
  return chosen;
}

function touches(some: readonly TextEdit[], others: readonly TextEdit[]): boolean {
  return some.some((one) => others.some((other) => one.range.start <= other.range.end && other.range.start <= one.range.end));
}

/** The changes that make these fixes; `undefined` where there are none, or where one does harm. */
function roundOf(current: FixState, fixes: readonly PlannedFix[], memory: FixMemory): FixRound | undefined {
  const edits = new Map<string, TextEdit[]>();
  for (const { resolved } of fixes) {
    for (const [file, mine] of resolved.edits) edits.set(file, [...(edits.get(file) ?? []), ...mine]);
  }
  const texts = new Map<string, string>();
  const before: FileState[] = [];
  for (const [file, all] of edits) {
    const source = current.analysis.job.sources.texts.get(file);
    if (source?.kind !== 'text') return undefined;
    const text = applyEdits(source.text, all);
    if (text === source.text) continue;
    const mendsSyntax = fixes.some(({ fix }) => fix.changes.some((change) => change.kind === 'text' && change.file === file));
    if (memory.had({ file, text }) || doesHarm(current, file, source.text, text, mendsSyntax)) return undefined;
    texts.set(file, text);
    before.push({ file, text: source.text });
  }
  const fileChanges = fixes.flatMap(({ resolved }) => resolved.fileChanges);
  return texts.size > 0 || fileChanges.length > 0 ? { fixes, texts, fileChanges, before } : undefined;
}

/** Whether a new text has more that NVFLARE's loader refuses than the old one, or as much where it should have less. */
function doesHarm({ formats }: FixState, file: string, before: string, after: string, mendsSyntax: boolean): boolean {
  const faults = (text: string) =>
    readConfig(formats, formatOf(file) ?? 'json', text).problems.filter(({ refusal }) => refusal !== undefined).length;
  const left = faults(after);
  return left > 0 && left > faults(before) - (mendsSyntax ? 1 : 0);
}

/** The configurations of a job, by path. */
export function documentsOf(job: Job): ReadonlyMap<string, ConfigDocument> {
  const files = [job.meta, ...[...job.apps.values()].flatMap(({ server, client }) => [server, client])];
  return new Map(files.flatMap((file) => (file ? [[file.file, file.document] as const] : [])));
}

function keyOf({ finding, fix }: PlannedFix): string {
  return `${finding.code}\n${finding.file}\n${fix.title}\n${finding.range.start}`;
}
