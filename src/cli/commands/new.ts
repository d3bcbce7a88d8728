import type { JobTemplate, NewJob, NewJobFile, NewJobFormat } from '../../core/create/index';
import { baseName, joinPath, NEWEST, type Release, releaseName } from '../../core/index';
import { loadFormat } from '../../load-format';
import { type Arguments, didYouMean, UsageError } from '../arguments';
import { releaseAt } from '../checking/project-settings';
import type { Host } from '../host';
import { newPathProblem } from '../new-path';
import { writeJson } from '../options/format';
import { TARGET_OPTION, targetOf } from '../options/target';
import { humanTemplates, shownTemplates } from '../shown-templates';
import { notify, stylesFor } from '../terminal';
import type { Command, ExitCode } from './command';

/** Makes a new job of a template. It stands for `new`, which is a word of the language. */
export const newJob: Command = {
  name: 'new',
  operands: '[JOB]',
  summary: 'make a new job of a template',
  options: [
    { name: 'template', value: 'NAME', help: 'what to start from; --list shows all templates' },
    {
      name: 'sites',
      short: 's',
      value: 'SITES',
      help: 'the clients, as site-1,site-2, or @ALL for all that are connected (@ALL)',
    },
    {
      name: 'format',
      short: 'f',
      value: 'FORMAT',
      choices: ['json', 'hocon', 'human'],
      help: 'of the job: json or hocon (json); of a list: human or json (human)',
    },
    { name: 'list', short: 'l', help: 'list the templates' },
    TARGET_OPTION,
  ],
  notes: [
    'JOB is the folder to be made; its last name is the name of the job. Without it, both are named after the template.',
    'Nothing is overwritten. Exit code: 0 the job was made, 2 it was not.',
  ],
  run,
};

type CreatePart = typeof import('../../core/create/index');

async function run(host: Host, given: Arguments): Promise<ExitCode> {
  const part = await import('../../core/create/index');
  if (given.switches.has('list')) return list(host, given, part);
  const job = await jobOf(host, given, part);
  const folder = folderOf(given, job.template);
  const sources = new Map(part.templateSources(job).map((source) => [source, host.template(source)]));
  const files = part.newJobFiles(job, sources, await loadFormat('hocon'), await loadFormat(job.format));
  const failure = host.fs.apply(files.map(({ path, text }) => ({ kind: 'create-file', file: joinPath(folder, path), text })));
  if (failure !== undefined) {
    notify(host, failure);
    return 2;
  }
  host.write(made(folder, files, job, part));
  return 0;
}

function made(folder: string, files: readonly NewJobFile[], job: NewJob, part: CreatePart): string {
  return [
    ...files.map(({ path }) => joinPath(folder, path)),
    '',
    part.nextSteps(job),
    `To check it: flare-jobs check ${part.shellWord(folder)}`,
    `To try it: ${part.simulatorCommand(job, folder)}`,
    '',
  ].join('\n');
}

function list(host: Host, given: Arguments, part: CreatePart): ExitCode {
  const format = given.values.get('format') ?? 'human';
  if (format === 'hocon') throw new UsageError('--format of --list is human or json');
  if (given.paths.length > 0) throw new UsageError('--list makes no job, so it takes no JOB');
  const shown = shownTemplates(part);
  if (format === 'json') writeJson(host, { version: 1, templates: shown });
  else host.write(humanTemplates(shown, stylesFor(host)));
  return 0;
}

/** What the arguments ask for; every mistake in them is told before anything is written. */
async function jobOf(host: Host, given: Arguments, part: CreatePart): Promise<NewJob> {
  const template = templateOf(given, part);
  const folder = folderOf(given, template);
  const name = baseName(folder);
  const problem = part.nameProblem(name);
  if (problem) throw new UsageError(lowered(problem));
  const taken = newPathProblem(host, folder, 'folder');
  if (taken) throw new UsageError(taken);
  const release = targetOf(host, given) ?? (await releaseAt(host, folder)) ?? NEWEST;
  const tooOld = part.releaseProblem(release);
  if (tooOld) throw new UsageError(lowered(tooOld));
  return { name, template, release, clients: clientsOf(given, template, part), format: formatOf(given, release, part) };
}

function folderOf({ paths }: Arguments, template: JobTemplate): string {
  const [path, second] = paths;
  if (second !== undefined) throw new UsageError('new takes one job');
  // A tab completion ends the name of a folder with a slash.
  return (path ?? template.name).replace(/(?<=.)\/+$/, '');
}

function templateOf({ values }: Arguments, { TEMPLATES }: CreatePart): JobTemplate {
  const names = TEMPLATES.map(({ name }) => name);
  const wanted = values.get('template');
  if (wanted === undefined) throw new UsageError(`new needs --template: ${names.join(', ')}; --list says what they are`);
  const template = TEMPLATES.find(({ name }) => name === wanted);
  if (!template)
    throw new UsageError(`there is no template "${wanted}"${didYouMean(wanted, names) || `; there are ${names.join(', ')}`}`);
  return template;
}

function clientsOf({ values }: Arguments, template: JobTemplate, part: CreatePart): NewJob['clients'] {
  const text = values.get('sites') ?? '@ALL';
  if (text.trim().toUpperCase() === '@ALL') {
    if (part.canGoToAll(template)) return 'all';
    throw new UsageError(`each client of ${template.name} has an app of its own, so name them: --sites site-1,site-2`);
  }
  const clients = part.siteNamesIn(text);
  const problem = part.clientsProblem(clients, template);
  if (problem) throw new UsageError(`--sites: ${lowered(problem)}`);
  return clients;
}

function formatOf({ values }: Arguments, release: Release, part: CreatePart): NewJobFormat {
  const format = values.get('format') ?? 'json';
  if (format === 'human') throw new UsageError('--format of a job is json or hocon');
  const formats = part.formatsOf(release);
  const found = formats.find((candidate) => candidate === format);
  if (!found) throw new UsageError(`NVFLARE ${releaseName(release)} reads jobs in ${formats.join(' and ')} only`);
  return found;
}

/** A sentence as a clause behind the name of the program. */
function lowered(text: string): string {
  return `${text[0]?.toLowerCase() ?? ''}${text.slice(1).replace(/\.$/, '')}`;
}
