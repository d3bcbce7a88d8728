import { lastPart, titleOf } from '../assist/index';
import type { AppConfig, ExecutorDef, FilterChain, Tasks } from '../job/config/app-config';
import type { ComponentDef } from '../job/config/components';
import type { Range } from '../text/range';
import type { Entry } from '../tree/node';
import type { OutlineKind, OutlineNode } from './outline-node';
import { outlineNode, placeOf, settingNode } from './outline-node';

/** The top-level keys of an app's configuration in file order; what it builds goes by its id, its class and its tasks. */
export function configOutline(config: AppConfig): readonly OutlineNode[] {
  const { root } = config.config.document;
  if (root.kind !== 'object') return [];
  const variables = new Set(
    (config.variables?.uses ?? []).flatMap(({ name, meaning }) => (meaning.kind === 'key' ? [name] : [])),
  );
  return root.value.list.map(
    (entry) => sectionNode(config, entry) ?? settingNode(variables.has(entry.key) ? 'variable' : 'setting', entry),
  );
}

function sectionNode({ components, workflows, executors, chains }: AppConfig, entry: Entry): OutlineNode | undefined {
  const section = (name: string, children: readonly OutlineNode[]) => outlineNode('section', name, '', placeOf(entry), children);
  const filters = (key: FilterChain['section']) => chains.filter((chain) => chain.section === key).flatMap(filterNodes);
  switch (entry.key) {
    case 'workflows':
      return section(
        'Workflows',
        workflows.map((workflow) => componentNode('workflow', workflow)),
      );
    case 'executors':
      return section('Executors', executors.map(executorNode));
    case 'components':
      return section(
        'Components',
        components.map((component) => componentNode('component', component)),
      );
    case 'task_data_filters':
    case 'task_result_filters':
      return section(entry.key === 'task_data_filters' ? 'Filters of task data' : 'Filters of task results', filters(entry.key));
    default:
      return undefined;
  }
}

function componentNode(
  kind: OutlineKind,
  component: ComponentDef,
  name = titleOf(component),
  range: Range = component.node,
): OutlineNode {
  const { id, className, node, args, nested, isDisabled } = component;
  const inner = new Map(nested.map((one) => [one.argument, one.component]));
  const children = args.map((argument) => {
    const built = inner.get(argument);
    return built ? componentNode('component', built, argument.key, placeOf(argument).range) : settingNode('argument', argument);
  });
  const path = className?.value ?? '';
  const detail = id || name !== lastPart(path) ? lastPart(path) : path.slice(0, Math.max(0, path.lastIndexOf('.')));
  return outlineNode(
    kind,
    name,
    isDisabled ? `${detail} · disabled` : detail,
    { range, selection: id ?? className ?? node },
    children,
  );
}

function executorNode({ node, tasks, executor }: ExecutorDef): OutlineNode {
  const name = tasksText(tasks);
  if (!executor) return outlineNode('executor', name, '', { range: node, selection: tasks.entry?.value ?? node });
  const inside = componentNode('executor', executor, name, node);
  return { ...inside, detail: lastPart(executor.className?.value ?? '') };
}

function filterNodes({ tasks, filters }: FilterChain): readonly OutlineNode[] {
  return filters.map((filter) => ({ ...componentNode('filter', filter), detail: tasksText(tasks) }));
}

function tasksText({ names }: Tasks): string {
  return names.map(({ value }) => value).join(', ');
}
