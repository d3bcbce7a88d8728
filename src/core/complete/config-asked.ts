import type { AppConfig } from '../job/config/app-config';
import type { ClassIndex } from '../job/config/class-index';
import type { Side } from '../job/config/system-variables';
import type { Wiring } from '../job/config/wiring';
import type { App } from '../job/model';
import { readAppConfig } from '../wiring/index';
import { type Found, nothingFound } from './found';
import { JobTasks } from './job-tasks';
import type { Asked, CompletionRequest } from './request';

/** A configuration of an app among all of its job. */
export interface InApp extends Pick<CompletionRequest, 'job' | 'formats' | 'code' | 'classLists'> {
  readonly app: App;
  readonly side: Side;
  /** What the configuration says; with the stand-in in it where it is the one that is being typed. */
  readonly config: AppConfig;
  /** All configurations of the job, this one as it is being typed. */
  readonly all: Wiring;
  readonly classes: ClassIndex;
  readonly tasks: JobTasks;
  readonly found: Found;
}

/** A question about a configuration of an app, which is read as it is being typed. */
export interface ConfigAsked extends Asked, InApp {}

/** The question, if the file is a configuration that an app may run. */
export function configAsked(asked: Asked): ConfigAsked | undefined {
  const { job, file, place, wiring, code, classLists } = asked;
  const [, name, side] = /^(.+?)\/config\/(?:.*\/)?config_fed_(server|client)\.[^/]+$/.exec(file) ?? [];
  const app = name === undefined ? undefined : job.apps.get(name);
  if (!app || !wiring || (side !== 'server' && side !== 'client')) return undefined;
  const configFile = { file, document: place.document, repeats: [], packing: undefined, unreadable: undefined, shadowed: [] };
  const config = readAppConfig(app.name, side, configFile, job.target);
  const classes = classLists.index(code, job.sources, wiring.classes);
  const others = wiring.configs.filter((other) => other.config.file !== file);
  const all = { configs: [...others, config], classes };
  return { ...asked, app, side, config, classes, all, tasks: new JobTasks(job, all), found: nothingFound() };
}

/** Another configuration of the same job. */
export function inApp(asked: InApp, config: AppConfig): InApp | undefined {
  const app = asked.job.apps.get(config.app);
  return app && { ...asked, app, side: config.side, config };
}
