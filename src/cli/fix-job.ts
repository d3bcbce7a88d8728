import {
  applyEdits,
  type ConfigDocument,
  type Finding,
  type Fix,
  formatOf,
  type Job,
  joinPath,
  type ResolvedFix,
  readConfig,
  refusalOf,
  resolveFix,
  type TextEdit,
} from '../core/index';
import { type CheckedJob, type CheckOptions, checkJob } from './check-jobs';
import type { FileChange, Host } from './host';

/** Each round makes at least one fix and about half of those that touch one another, so that few rounds do for many. */
const MOST_ROUNDS = 100;

/**
 * Makes the preferred fixes of a job on the disk and checks it again, until there is nothing left to do. A change that would
 * make a file unreadable for NVFLARE, or bring an earlier text back, is not made. Tells each fix that was made.
 */
export async function fixJob(
  host: Host,
  checked: CheckedJob,
  options: CheckOptions,
  tell: (message: string) => void,
): Promise<CheckedJob> {
  const refused = new Set<string>();
  const earlier = new Set<string>();
  let current = checked;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const plan = planRound(current, refused, earlier);
    if (!plan) break;
    const failure = host.fs.apply(plan.changes);
    if (failure !== undefined) {
      options.onTrouble(failure, true);
      break;
    }
    for (const { file, text } of plan.before) earlier.add(stateKey(file, text));
    for (const { finding, fix } of plan.fixes)
      tell(`fixed ${joinPath(current.folder, finding.file)}: ${fix.title} (${finding.code})`);
    current = await checkJob(host, { folder: current.folder }, options);
  }
  return current;
}

interface Round {
  readonly fixes: readonly Candidate[];
  readonly changes: readonly FileChange[];
  /** The texts that the round replaces. */
  readonly before: readonly { readonly file: string; readonly text: string }[];
}

interface Candidate {
  readonly finding: Finding;
  readonly fix: Fix;
  readonly resolved: ResolvedFix;
}

/** The fixes that can be made together now; where together they make no sense, the first alone. */
function planRound(current: CheckedJob, refused: Set<string>, earlier: ReadonlySet<string>): Round | undefined {
  const candidates = candidatesOf(current).filter((candidate) => !refused.has(fixKey(candidate)));
  for (;;) {
    const chosen = independent(candidates);
    const round = roundOf(current, chosen, earlier);
    if (round || chosen.length === 0) return round;
    const [first] = chosen;
    const alone = first && chosen.length > 1 ? roundOf(current, [first], earlier) : undefined;
    if (alone) return alone;
    if (first) refused.add(fixKey(first));
    candidates.shift();
  }
}

function candidatesOf({ analysis, formats }: CheckedJob): Candidate[] {
  const documents = documentsOf(analysis.job);
  return analysis.findings.flatMap((finding): Candidate[] => {
    const fix = finding.fixes.find(({ isPreferred }) => isPreferred);
    const resolved = fix && resolveFix(fix, formats, (file) => documents.get(file));
    return fix && resolved ? [{ finding, fix, resolved }] : [];
  });
}

/** The first fixes whose edits neither overlap nor touch. One that changes the folder is made on its own. */
function independent(candidates: readonly Candidate[]): readonly Candidate[] {
  const chosen: Candidate[] = [];
  const taken = new Map<string, TextEdit[]>();
  for (const candidate of candidates) {
    const { edits, fileChanges } = candidate.resolved;
    if (fileChanges.length > 0) {
      if (chosen.length === 0) return [candidate];
      continue;
    }
    const isFree = [...edits].every(([file, mine]) => {
      const others = taken.get(file) ?? [];
      return mine.every(({ range }) => others.every((other) => range.end < other.range.start || other.range.end < range.start));
    });
    if (!isFree) continue;
    chosen.push(candidate);
    for (const [file, mine] of edits) taken.set(file, [...(taken.get(file) ?? []), ...mine]);
  }
  return chosen;
}

/** The changes of the disk that make these fixes; `undefined` where there are none, or one of them does harm. */
function roundOf(current: CheckedJob, fixes: readonly Candidate[], earlier: ReadonlySet<string>): Round | undefined {
  const edits = new Map<string, TextEdit[]>();
  const changes: FileChange[] = [];
  const before: { file: string; text: string }[] = [];
  for (const { resolved } of fixes) {
    for (const [file, mine] of resolved.edits) edits.set(file, [...(edits.get(file) ?? []), ...mine]);
  }
  for (const [file, all] of edits) {
    const source = current.analysis.job.sources.texts.get(file);
    if (source?.kind !== 'text') return undefined;
    const text = applyEdits(source.text, all);
    if (text === source.text) continue;
    if (earlier.has(stateKey(file, text)) || breaks(current, file, source.text, text)) return undefined;
    changes.push({ kind: 'write', file: joinPath(current.folder, file), text });
    before.push({ file, text: source.text });
  }
  for (const { resolved } of fixes) {
    for (const change of resolved.fileChanges) changes.push(inFolder(change, current.folder));
  }
  return changes.length > 0 ? { fixes, changes, before } : undefined;
}

/** Whether NVFLARE could read the old text, but not the new one. */
function breaks({ formats }: CheckedJob, file: string, before: string, after: string): boolean {
  const format = formatOf(file) ?? 'json';
  return (
    refusalOf(readConfig(formats, format, after)) !== undefined && refusalOf(readConfig(formats, format, before)) === undefined
  );
}

function inFolder(change: ResolvedFix['fileChanges'][number], folder: string): FileChange {
  switch (change.kind) {
    case 'create-file':
    case 'delete-file':
      return { ...change, file: joinPath(folder, change.file) };
    case 'create-folder':
      return { ...change, folder: joinPath(folder, change.folder) };
    case 'rename':
      return { ...change, from: joinPath(folder, change.from), to: joinPath(folder, change.to) };
  }
}

function documentsOf(job: Job): ReadonlyMap<string, ConfigDocument> {
  const files = [job.meta, ...[...job.apps.values()].flatMap(({ server, client }) => [server, client])];
  return new Map(files.flatMap((file) => (file ? [[file.file, file.document] as const] : [])));
}

function fixKey({ finding, fix }: Candidate): string {
  return `${finding.code}\n${finding.file}\n${fix.title}\n${finding.range.start}`;
}

function stateKey(file: string, text: string): string {
  return `${file}\n${text}`;
}
