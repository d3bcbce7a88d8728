import type { AppConfig } from '../../job/config/app-config';
import type { Wiring } from '../../job/config/wiring';
import { isAllSites } from '../../job/job-def';
import type { Job } from '../../job/model';
import type { Place } from '../../text/range';
import { rangeOf } from '../../tree/node';
import { toPlain } from '../../tree/query';
import { type PreviewSetup, setupOf } from '../preview/setups';
import { creationOrder } from './creation-order';
import { siteView } from './view';
import { type SiteFilters, type SiteTask, type SiteVariable, siteWiring } from './wiring';

/** Everything that one site gets, as NVFLARE would hand it over: plain data that survives JSON. */
export interface SiteSheet {
  readonly site: string;
  readonly role: 'server' | 'client';
  /** The app that it gets and why; null where none goes there. */
  readonly app: { readonly name: string; readonly how: 'named' | 'all-sites' } | null;
  readonly mandatory: boolean;
  /** What its resource manager and launcher are told. */
  readonly setup: PreviewSetup;
  /** What it runs; null where no configuration for it was found or can be read. */
  readonly runs: SiteRuns | null;
}

/** The configuration of a site with variables put in. */
export interface SiteRuns {
  readonly file: string;
  /** In the order in which NVFLARE makes them. */
  readonly components: readonly MadeComponent[];
  readonly tasks: readonly SheetTask[];
  readonly filters: readonly SiteFilters[];
  readonly variables: readonly SheetVariable[];
  /** The configuration as JSON, with variables put in; what is only known when the job runs is null. */
  readonly text: string;
  /** False where a part could not be read, so that there may be more. */
  readonly certain: boolean;
}

/** A component with what is passed to it. */
export interface MadeComponent extends Place {
  readonly section: string;
  readonly id: string | null;
  /** The class path or the bare name; null where it cannot be known. */
  readonly className: string | null;
  /** Arguments as JSON, by name. */
  readonly args: readonly { readonly name: string; readonly value: string }[];
}

/** A task as plain data. */
export interface SheetTask extends Omit<SiteTask, 'doneBy'> {
  readonly doneBy: string | null;
}

/** A variable as plain data. */
export interface SheetVariable extends Omit<SiteVariable, 'value'> {
  /** As JSON; null where it is only known when the job runs. */
  readonly value: string | null;
}

/** What a site gets. Any name will do: under `@ALL` every client gets the app. */
export function siteSheet(job: Job, wiring: Wiring | undefined, site: string): SiteSheet {
  const view = siteView(job, site);
  const role = isAllSites(site) ? 'all' : view.role;
  const config = wiring?.configs.find(({ app, side }) => app === view.app?.app && side === view.role);
  return {
    site,
    role: view.role,
    app: view.app ? { name: view.app.app, how: view.app.how } : null,
    mandatory: view.mandatory !== undefined,
    setup: setupOf(job, site, role),
    runs: wiring && config ? siteRuns(job, wiring, config, site) : null,
  };
}

function siteRuns(job: Job, wiring: Wiring, config: AppConfig, site: string): SiteRuns | null {
  const found = siteWiring(job, wiring, site);
  if (!found || !config.root) return null;
  const { file, tasks, filters, variables } = found;
  return {
    file,
    components: creationOrder(config)
      .filter(({ isDisabled }) => !isDisabled)
      .map((component) => ({
        section: component.section,
        id: component.id?.value ?? null,
        className: component.className?.value ?? null,
        args: component.args.map(({ key, value }) => ({ name: key, value: JSON.stringify(toPlain(value)) ?? 'null' })),
        file,
        range: rangeOf(component.className ?? component.node),
      })),
    tasks: tasks.map((task) => ({ ...task, doneBy: task.doneBy ?? null })),
    filters,
    variables: variables.map((variable) => ({ ...variable, value: jsonOf(variable.value) })),
    text: JSON.stringify(toPlain(config.root), undefined, 2) ?? 'null',
    certain: config.certain,
  };
}

function jsonOf(value: SiteVariable['value']): string | null {
  return value === undefined ? null : (JSON.stringify(value) ?? null);
}
