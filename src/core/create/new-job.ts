import { convert } from '../assist/index';
// Through the first door, which hosts have open already: its code is not to come with this part once more.
import {
  ALL_SITES,
  CONFIG_ENDINGS,
  type ConfigFormat,
  type FormatName,
  isSince,
  type Plain,
  type Release,
  SERVER_SITE,
} from '../index';
import { HOCON_SINCE } from './answers';
import type { JobTemplate, TemplateApp, TemplateFile } from './template';

/** What somebody wants of a new job. */
export interface NewJob {
  readonly name: string;
  readonly template: JobTemplate;
  /** The clients by name, or all that are connected. */
  readonly clients: 'all' | readonly string[];
  readonly format: NewJobFormat;
  /** The release of the server that it is for. */
  readonly release: Release;
}

/** The formats that a new job can be written in: those that every way to submit a job takes. */
export type NewJobFormat = Exclude<FormatName, 'yaml'>;

/** A file of a new job, its path below the job folder. */
export interface NewJobFile {
  readonly path: string;
  readonly text: string;
}

/** The files below `templates/` that are needed to make the job, each once. */
export function templateSources({ template, release }: Pick<NewJob, 'template' | 'release'>): readonly string[] {
  return [...new Set(template.apps.flatMap(({ files }) => files.filter(isFor(release)).map(({ source }) => source)))];
}

/**
 * A whole job that runs as it is: its meta file first, then the files of its apps.
 *
 * @param sources the texts of `templateSources`, by their names.
 * @param hocon the format that templates are written in.
 * @param writer the format of the job, the same or another.
 */
export function newJobFiles(
  job: NewJob,
  sources: ReadonlyMap<string, string>,
  hocon: ConfigFormat,
  writer: ConfigFormat,
): readonly NewJobFile[] {
  const ending = endingOf(writer.name);
  const meta = { path: `meta${ending}`, text: writer.print(metaOf(job)) };
  const apps = foldersOf(job).flatMap(({ folder, app }) =>
    app.files.filter(isFor(job.release)).map(({ path, source }): NewJobFile => {
      const text = filledIn(sourceOf(sources, source), job);
      if (!source.endsWith('.conf')) return { path: `${folder}/${path}`, text };
      return { path: `${folder}/${path}${ending}`, text: inFormat(text, hocon, writer) };
    }),
  );
  return [meta, ...apps];
}

/** How many clients a job waits for: all that are named, or two of those that are connected, the least to be federated. */
export function clientsNeeded({ clients }: Pick<NewJob, 'clients'>): number {
  return clients === 'all' ? 2 : clients.length;
}

/** The formats that a release reads a job in. */
export function formatsOf(release: Release): readonly NewJobFormat[] {
  return isSince(release, HOCON_SINCE) ? ['json', 'hocon'] : ['json'];
}

function isFor(release: Release): (file: TemplateFile) => boolean {
  return ({ since, before }) =>
    (since === undefined || isSince(release, since)) && (before === undefined || !isSince(release, before));
}

/** The app folders of a job with their sites. */
function foldersOf({ template, clients }: NewJob): readonly AppFolder[] {
  const named = clients === 'all' ? [] : clients;
  return template.apps.flatMap((app): readonly AppFolder[] => {
    if (app.goesTo === 'each client') return named.map((site) => ({ folder: app.folder + site, app, sites: [site] }));
    const sites = app.goesTo === 'server' ? [SERVER_SITE] : clients === 'all' ? [ALL_SITES] : [SERVER_SITE, ...clients];
    return [{ folder: app.folder, app, sites }];
  });
}

interface AppFolder {
  readonly folder: string;
  readonly app: TemplateApp;
  readonly sites: readonly string[];
}

function metaOf(job: NewJob): Plain {
  const deployMap = Object.fromEntries(foldersOf(job).map(({ folder, sites }) => [folder, sites]));
  return { name: job.name, min_clients: clientsNeeded(job), deploy_map: deployMap };
}

/** Templates say `__CLIENTS__` where the number of clients belongs. */
function filledIn(text: string, job: NewJob): string {
  return text.replaceAll('__CLIENTS__', String(clientsNeeded(job)));
}

/** The text of a template keeps its comments in its own format; others get its value. */
function inFormat(text: string, hocon: ConfigFormat, writer: ConfigFormat): string {
  if (writer.name === hocon.name) return text;
  const conversion = convert(hocon.read(text), writer, { dropComments: true });
  if ('text' in conversion) return conversion.text;
  throw new Error(`a template cannot be written in ${writer.title}: ${conversion.refused[0]?.message}`);
}

function sourceOf(sources: ReadonlyMap<string, string>, source: string): string {
  const text = sources.get(source);
  if (text === undefined) throw new Error(`the template has no file ${source}`);
  return text;
}

function endingOf(format: FormatName): string {
  return CONFIG_ENDINGS.find(([, name]) => name === format)?.[0] ?? '';
}
