import { version } from '../../../package.json';
import type { Severity } from '../../core/index';
import type { Arguments } from '../arguments';
import { checkJobs } from '../checking/check-jobs';
import { fixJob } from '../checking/fix-job';
import { jobChecker } from '../checking/job-checker';
import { loadedParts } from '../checking/loaded-parts';
import { REPORT_FORMATS } from '../formats/index';
import type { ReportWriter } from '../formats/report-format';
import type { Host } from '../host';
import { RULE_OPTION, rulesOf } from '../options/rule';
import { TARGET_OPTION, targetOf } from '../options/target';
import { type Progress, progressOn } from '../progress';
import { EMPTY_SUMMARY, fails, jobReport, withJob } from '../report';
import { notify, stylesFor } from '../terminal';
import type { Command, ExitCode } from './command';

const FAIL_ON = ['error', 'warning', 'info'] as const satisfies readonly Severity[];

/** Checks jobs and reports what is wrong with them. */
export const check: Command = {
  name: 'check',
  operands: '[PATH...]',
  summary: 'check every job in and below the paths, or below this folder',
  options: [
    { name: 'format', short: 'f', value: 'FORMAT', choices: Object.keys(REPORT_FORMATS), help: 'how to report (human)' },
    { name: 'fail-on', value: 'SEVERITY', choices: FAIL_ON, help: 'the least severity that makes the exit code 1 (error)' },
    { name: 'fix', help: 'make the changes that need no decision, then check again' },
    RULE_OPTION,
    TARGET_OPTION,
  ],
  notes: [
    'The nearest .flare-jobs.json at or above a job folder sets the release, the severity of rules, and what is silent where.',
    'Folders of packages, environments and NVFLARE workspaces, and what .gitignore and .ignore name are not searched.',
    'A path without a job below it is checked as one. The path of a file stands for the job that it belongs to.',
    'Exit code: 0 no finding of that severity, 1 findings, 2 not everything could be checked. A job that the server would',
    'refuse always makes it 1.',
  ],
  run,
};

async function run(host: Host, given: Arguments): Promise<ExitCode> {
  const told = { progress: progressOn(host), output: batched(host) };
  try {
    return await checkAll(host, given, told);
  } finally {
    // What was found reaches its reader even where a mistake of ours ends the run.
    told.progress.clear();
    told.output.flush();
  }
}

/** Where a run tells what it does and what it found. */
interface Told {
  readonly progress: Progress;
  readonly output: Output;
}

async function checkAll(host: Host, given: Arguments, { progress, output }: Told): Promise<ExitCode> {
  const failOn = FAIL_ON.find((severity) => severity === given.values.get('fail-on')) ?? 'error';
  const mends = given.switches.has('fix');
  let summary = EMPTY_SUMMARY;
  let hasFailed = false;
  let isWhole = true;
  const tell = (message: string) => {
    progress.clear();
    notify(host, message);
  };
  const checker = jobChecker(host, {
    target: targetOf(host, given),
    rules: await rulesOf(given),
    parts: loadedParts(host, mends),
    onTrouble(message: string) {
      tell(message);
      isWhole = false;
    },
  });
  const writer = writerFor(host, given);
  output.write(await writer.begin());
  for await (const found of checkJobs(checker, given.paths.length > 0 ? given.paths : [''])) {
    const checked = mends ? await fixJob(checker, found, tell) : found;
    const report = jobReport(checked);
    for (const rule of checked.analysis.capped) tell(`${report.folder} has more findings of ${rule} than are shown`);
    summary = withJob(summary, report);
    if (!hasFailed) hasFailed = fails(report, failOn);
    const text = writer.job(report, checked);
    progress.step();
    if (text !== '') {
      progress.clear();
      output.write(text);
    }
  }
  progress.clear();
  output.write(writer.end(summary, isWhole));
  if (!isWhole) return 2;
  return hasFailed ? 1 : 0;
}

function writerFor(host: Host, { values }: Arguments): ReportWriter {
  const name = values.get('format') ?? 'human';
  const format = REPORT_FORMATS[name];
  if (!format) throw new Error(`no report format ${name}`);
  const root = host.env['GITHUB_WORKSPACE'] || host.cwd;
  return format({ styles: stylesFor(host), version, cwd: host.cwd, root, columns: host.terminal.columns });
}

/** What is written in few pieces. */
interface Output {
  write(text: string): void;
  flush(): void;
}

/** Collects small pieces of output, because each call of the system takes its time. A terminal sees every piece at once. */
function batched(host: Host): Output {
  let waiting = '';
  const flush = () => {
    if (waiting !== '') host.write(waiting);
    waiting = '';
  };
  return {
    write(text) {
      waiting += text;
      if (host.terminal.out || waiting.length > 1 << 16) flush();
    },
    flush,
  };
}
