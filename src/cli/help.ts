import type { OptionSpec } from './arguments';
import type { Command } from './commands/command';

/** The options that every command has. */
export const COMMON_OPTIONS: readonly OptionSpec[] = [
  { name: 'help', short: 'h', help: 'show this help' },
  { name: 'version', help: 'show the version' },
];

/** The help of the program as a whole. */
export function programHelp(commands: readonly Command[]): string {
  return lines(
    'Check NVIDIA FLARE (NVFLARE) jobs before they are submitted.',
    '',
    'Usage:',
    ...table(commands.map((command) => [usage(command), command.summary])),
    '',
    'Options:',
    ...table(COMMON_OPTIONS.map(optionRow)),
    '',
    'flare-jobs COMMAND --help shows the options of a command.',
    'Exit code: 0 all is well, 1 something was found, 2 not everything could be done.',
  );
}

/** The help of one command. */
export function commandHelp(command: Command): string {
  return lines(
    `${command.summary[0]?.toUpperCase()}${command.summary.slice(1)}.`,
    '',
    `Usage: ${usage(command)}${command.options.length > 0 ? ' [OPTIONS]' : ''}`,
    '',
    'Options:',
    ...table([...command.options, ...COMMON_OPTIONS].map(optionRow)),
    ...(command.notes.length > 0 ? ['', ...command.notes] : []),
  );
}

function usage({ name, operands }: Command): string {
  return `flare-jobs ${name} ${operands}`.trimEnd();
}

function optionRow({ name, short, value, choices, help }: OptionSpec): readonly [string, string] {
  const placeholder = value === undefined ? '' : ` ${choices ? choices.join('|') : value}`;
  return [`${short === undefined ? '' : `-${short}, `}--${name}${placeholder}`, help];
}

function table(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
