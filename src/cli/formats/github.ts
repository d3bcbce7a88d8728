import type { Severity } from '../../core/index';
import type { FindingReport } from '../report';
import { visible } from '../terminal';
import type { ReportFormat } from './report-format';

/** Workflow commands of GitHub Actions, which shows them beside the changed lines of a pull request. */
export const github: ReportFormat = () => ({
  begin: () => '',
  job: ({ findings }) => findings.map(annotation).join(''),
  end: () => '',
});

const COMMANDS: { readonly [severity in Severity]: string } = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

function annotation({ code, severity, message, file, range }: FindingReport): string {
  const { start, end } = range;
  const properties = {
    file: file.replace(/^\.\//, ''),
    line: start.line + 1,
    endLine: end.line + 1,
    // Columns only mean something where the finding stays on its line.
    ...(start.line === end.line && { col: start.character + 1, endColumn: Math.max(end.character, start.character + 1) }),
    title: code,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${COMMANDS[severity]} ${list.join(',')}::${escapeData(message)}\n`;
}

/** The log shows what is written to people, too. */
function escapeData(text: string): string {
  return visible(text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A'));
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
