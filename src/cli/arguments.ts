import { parseArgs } from 'node:util';
import { nearest } from '../core/index';
import { slashed } from './slashed';

/** One option of a command. */
export interface OptionSpec {
  readonly name: string;
  readonly short?: string;
  /** What stands for its value in the help, `X.Y`; an option without is a switch. */
  readonly value?: string;
  /** It may be given more than once; its values are then joined by commas. */
  readonly isList?: boolean;
  /** The only values that it takes. */
  readonly choices?: readonly string[];
  readonly help: string;
}

/** The arguments of a command as they were understood. */
export interface Arguments {
  /** With `/` between the names, on Windows too; none is empty. */
  readonly paths: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  readonly switches: ReadonlySet<string>;
}

/** A mistake of the person at the keyboard: the command line says it in one line and ends. */
export class UsageError extends Error {}

/**
 * Reads the arguments behind a command's name. Options and paths may be mixed, `--` ends the options, the last value of an
 * option counts but where it is a list. Throws a `UsageError` that names the mistake and, where there is one, the option that was meant.
 */
export function readArguments(argv: readonly string[], options: readonly OptionSpec[]): Arguments {
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      options.map(({ name, short, value }) => [
        name,
        { type: value === undefined ? ('boolean' as const) : ('string' as const), ...(short !== undefined && { short }) },
      ]),
    ),
  });
  const paths: string[] = [];
  const values = new Map<string, string>();
  const switches = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'positional') paths.push(operand(token.value));
    if (token.kind !== 'option') continue;
    const spec = options.find(({ name }) => name === token.name);
    if (!spec) throw new UsageError(unknownOption(token.rawName, options));
    if (spec.value === undefined) {
      if (token.value !== undefined) throw new UsageError(`${token.rawName} takes no value`);
      switches.add(spec.name);
    } else {
      const value = checkedValue(spec, token.value);
      const known = spec.isList ? values.get(spec.name) : undefined;
      values.set(spec.name, known === undefined ? value : `${known},${value}`);
    }
  }
  return { paths, values, switches };
}

/** An empty one comes from a variable of a script that is not set; it does not stand for this folder. */
function operand(value: string): string {
  if (value === '') throw new UsageError('an argument is empty');
  return slashed(value);
}

function checkedValue(spec: OptionSpec, value: string | undefined): string {
  const allowed = spec.choices?.join(', ');
  if (value === undefined || value === '') {
    throw new UsageError(`--${spec.name} needs a value: ${allowed ?? spec.value}`);
  }
  if (spec.choices && !spec.choices.includes(value)) {
    throw new UsageError(`--${spec.name} cannot be "${value}"${didYouMean(value, spec.choices)}; it can be ${allowed}`);
  }
  return value;
}

function unknownOption(rawName: string, options: readonly OptionSpec[]): string {
  const names = options.map(({ name }) => `--${name}`);
  return `unknown option ${rawName}${didYouMean(rawName, names)}`;
}

/** The end of a message about an unknown word: a question where one of the known words is near. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const near = nearest(word, known);
  return near === undefined ? '' : `; did you mean ${near}?`;
}
