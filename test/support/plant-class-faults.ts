import { type Catalog, classPaths, find } from '../../src/core/catalog/catalog';
import { ALL_CATALOGS } from './catalogs';
import { components, type Fault, misspell, renameEntry, replaceText } from './plant';

/** A class that is another may take other arguments, ask for other components, and send and do other tasks. */
const CLASS_CAUSES = ['arguments/missing', 'arguments/unknown', 'ids/wrong-kind', 'ids/unknown', 'tasks/no-executor'];

/** Faults in the classes and arguments of components. */
export const CLASS_FAULTS: readonly Fault[] = [
  {
    name: 'a letter of a class',
    code: 'classes/not-in-nvflare',
    causes: [],
    *plant(_, wiring, random) {
      for (const { config, component, found } of components(wiring)) {
        if (found.origin !== 'nvflare' || component.classKey === 'name' || !component.className) continue;
        const path = component.className.value;
        const parts = path.split('.');
        const at = 1 + random(parts.length - 1);
        const wrong = misspell(parts[at] ?? '', random, (word) => {
          const result = wiring.classes.catalog && find(wiring.classes.catalog, replaced(parts, at, word));
          return !result?.kind.startsWith('no-');
        });
        if (wrong) yield* replaceText(config, component.className, replaced(parts, at, wrong));
      }
    },
  },
  {
    name: 'a class of another release',
    code: 'classes/not-in-nvflare',
    causes: [],
    *plant(_, wiring, random) {
      const { catalog } = wiring.classes;
      const others = catalog ? elsewhere(catalog) : [];
      for (const { config, component } of components(wiring)) {
        if (!component.className || component.classKey === 'name' || component.section === 'workflows') continue;
        const other = others[random(others.length)];
        if (other) yield* replaceText(config, component.className, other);
      }
    },
  },
  {
    name: 'a class of another kind',
    code: 'classes/wrong-kind',
    causes: CLASS_CAUSES,
    *plant(_, wiring) {
      for (const { config, component } of components(wiring)) {
        if (component.section === 'components' || component.classKey === 'name' || component.path.includes('.args.')) continue;
        if (component.className)
          yield* replaceText(config, component.className, 'nvflare.app_common.np.np_formatter.NPFormatter');
      }
    },
  },
  {
    name: 'a letter of an argument',
    code: 'arguments/unknown',
    causes: ['arguments/missing', 'tasks/no-executor'],
    *plant(_, wiring, random) {
      for (const { config, component, found } of components(wiring)) {
        if (found.isOpen) continue;
        for (const argument of component.args) {
          if (!found.parameters.some(({ name }) => name === argument.key)) continue;
          const wrong = misspell(argument.key, random, (word) => found.parameters.some(({ name }) => name === word));
          if (wrong && wrong !== 'class_attributes') yield* renameEntry(config, argument, wrong);
        }
      }
    },
  },
  {
    name: 'a required argument under another name',
    code: 'arguments/missing',
    causes: ['arguments/unknown', 'tasks/no-executor'],
    *plant(_, wiring, random) {
      for (const { config, component, found } of components(wiring)) {
        if (!component.argsCertain || !component.className) continue;
        for (const argument of component.args) {
          const parameter = found.parameters.find(({ name }) => name === argument.key);
          const wrong = misspell(argument.key, random, (word) => found.parameters.some(({ name }) => name === word));
          if (!parameter || parameter.default !== undefined || !wrong) continue;
          for (const planting of renameEntry(config, argument, wrong)) yield { ...planting, place: component.className };
        }
      }
    },
  },
  {
    name: 'a number as a text',
    code: 'arguments/wrong-type',
    causes: [],
    *plant(_, wiring) {
      for (const { config, component, found } of components(wiring)) {
        for (const { key, value } of component.args) {
          const parameter = found.parameters.find(({ name }) => name === key);
          if (value.kind !== 'integer' || !/^(?:int|float)$/.test(parameter?.annotation ?? '')) continue;
          const written = config.config.document.text.slice(value.start, value.end);
          if (!/^\d+$/.test(written)) continue;
          yield { file: config.config.file, edit: { range: value, newText: `"${written}"` }, place: value };
        }
      }
    },
  },
];

function replaced(parts: readonly string[], at: number, part: string): string {
  return parts.map((each, i) => (i === at ? part : each)).join('.');
}

const ELSEWHERE = new Map<Catalog, readonly string[]>();

/** Paths of classes that only other releases have. */
function elsewhere(catalog: Catalog): readonly string[] {
  const known = ELSEWHERE.get(catalog);
  if (known) return known;
  const paths = [...ALL_CATALOGS.values()].flatMap((other) => [...classPaths(other)]);
  const gone = [...new Set(paths)].filter((path) => find(catalog, path)?.kind.startsWith('no-')).sort();
  ELSEWHERE.set(catalog, gone);
  return gone;
}
