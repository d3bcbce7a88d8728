import { joinPath } from '../../core/index';
import type { PageFormat } from '../../core/page/index';
import { type Arguments, UsageError } from '../arguments';
import type { CheckedJob } from '../checking/job-checker';
import { onlyJob } from '../checking/only-job';
import type { Host } from '../host';
import { escapeJson } from '../json-text';
import { nodeHash } from '../node/hash';
import { TARGET_OPTION } from '../options/target';
import { notify } from '../terminal';
import type { Command, ExitCode } from './command';

const FORMATS: readonly PageFormat[] = ['html', 'json', 'md', 'mermaid'];
/** What the ending of a file says, where no format was given. */
const ENDINGS: ReadonlyMap<string, PageFormat> = new Map([
  ['html', 'html'],
  ['htm', 'html'],
  ['json', 'json'],
  ['md', 'md'],
  ['mmd', 'mermaid'],
]);

/** Writes all that is known of a job as one page. */
export const preview: Command = {
  name: 'preview',
  operands: 'JOB',
  summary: 'write all that is known of a job as one page, to read and to hand on',
  options: [
    { name: 'format', short: 'f', value: 'FORMAT', choices: FORMATS, help: 'what to write; by the ending of FILE, else html' },
    { name: 'output', short: 'o', value: 'FILE', help: 'the file; without it, the page goes to the standard output' },
    TARGET_OPTION,
  ],
  notes: [
    'JOB is the folder of a job, or a file in it. The page says what the preview of the editor says, and names the hash of',
    'the job’s content, so that one can tell which state of the job it is about. It loads nothing and runs no script.',
    'A page that is there already is written anew. Exit code: 0 written, 2 there is no such job, or FILE cannot be written.',
  ],
  run,
};

async function run(host: Host, given: Arguments): Promise<ExitCode> {
  const output = given.values.get('output');
  const format = formatOf(given.values.get('format'), output);
  const checked = await onlyJob(host, 'preview', given);
  if (!checked) return 2;
  if (output !== undefined && isRead(host, checked, output)) {
    notify(host, `${output} is a file of the job, and was not changed; name another file`);
    return 2;
  }
  const [{ previewPage }, assist, graph, review, schedule, manifest] = await Promise.all([
    import('../../core/page/index'),
    import('../../core/assist/index'),
    import('../../core/graph/index'),
    import('../../core/review/index'),
    import('../../core/schedule/index'),
    import('../../core/manifest/index'),
  ]);
  const { job, wiring, findings, rejected } = checked.analysis;
  const hash = await nodeHash();
  const pack = await manifest.readPack(host.fs, checked.folder, { name: job.sources.name, hash });
  const parts = { assist, graph, review, schedule, manifest };
  const page = previewPage({ job, wiring, findings, rejected, pack, parts }, format);
  const text = format === 'json' ? escapeJson(page) : page;
  if (output === undefined) {
    host.write(text);
    return 0;
  }
  const kind = host.fs.kindOf(output) === 'file' ? 'write' : 'create-file';
  const failure = host.fs.apply([{ kind, file: output, text }]);
  if (failure === undefined) return 0;
  notify(host, failure);
  return 2;
}

/** Whether the job would lose a configuration or its code to the page. */
function isRead({ fs }: Host, { folder, analysis }: CheckedJob, output: string): boolean {
  const meant = fs.real(output);
  return [...analysis.job.sources.texts.keys()].some((file) => fs.real(joinPath(folder, file)) === meant);
}

function formatOf(named: string | undefined, output: string | undefined): PageFormat {
  const format = FORMATS.find((each) => each === named);
  if (format || output === undefined) return format ?? 'html';
  const ending = output.slice(output.lastIndexOf('.') + 1).toLowerCase();
  const found = ENDINGS.get(ending);
  if (!found) throw new UsageError(`${output} does not say in which format; add --format ${FORMATS.join(', ')}`);
  return found;
}
