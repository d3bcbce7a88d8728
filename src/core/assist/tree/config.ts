import type { AppConfig } from '../../job/config/app-config';
import type { ComponentDef } from '../../job/config/components';
import type { Finding } from '../../rules/finding';
import { rangeOf } from '../../tree/node';
import { lastPart, sectionText, titleOf } from '../component-words';
import { leaf, type TreeKind, type TreeNode, tally } from './node';

/** What a configuration runs, as rows below its file: workflows, executors with their tasks, components, filters. */
export function configNodes(parent: string, config: AppConfig, findings: readonly Finding[]): readonly TreeNode[] {
  const makeRow = rowsBelow(parent, config.config.file, findings);
  return [
    ...config.workflows.map((workflow) => makeRow('workflow', workflow, classOf(workflow))),
    ...config.executors.flatMap(({ executor, tasks }) =>
      executor ? [makeRow('executor', executor, tasks.names.map(({ value }) => value).join(', '))] : [],
    ),
    ...config.components.map((component) => makeRow('component', component, classOf(component))),
    ...config.chains.flatMap((chain) =>
      chain.filters.map((filter) => {
        const tasks = chain.tasks.names.map(({ value }) => value).join(', ');
        return makeRow('filter', filter, `${tasks} · ${sectionText(chain)}`);
      }),
    ),
  ];
}

type MakeRow = (kind: TreeKind, component: ComponentDef, description: string, label?: string) => TreeNode;

/** Makes the rows below one row; things of the same name are told apart by their number. */
function rowsBelow(parent: string, file: string, findings: readonly Finding[]): MakeRow {
  const seen = new Map<string, number>();
  return (kind, component, description, label = titleOf(component)) => {
    const name = `${kind}/${label}`;
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    const id = `${parent}/${name}${number > 1 ? `#${number}` : ''}`;
    const inside = findings.filter(({ range }) => component.node.start <= range.start && range.end <= component.node.end);
    const { errors, warnings } = tally(inside);
    const place = { file, range: rangeOf(component.id ?? component.className ?? component.node) };
    const words = component.isDisabled ? `${description} · disabled` : description;
    const node = leaf(id, kind, label, words, place, errors, warnings);
    return component.nested.length === 0 ? node : { ...node, children: () => nestedRows(component, rowsBelow(id, file, inside)) };
  };
}

/** Components among the arguments of another, by the arguments' names. */
function nestedRows({ nested }: ComponentDef, makeRow: MakeRow): readonly TreeNode[] {
  return nested.map(({ argument, component }) =>
    makeRow('component', component, lastPart(component.className?.value ?? 'no class'), argument.key),
  );
}

/** The bare class, or where that is the label already, the module that it is in. */
function classOf({ id, className }: ComponentDef): string {
  const path = className?.value;
  if (path === undefined) return 'no class';
  return id ? lastPart(path) : path.slice(0, Math.max(0, path.lastIndexOf('.')));
}
