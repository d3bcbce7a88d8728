import type { Severity } from '../../core/index';
import type { FindingReport } from '../report';
import { visible } from '../terminal';
import { fromRoot } from './from-root';
import type { ReportFormat } from './report-format';

/** Workflow commands of GitHub Actions, which shows them beside the changed lines of a pull request. */
export const github: ReportFormat = (context) => ({
  begin: () => '',
  job({ folder, meta, rejected, findings }) {
    const all = findings.map((finding) => annotation({ ...finding, file: fromRoot(finding.file, context) }));
    // Without a line of it nobody would find out why the build fails.
    if (rejected && !findings.some(({ stage }) => stage === 'submit')) {
      all.push(command('error', { file: fromRoot(meta ?? folder, context) }, SILENCED));
    }
    return all.join('');
  },
  end: () => '',
});

const SILENCED = 'the server would refuse this job; the findings that say why are silenced';

const COMMANDS: { readonly [severity in Severity]: string } = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

function annotation({ code, severity, message, file, range }: FindingReport): string {
  const { start, end } = range;
  const properties = {
    file,
    line: start.line + 1,
    endLine: end.line + 1,
    // Columns only mean something where the finding stays on its line.
    ...(start.line === end.line && { col: start.character + 1, endColumn: Math.max(end.character, start.character + 1) }),
    title: code,
  };
  return command(COMMANDS[severity], properties, message);
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(',')}::${escapeData(message)}\n`;
}

/** The log shows what is written to people, too. */
function escapeData(text: string): string {
  return visible(text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A'));
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
