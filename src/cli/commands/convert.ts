import type { Conversion, Remark } from '../../core/assist/index';
import { type FormatName, formatOf, LIGHT_FORMATS, LineIndex, readConfig } from '../../core/index';
import { loadFormat } from '../../load-format';
import { type Arguments, UsageError } from '../arguments';
import type { Host } from '../host';
import { newPathProblem } from '../new-path';
import { asOutput, notify } from '../terminal';
import type { Command, ExitCode } from './command';

/** Writes a configuration in another format. */
export const convert: Command = {
  name: 'convert',
  operands: 'FILE --to FORMAT',
  summary: 'write a configuration in another format, with its comments',
  options: [
    { name: 'to', value: 'FORMAT', choices: ['json', 'hocon', 'yaml'], help: 'the format to write' },
    { name: 'output', short: 'o', value: 'FILE', help: 'the new file; without it, the text goes to the standard output' },
    { name: 'drop-comments', help: 'leave out comments that the format has no place for' },
    { name: 'write-out-references', help: 'write the values in place of references to them' },
  ],
  notes: [
    'The new text is read again first: where its value is not just that of FILE, nothing is written.',
    'No file is overwritten. Exit code: 0 converted, 1 the format cannot say it, 2 a file is no good.',
  ],
  run,
};

async function run(host: Host, given: Arguments): Promise<ExitCode> {
  const { file, from, to } = operandsOf(given);
  const source = host.fs.read(file);
  if (source.kind !== 'text') {
    notify(host, `${file} cannot be read: ${source.kind === 'unreadable' ? source.reason : REASONS[source.kind]}`);
    return 2;
  }
  const [{ convert: convertDocument }, reader, writer] = await Promise.all([
    import('../../core/assist/index'),
    loadFormat(from),
    loadFormat(to),
  ]);
  const document = readConfig({ ...LIGHT_FORMATS, [from]: reader }, from, source.text);
  const attempt = (options: ReadonlySet<string>) =>
    convertDocument(document, writer, {
      dropComments: options.has('drop-comments'),
      writeOutReferences: options.has('write-out-references'),
    });
  const job = { file, text: source.text, output: given.values.get('output') };
  const result = attempt(given.switches);
  if ('text' in result) return write(host, result, job);
  tell(host, job, result.refused);
  const way = WAYS.find((options) => 'text' in attempt(new Set([...given.switches, ...options])));
  const remedy = way ? `; it can be with ${way.map((option) => `--${option}`).join(' and ')}` : '';
  notify(host, `${file} was not converted${remedy}`);
  return 1;
}

/** Options that may help where a conversion is refused, those that give up less first. */
const WAYS = [['drop-comments'], ['write-out-references'], ['drop-comments', 'write-out-references']] as const;

const REASONS = { 'not-utf8': 'it is not UTF-8 text; save it as that', 'too-large': 'it is too large' };

interface Operands {
  readonly file: string;
  readonly from: FormatName;
  readonly to: FormatName;
}

function operandsOf({ paths, values }: Arguments): Operands {
  const [file, second] = paths;
  if (file === undefined) throw new UsageError('convert needs a file');
  if (second !== undefined) throw new UsageError('convert takes one file');
  const from = formatOf(file);
  if (!from) throw new UsageError(`${file} has no ending that NVFLARE reads a configuration by: .json, .conf, .yml or .yaml`);
  const to = values.get('to');
  if (to !== 'json' && to !== 'hocon' && to !== 'yaml') throw new UsageError('convert needs --to json, --to hocon or --to yaml');
  if (to === from) throw new UsageError(`${file} is ${from} already`);
  const output = values.get('output');
  if (output !== undefined && formatOf(output) !== to) {
    throw new UsageError(`NVFLARE would not read ${output} as ${to}; it goes by the ending`);
  }
  return { file, from, to };
}

interface Job {
  readonly file: string;
  readonly text: string;
  readonly output: string | undefined;
}

function write(host: Host, { text, leftOut }: Exclude<Conversion, { readonly refused: unknown }>, job: Job): ExitCode {
  const { output } = job;
  const taken = output === undefined ? undefined : newPathProblem(host, output, 'file');
  if (taken) {
    notify(host, taken);
    return 2;
  }
  const failure = output === undefined ? print(host, text) : host.fs.apply([{ kind: 'create-file', file: output, text }]);
  if (failure !== undefined) {
    notify(host, failure);
    return 2;
  }
  tell(host, job, leftOut);
  return 0;
}

/** What a terminal would obey is shown by its number there; a pipe or a file gets the text. */
function print(host: Host, text: string): undefined {
  const shown = asOutput(host, text);
  host.write(shown);
  if (shown !== text) notify(host, 'some characters are shown by their numbers; --output FILE writes them as they are');
}

function tell(host: Host, { file, text }: Job, remarks: readonly Remark[]): void {
  const lines = new LineIndex(text);
  for (const { message, range } of remarks) {
    const { line, character } = lines.positionAt(range.start);
    notify(host, `${file}:${line + 1}:${character + 1}: ${message}`);
  }
}
