import type { AppConfig } from '../job/config/app-config';
import type { ComponentDef } from '../job/config/components';
import type { Range } from '../text/range';
import { type GraphDraft, placeAt } from './draft';
import type { GraphNodeKind } from './model';

/** The nodes of a configuration by what they stand for. A filter has the node of the filters that it is among. */
export type NodeIds = Map<ComponentDef, string>;

/** Draws a component with what is built in place among its arguments. */
export function addComponent(
  draft: GraphDraft,
  { config }: AppConfig,
  group: string,
  component: ComponentDef,
  kind: GraphNodeKind,
  ids: NodeIds,
  around: Range = component.node,
): string {
  const { title, detail } = wordsOf(component);
  const { file } = config;
  const id = draft.node({
    id: draft.newId(`${group}/${kind}/${title}`),
    kind,
    group,
    title,
    detail,
    isDisabled: component.isDisabled,
    filters: [],
    place: placeAt(file, component.id ?? component.className ?? component.node),
    spans: [placeAt(file, around)],
  });
  ids.set(component, id);
  addParts(draft, config.file, group, component, id, ids);
  return id;
}

/** Draws what is built in place among the arguments of a component. */
export function addParts(
  draft: GraphDraft,
  file: string,
  group: string,
  component: ComponentDef,
  owner: string,
  ids: NodeIds,
): void {
  for (const { argument, component: inner } of component.nested) {
    const { title, detail } = wordsOf(inner);
    const place = placeAt(file, inner.className ?? inner.node);
    const id = draft.node({
      id: draft.newId(`${owner}/${argument.key}`),
      ...{ kind: 'component' as const, group, title, detail, isDisabled: inner.isDisabled, filters: [] },
      place,
      spans: [placeAt(file, inner.node)],
    });
    ids.set(inner, id);
    draft.edge({ kind: 'part', from: owner, to: id, label: argument.key, place, spans: [] });
    addParts(draft, file, group, inner, id, ids);
  }
}

/** A component's id above its class; the class above its module where there is no id. */
export function wordsOf({ id, className, path }: ComponentDef): { readonly title: string; readonly detail: string } {
  const classPath = className?.value;
  if (classPath === undefined) return { title: id?.value ?? path, detail: 'class unknown' };
  const dot = classPath.lastIndexOf('.');
  const bare = classPath.slice(dot + 1);
  return id && id.value !== bare
    ? { title: id.value, detail: bare }
    : { title: bare, detail: classPath.slice(0, Math.max(0, dot)) };
}
