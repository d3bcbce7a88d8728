import { lastPart } from '../assist/index';
import type { IdParameter } from '../catalog/catalog-class';
import { STAND_IN } from '../formats/typing/typed-place';
import type { ComponentDef } from '../job/config/components';
import type { ClassFound } from '../job/config/known-class';
import { idReferences, kindsBy } from '../wiring/index';
import type { InApp } from './config-asked';
import type { IdOffer } from './found';

/** The ids of components that an argument may ask for: those of the right kind first, and none of a wrong one. */
export function idOffers(asked: InApp, wanted: Pick<IdParameter, 'classes'> | undefined, not: ComponentDef): readonly IdOffer[] {
  const { ids } = asked.found;
  const bases = wanted?.classes ?? [];
  const key = `${asked.config.config.file} ${bases.join()}`;
  const all = ids.get(key) ?? idsOf(asked, bases);
  ids.set(key, all);
  return all.filter(({ at }) => at !== not.node.start);
}

function idsOf({ config, classes, app }: InApp, bases: readonly string[]): readonly IdOffer[] {
  const offers: IdOffer[] = [];
  for (const [id, component] of config.ids.byId) {
    if (id === '' || id === STAND_IN || component.isDisabled) continue;
    const found = classes.of(component, app.name);
    const answers = found.kind === 'known' && !found.isFunction ? bases.map((base) => found.isA(base)) : [undefined];
    if (bases.length > 0 && answers.every((answer) => answer === false)) continue;
    const className = component.className && lastPart(component.className.value);
    offers.push({ id, className, fits: answers.includes(true), at: component.node.start });
  }
  return offers.sort((a, b) => Number(b.fits) - Number(a.fits));
}

/** The classes that components ask for who refer to a component by its id: one list for each of them. */
export function askedOf({ config, classes }: InApp, component: ComponentDef): readonly (readonly string[])[] {
  const id = component.id?.value;
  if (id === undefined || id === '' || id === STAND_IN) return [];
  return [...idReferences(config, classes)]
    .filter((reference) => reference.id === id && reference.parameter.classes.length > 0)
    .map(({ parameter }) => parameter.classes);
}

/** Whether another component asks for this one by its id. */
export function isUsed({ config, classes }: InApp, component: ComponentDef): boolean {
  const id = component.id?.value;
  return id !== undefined && [...idReferences(config, classes)].some((reference) => reference.id === id);
}

/** Ids that components ask for and that no component has, which a component of this class would satisfy, or may. */
export function missingIds({ config, classes }: InApp, found: ClassFound): readonly string[] {
  const { byId } = config.ids;
  const missing = new Set<string>();
  for (const { id, parameter } of idReferences(config, classes)) {
    if (byId.has(id) || id === STAND_IN || id.includes('{')) continue;
    const answers = found.kind === 'known' && !found.isFunction ? parameter.classes.map((base) => found.isA(base)) : [undefined];
    if (parameter.classes.length === 0 || answers.some((answer) => answer !== false)) missing.add(id);
  }
  return [...missing];
}

/** An id for a new component of the class at a path: what others ask for, or else a name for what it is, not yet given. */
export function newId(asked: InApp, found: ClassFound, path: string | undefined): string {
  const [missing] = path === undefined ? [] : missingIds(asked, found);
  if (missing !== undefined) return missing;
  const [kind] = found.kind === 'known' ? kindsBy((base) => found.isA(base)) : [];
  const name = kind && kind !== 'component' && kind !== 'widget' ? kind.replaceAll(' ', '_') : snake(path);
  const { byId } = asked.config.ids;
  let id = name;
  for (let number = 2; byId.has(id); number++) id = `${name}_${number}`;
  return id;
}

function snake(path: string | undefined): string {
  if (path === undefined || path === STAND_IN) return 'component';
  return lastPart(path)
    .replace(/([a-z0-9])([A-Z])|([A-Z]+)([A-Z][a-z])/g, '$1$3_$2$4')
    .toLowerCase();
}
