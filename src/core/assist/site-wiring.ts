import type { AppConfig } from '../job/config/app-config';
import type { ComponentDef, ComponentSection } from '../job/config/components';
import type { VariableMeaning } from '../job/config/variables';
import type { Wiring } from '../job/config/wiring';
import type { Place } from '../text/range';
import { keyRange, rangeOf } from '../tree/node';
import { type Plain, toPlain } from '../tree/query';
import { sectionText, titleOf } from './component-words';
import { takesTask, tasksOfComponent } from './config-tasks';
import type { SiteView } from './site-view';

/** What a site runs: its app's configuration with variables put in. */
export interface SiteWiring {
  readonly file: string;
  /** Workflows, executors and components in the order of the file; filters have a list of their own. */
  readonly components: readonly SiteComponent[];
  /** On the server the tasks that it sends, at a client those that are sent or that an executor is for. */
  readonly tasks: readonly SiteTask[];
  readonly filters: readonly SiteFilters[];
  /** The variables that the configuration names. */
  readonly variables: readonly SiteVariable[];
}

export interface SiteComponent extends Place {
  readonly section: ComponentSection;
  readonly id: string | undefined;
  /** The class path, or the bare name; `undefined` where it cannot be known. */
  readonly className: string | undefined;
  readonly isDisabled: boolean;
}

export interface SiteTask extends Place {
  readonly name: string;
  /** The workflows that are known to send it. */
  readonly sentBy: readonly string[];
  /** The executor that does it here; on the server nobody does. */
  readonly doneBy: string | undefined;
}

export interface SiteFilters extends Place {
  readonly tasks: readonly string[];
  /** `task data, out`. */
  readonly where: string;
  readonly filters: readonly string[];
}

export interface SiteVariable extends Place {
  readonly name: string;
  readonly from: VariableMeaning['kind'];
  /** `undefined` where it is only known when the job runs. */
  readonly value: Plain;
}

/** What a site runs; `undefined` where no configuration for it was found or can be read. */
export function siteWiring({ configs, classes }: Wiring, view: SiteView): SiteWiring | undefined {
  const config = configs.find(({ app, side }) => app === view.app?.app && side === view.role);
  if (!config?.root) return undefined;
  const { file } = config.config;
  const sent = sentTasks(configs, classes);
  return {
    file,
    components: config.built.filter(({ section }) => !section.startsWith('task_')).map((each) => siteComponent(each, file)),
    tasks: config.side === 'server' ? sent : clientTasks(config, sent),
    filters: config.chains.map((chain) => ({
      tasks: chain.tasks.names.map(({ value }) => value),
      where: sectionText(chain),
      filters: chain.filters.map(titleOf),
      file,
      range: rangeOf(chain.node),
    })),
    variables: variablesOf(config, view.site),
  };
}

function siteComponent(component: ComponentDef, file: string): SiteComponent {
  return {
    section: component.section,
    id: component.id?.value,
    className: component.className?.value,
    isDisabled: component.isDisabled,
    file,
    range: rangeOf(component.className ?? component.node),
  };
}

/** The tasks of all workflows, each once. */
function sentTasks(configs: readonly AppConfig[], classes: Wiring['classes']): readonly SiteTask[] {
  const tasks = new Map<string, SiteTask>();
  for (const config of configs) {
    if (config.side !== 'server') continue;
    for (const component of config.built) {
      for (const { name, node } of tasksOfComponent(component, config.app, classes).sends) {
        const by = titleOf(component);
        const known = tasks.get(name);
        if (known?.sentBy.includes(by)) continue;
        const place = { file: config.config.file, range: rangeOf(node ?? component.className ?? component.node) };
        tasks.set(
          name,
          known ? { ...known, sentBy: [...known.sentBy, by] } : { name, sentBy: [by], doneBy: undefined, ...place },
        );
      }
    }
  }
  return [...tasks.values()];
}

/** Exact names win over patterns, and of patterns the first. Nothing is said of a task that a part may do which was not read. */
function clientTasks(config: AppConfig, sent: readonly SiteTask[]): readonly SiteTask[] {
  const { file } = config.config;
  const entries = config.executors.flatMap(({ executor, tasks }) =>
    tasks.names.map((node) => ({ node, by: executor ? titleOf(executor) : undefined })),
  );
  const isCertain = config.certain && config.executors.every(({ tasks }) => tasks.certain);
  const done = sent.flatMap((task): readonly SiteTask[] => {
    const found =
      entries.find(({ node }) => node.value === task.name) ?? entries.find(({ node }) => takesTask(node.value, task.name));
    if (found) return [{ ...task, doneBy: found.by, file, range: rangeOf(found.node) }];
    return isCertain ? [task] : [];
  });
  const others = entries.filter(({ node }) => !sent.some(({ name }) => takesTask(node.value, name)));
  return [...done, ...others.map(({ node, by }) => ({ name: node.value, sentBy: [], doneBy: by, file, range: rangeOf(node) }))];
}

function variablesOf({ variables, config }: AppConfig, site: string): readonly SiteVariable[] {
  const seen = new Map<string, SiteVariable>();
  for (const { name, meaning, start, end } of variables?.uses ?? []) {
    if (seen.has(name) || meaning.kind === 'local') continue;
    const value = meaning.kind === 'key' ? toPlain(meaning.entry.value) : name === 'SITE_NAME' ? site : undefined;
    const range = meaning.kind === 'key' ? keyRange(meaning.entry) : { start, end };
    seen.set(name, { name, from: meaning.kind, value, file: config.file, range });
  }
  return [...seen.values()];
}
