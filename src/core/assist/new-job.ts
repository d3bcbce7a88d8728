import type { FormatName } from '../formats/document';
import type { ConfigFormat } from '../formats/format';
import { ALL_SITES, SERVER_SITE } from '../job/job-def';
import type { Plain } from '../tree/query';
import { numpyJob } from './new-job-numpy';

/** What somebody wants of a new job. */
export interface NewJob {
  /** Its name, which is its folder's too. */
  readonly name: string;
  /** The name of a template. */
  readonly template: string;
  /** The clients by name, or all that are connected. */
  readonly clients: 'all' | readonly string[];
}

/** A file of a new job, its path below the job folder. */
export interface NewJobFile {
  readonly path: string;
  readonly text: string;
}

/** A kind of job to start from. */
export interface NewJobTemplate {
  readonly name: string;
  readonly title: string;
  /** What it does, as a phrase. */
  readonly description: string;
  /** The configurations below the app folder, by their paths without endings. */
  readonly configs: (job: NewJob) => ReadonlyMap<string, Plain>;
}

/** The kinds of job there are, the one for beginners first. */
export const NEW_JOB_TEMPLATES: readonly NewJobTemplate[] = [numpyJob];

/** The folder of the one app of a new job. */
const APP = 'app';

/** A whole job that runs as it is: its meta file first, then the configurations of its app. `undefined` for an unknown template. */
export function newJob(job: NewJob, format: ConfigFormat): readonly NewJobFile[] | undefined {
  const template = NEW_JOB_TEMPLATES.find(({ name }) => name === job.template);
  if (!template) return undefined;
  const file = (path: string, value: Plain): NewJobFile => ({ path: path + ENDINGS[format.name], text: format.print(value) });
  return [file('meta', metaOf(job)), ...[...template.configs(job)].map(([path, value]) => file(`${APP}/${path}`, value))];
}

const ENDINGS: { readonly [format in FormatName]: string } = { json: '.json', hocon: '.conf', yaml: '.yml' };

/** How many clients a job waits for: all that are named, or two of those that are connected, the least to be federated. */
export function clientsNeeded({ clients }: NewJob): number {
  return clients === 'all' ? 2 : clients.length;
}

function metaOf(job: NewJob): Plain {
  const sites = job.clients === 'all' ? [ALL_SITES] : [SERVER_SITE, ...job.clients];
  return { name: job.name, min_clients: clientsNeeded(job), deploy_map: { [APP]: sites } };
}
