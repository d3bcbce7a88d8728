import type { IdParameter } from '../../catalog/catalog-class';
import type { Entry, StringNode } from '../../tree/node';
import type { AppConfig } from './app-config';
import type { ClassIndex } from './class-index';
import type { IdReference } from './known-class';

/**
 * The ids by which the components of a configuration ask for others, in file order, as the catalogue knows them for NVFLARE's
 * classes. An empty text, null and an object that is built in place ask for nothing.
 */
export function idReferences(config: AppConfig, classes: ClassIndex): readonly IdReference[] {
  const known = classes.references.get(config);
  if (known) return known;
  const made = [...referencesIn(config, classes)];
  classes.references.set(config, made);
  return made;
}

function* referencesIn(config: AppConfig, classes: ClassIndex): Generator<IdReference> {
  for (const component of config.built) {
    if (component.isDisabled) continue;
    const found = classes.of(component, config.app);
    if (found.kind !== 'known' || !found.facts) continue;
    for (const parameter of found.facts.ids) {
      const argument = component.args.find(({ key }) => key === parameter.name);
      if (argument) {
        for (const node of idsIn(argument, parameter)) yield { component, of: found, parameter, id: node.value, node };
      } else if (component.argsCertain) {
        const value = found.byName.get(parameter.name)?.value;
        if (value?.kind !== 'string' || value.value === '') continue;
        yield { component, of: found, parameter, id: value.value, node: undefined };
      }
    }
  }
}

function idsIn({ value }: Entry, { isList }: IdParameter): readonly StringNode[] {
  const nodes = isList && value.kind === 'array' ? value.value : [value];
  return nodes.filter((node): node is StringNode => node.kind === 'string' && node.value !== '');
}
