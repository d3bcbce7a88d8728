import type { AppConfig } from '../job/config/app-config';
import type { ClassIndex } from '../job/config/class-index';
import type { Side } from '../job/config/system-variables';
import type { Wiring } from '../job/config/wiring';
import type { App } from '../job/model';
import { readAppConfig } from '../wiring/index';
import type { Asked } from './request';

/** A question about a configuration of an app, which is read as it is being typed. */
export interface ConfigAsked extends Asked {
  readonly app: App;
  readonly side: Side;
  /** What the configuration says with the stand-in in it. */
  readonly config: AppConfig;
  /** All configurations of the job, this one as it is being typed. */
  readonly all: Wiring;
  readonly classes: ClassIndex;
  /** What `usualClass` found for this question; many classes ask for the same kinds. */
  readonly usual: Map<string, string | undefined>;
}

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
  return { ...asked, app, side, config, classes, all: { configs: [...others, config], classes }, usual: new Map() };
}
