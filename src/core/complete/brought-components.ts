import type { IdParameter } from '../catalog/catalog-class';
import type { ComponentDef } from '../job/config/components';
import type { KnownClass } from '../job/config/known-class';
import type { DraftObject } from '../tree/draft';
import type { Bring } from './brings';
import { componentDraft } from './component-drafts';
import type { InApp } from './config-asked';
import type { Brought } from './found';
import { idOffers } from './ids';
import { usualClass } from './usual-classes';

/** What comes with an offer for which these components and executors are added. */
export function bringing(brought: readonly Brought[], executors: readonly DraftObject[] = []): readonly Bring[] {
  return [
    ...(brought.length > 0 ? [{ kind: 'components', items: brought } as const] : []),
    ...(executors.length > 0 ? [{ kind: 'executors', items: executors } as const] : []),
  ];
}

/** What a component of a class asks for by ids that nobody has: what can be added for it, and what only the author can. */
export interface IdNeeds {
  readonly brought: readonly Brought[];
  readonly words: readonly string[];
}

/** The components that the class asks for, by a default or because it must, and that are not there. */
export function idNeeds(asked: InApp, component: ComponentDef, { facts, byName }: KnownClass): IdNeeds {
  const brought: Brought[] = [];
  const words: string[] = [];
  const { byId } = asked.config.ids;
  for (const id of facts?.ids ?? []) {
    const parameter = byName.get(id.name);
    if (!parameter || component.args.some(({ key }) => key === id.name)) continue;
    const usual = parameter.value?.kind === 'string' ? parameter.value.value : undefined;
    if (usual === '' || (usual === undefined && parameter.default !== undefined)) continue;
    if (isThere(asked, id, component, usual)) continue;
    const name = usual ?? id.name.replace(/_ids?$/, '');
    const isTaken = byId.has(name) || brought.some((each) => each.id === name);
    const value = isTaken ? undefined : componentFor(asked, id, name);
    if (value) brought.push({ parameter: id.name, id: name, value });
    else words.push(`a component for "${id.name}"`);
  }
  return { brought, words };
}

/** Whether a component can be asked for: the usual one, where there is one. To look at the table first spares most offers the rest. */
function isThere(asked: InApp, id: IdParameter, component: ComponentDef, usual: string | undefined): boolean {
  if (usual === undefined) return idOffers(asked, id, component).length > 0;
  return asked.config.ids.byId.has(usual) && idOffers(asked, id, component).some((each) => each.id === usual);
}

/** A component with an id, for a parameter that asks for one; `undefined` where which class it has is its author's to say. */
function componentFor(asked: InApp, { classes }: Pick<IdParameter, 'classes'>, id: string): DraftObject | undefined {
  const path = usualClass(asked, classes);
  const found = path === undefined ? undefined : asked.classes.likely(path, asked.app.name);
  if (path === undefined || found?.kind !== 'known' || found.required.length > 0) return undefined;
  return componentDraft(path, [], id);
}
