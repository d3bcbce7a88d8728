import type { AppConfig } from '../../job/config/app-config';
import { type TaskFlow, taskFlow } from '../../job/config/task-flow';
import { takesTask } from '../../job/config/task-pattern';
import type { Wiring } from '../../job/config/wiring';
import type { Release } from '../../job/release';
import { counted } from '../../text/counted';
import type { Place } from '../../text/range';
import { rangeOf } from '../../tree/node';
import { sectionText, titleOf } from '../component-words';
import { code, names } from '../markdown';

/** A task: the workflows that send it, the executors that do it, and the filters on its way. */
export function aboutTask(
  wiring: Wiring,
  release: Release,
  task: string,
): { readonly paragraphs: readonly string[]; readonly places: readonly (Place & { readonly title: string })[] } {
  const { configs } = wiring;
  const senders = sendersOf(taskFlow(wiring), release, task);
  const executors = configs.flatMap((config) => executorsIn(config, release, task));
  const chains = configs.flatMap((config) => chainsIn(config, task));
  const isPattern = task.includes('*');
  return {
    paragraphs: [
      `**${code(task)}** · ${isPattern ? 'pattern of tasks' : 'task'}`,
      list('Sent by', senders, 'No workflow that is known sends it.'),
      list(isPattern ? 'Done by' : 'Done at clients by', executors, 'No executor is for it.'),
      ...(chains.length > 0 ? [list('Filters on its way', chains, '')] : []),
    ],
    places: [...senders, ...executors].flatMap(({ place, title }) => (place ? [{ title, ...place }] : [])),
  };
}

interface Row {
  readonly title: string;
  readonly text: string;
  readonly place: Place | undefined;
}

/** A list of one row is a sentence, and a long one is cut. */
function list(title: string, rows: readonly Row[], otherwise: string): string {
  if (rows.length === 0) return otherwise;
  const shown = rows.slice(0, 8).map(({ text }) => `- ${text}`);
  if (rows.length > shown.length) shown.push(`- ${counted(rows.length - shown.length, 'more place')}`);
  return `${title}:\n${shown.join('\n')}`;
}

function sendersOf({ sent, passedOn }: TaskFlow, release: Release, task: string): readonly Row[] {
  return [...sent, ...passedOn]
    .filter(({ name }) => takesTask(task, name, release))
    .map(({ config, component, node }) => ({
      title: 'sent',
      text: `${code(titleOf(component))} in ${code(config.config.file)}${node ? '' : ' (by default)'}`,
      place: { file: config.config.file, range: rangeOf(node ?? component.className ?? component.node) },
    }));
}

function executorsIn(config: AppConfig, release: Release, task: string): readonly Row[] {
  return config.executors.flatMap(({ tasks, executor }) => {
    const node = tasks.names.find(({ value }) => takesTask(value, task, release));
    if (!node) return [];
    const by = node.value === task ? '' : `, by the pattern ${code(node.value)}`;
    return [
      {
        title: 'done',
        text: `${executor ? code(titleOf(executor)) : 'an executor'} of app ${code(config.app)}${by}`,
        place: { file: config.config.file, range: rangeOf(node) },
      },
    ];
  });
}

/** Filters take tasks by their exact names only. */
function chainsIn(config: AppConfig, task: string): readonly Row[] {
  return config.chains
    .filter(({ tasks }) => tasks.names.some(({ value }) => value === task))
    .map((chain) => ({
      title: 'filtered',
      text: `${names(chain.filters.map(titleOf)) || 'no filter'} on the ${config.side} (${sectionText(chain)}) in ${code(config.config.file)}`,
      place: undefined,
    }));
}
