import type { FixRound } from '../../core/actions/index';
import { joinPath } from '../../core/index';
import type { FileChange } from '../host';
import type { CheckedJob, JobChecker } from './job-checker';

/** Each round makes at least one fix and about half of those that touch one another, so that few rounds do for many. */
const MOST_ROUNDS = 100;

/**
 * Makes the preferred fixes of a job on the disk and checks it again, until there is nothing left to do. A change after which
 * NVFLARE could read less of a file, or which brings an earlier text back, is not made. Tells each fix that was made.
 */
export async function fixJob(
  { host, options, check }: JobChecker,
  checked: CheckedJob,
  tell: (message: string) => void,
): Promise<CheckedJob> {
  const { FixMemory, planRound } = await import('../../core/actions/index');
  const memory = new FixMemory();
  let current = checked;
  for (let i = 0; i < MOST_ROUNDS; i++) {
    const round = planRound(current, memory);
    if (!round) break;
    const failure = host.fs.apply(changesOf(round, current));
    if (failure !== undefined) {
      options.onTrouble(failure);
      break;
    }
    memory.remember(round);
    for (const { finding, fix } of round.fixes) {
      tell(`fixed ${joinPath(current.folder, finding.file)}: ${fix.title} (${finding.code})`);
    }
    current = await check({ folder: current.folder });
  }
  return current;
}

/** The changes of the disk that make the fixes of a round, of files that still are as they were checked. */
function changesOf({ texts, fileChanges }: FixRound, { folder, analysis }: CheckedJob): readonly FileChange[] {
  const writes = [...texts].map(([file, text]): FileChange => {
    const source = analysis.job.sources.texts.get(file);
    return { kind: 'write', file: joinPath(folder, file), text, ...(source?.kind === 'text' && { before: source.text }) };
  });
  return [...writes, ...fileChanges.map((change) => inFolder(change, folder))];
}

function inFolder(change: FixRound['fileChanges'][number], folder: string): FileChange {
  switch (change.kind) {
    case 'create-file':
    case 'delete-file':
      return { ...change, file: joinPath(folder, change.file) };
    case 'create-folder':
    case 'delete-folder':
      return { ...change, folder: joinPath(folder, change.folder) };
    case 'rename':
      return { ...change, from: joinPath(folder, change.from), to: joinPath(folder, change.to) };
  }
}
