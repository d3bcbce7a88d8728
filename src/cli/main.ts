import { version } from '../../package.json';
import { didYouMean, readArguments, UsageError } from './arguments';
import { check } from './commands/check';
import type { Command, ExitCode } from './commands/command';
import { COMMON_OPTIONS, commandHelp, programHelp } from './help';
import type { Host } from './host';
import { notify, visible } from './terminal';

/** Runs the command line on a host. Exit code 0: nothing found; 1: something found; 2: not everything could be done. */
export async function main(host: Host): Promise<ExitCode> {
  try {
    return await run(host);
  } catch (error) {
    if (error instanceof UsageError) {
      notify(host, error.message);
      host.warn(`Try: ${await helpFor(host.argv[0])}\n`);
      return 2;
    }
    // Our own mistake; whoever reports it needs to know where it happened.
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    host.warn(`flare-jobs: internal error, please report it: ${details.split('\n').map(visible).join('\n')}\n`);
    return 2;
  }
}

async function run(host: Host): Promise<ExitCode> {
  const [name, ...rest] = host.argv;
  if (name === undefined) {
    host.warn(programHelp(await allCommands()));
    return 2;
  }
  // It is what runs in every build, so it does not wait for the code of the others.
  if (name === check.name) return runCommand(host, check, rest);
  const commands = await allCommands();
  const command = commands.find((candidate) => candidate.name === name);
  if (command) return runCommand(host, command, rest);
  if (name === 'help') return help(host, commands, rest);
  if (!name.startsWith('-')) throw new UsageError(unknownCommand(host, commands, name));
  const { switches } = readArguments(host.argv, COMMON_OPTIONS);
  if (switches.size === 0) throw new UsageError(`a command is missing; ${namesOf(commands)}`);
  host.write(switches.has('help') ? programHelp(commands) : `${version}\n`);
  return 0;
}

/** The help that tells most to somebody who called a command in a wrong way. */
async function helpFor(name: string | undefined): Promise<string> {
  const isKnown = (await allCommands()).some((command) => command.name === name);
  return isKnown ? `flare-jobs ${name} --help` : 'flare-jobs --help';
}

async function allCommands(): Promise<readonly Command[]> {
  return (await import('./commands/index')).COMMANDS;
}

async function runCommand(host: Host, command: Command, argv: readonly string[]): Promise<ExitCode> {
  const given = readArguments(argv, [...command.options, ...COMMON_OPTIONS]);
  if (given.switches.has('help')) host.write(commandHelp(command));
  else if (given.switches.has('version')) host.write(`${version}\n`);
  else return command.run(host, given);
  return 0;
}

function help(host: Host, commands: readonly Command[], argv: readonly string[]): ExitCode {
  const [name] = readArguments(argv, COMMON_OPTIONS).paths;
  const command = commands.find((candidate) => candidate.name === name);
  if (name !== undefined && !command) throw new UsageError(unknownCommand(host, commands, name));
  host.write(command ? commandHelp(command) : programHelp(commands));
  return 0;
}

function unknownCommand(host: Host, commands: readonly Command[], name: string): string {
  const guess = didYouMean(
    name,
    commands.map((command) => command.name),
  );
  if (guess === '' && host.fs.kindOf(name) !== 'missing') {
    return `unknown command "${name}"; did you mean flare-jobs check ${name}?`;
  }
  return `unknown command "${name}"${guess || `; ${namesOf(commands)}`}`;
}

function namesOf(commands: readonly Command[]): string {
  return `there are ${commands.map(({ name }) => name).join(', ')}`;
}
