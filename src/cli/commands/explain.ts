import type { AboutRule, Stage } from '../../core/index';
import { type Arguments, didYouMean, UsageError } from '../arguments';
import type { Host } from '../host';
import { stylesFor, widthOf } from '../terminal';
import type { Command, ExitCode } from './command';

/** Prints what a rule is about. */
export const explain: Command = {
  name: 'explain',
  operands: 'CODE...',
  summary: 'explain what a finding means and what to do about it',
  options: [],
  notes: [
    'CODE stands behind each finding, deploy-map/no-server for instance; its last part is enough where only one rule has it.',
  ],
  run,
};

/** The sentence that stands for a stage. */
const STAGES: { readonly [stage in Stage]: string } = {
  pack: 'when the job is packed: the submitting tool alters or refuses the folder',
  submit: 'at submission: the server refuses the job',
  schedule: 'while the job is scheduled: it does not start',
  deploy: 'when a site receives its app: it refuses',
  run: 'while the job runs: it ends with an error',
  never: 'never; the job runs, but not as meant',
};

/** Longer lines are hard to read, however wide the terminal is. */
const WIDEST = 100;

async function run(host: Host, { paths }: Arguments): Promise<ExitCode> {
  if (paths.length === 0) throw new UsageError('explain needs the code of a rule, deploy-map/no-server for instance');
  const { ABOUT } = await import('../../core/rules/about.generated');
  host.write(paths.map((code) => page(findRule(ABOUT, code), host)).join('\n'));
  return 0;
}

function findRule(all: readonly AboutRule[], code: string): AboutRule {
  const exact = all.find((rule) => rule.code === code);
  if (exact) return exact;
  const byName = all.filter((rule) => rule.code.endsWith(`/${code}`));
  const [only] = byName;
  if (only && byName.length === 1) return only;
  if (only) throw new UsageError(`"${code}" is the name of several rules: ${codes(byName)}`);
  const inArea = all.filter((rule) => rule.code.startsWith(`${code.replace(/\/$/, '')}/`));
  if (inArea.length > 0) throw new UsageError(`"${code}" is a group of rules: ${codes(inArea)}`);
  throw new UsageError(`there is no rule "${code}"${didYouMean(code, names(all))}`);
}

function codes(rules: readonly AboutRule[]): string {
  return rules.map(({ code }) => code).join(', ');
}

/** Codes and, for those who wrote no area, their last parts. */
function names(all: readonly AboutRule[]): readonly string[] {
  return all.flatMap(({ code }) => [code, code.slice(code.indexOf('/') + 1)]);
}

function page({ code, severity, byDefault, stage, summary, why, remedy }: AboutRule, host: Host): string {
  const styles = stylesFor(host);
  const width = Math.min(host.terminal.columns, WIDEST);
  return [
    `${styles.bold(code)} ${styles.severity(severity, severity)}${byDefault === 'off' ? ' (off by default)' : ''}`,
    '',
    wrap(`${summary[0]?.toUpperCase()}${summary.slice(1)}.`, width),
    '',
    styles.bold('NVFLARE notices'),
    wrap(STAGES[stage], width),
    '',
    styles.bold('Why'),
    wrap(why, width),
    '',
    styles.bold('What to do'),
    wrap(remedy, width),
    '',
    styles.bold('Where it is meant'),
    wrap(
      `Silence it by "silence" or "rules" in .flare-jobs.json, or in HOCON and YAML by the comment "# flare-jobs-disable-next-line ${code}".`,
      width,
    ),
    '',
  ].join('\n');
}

function wrap(text: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}
