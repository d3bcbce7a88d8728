import { idReferences } from '../../src/core/job/config/id-references';
import { suits } from '../../src/core/rules/ids/_wanted';
import { type Fault, misspell, replaceText } from './plant';

/** Faults in the ids of components, and in those that are asked for. */
export const ID_FAULTS: readonly Fault[] = [
  {
    name: 'a letter of an id that is asked for',
    code: 'ids/unknown',
    causes: [],
    *plant(_, wiring, random) {
      for (const config of wiring.configs) {
        const { byId, certain } = config.ids;
        for (const { node, id, parameter } of certain ? idReferences(config, wiring.classes) : []) {
          const wrong = misspell(id, random, (word) => byId.has(word));
          if (node && wrong && byId.has(id) && parameter.name !== 'result_cleanser_ids') yield* replaceText(config, node, wrong);
        }
      }
    },
  },
  {
    name: 'a letter of the id of a cleanser',
    code: 'ids/cleanser-missing',
    causes: [],
    *plant(_, wiring, random) {
      for (const config of wiring.configs) {
        const { byId } = config.ids;
        for (const { node, id, parameter } of idReferences(config, wiring.classes)) {
          if (!node || parameter.name !== 'result_cleanser_ids' || !byId.has(id)) continue;
          const wrong = misspell(id, random, (word) => byId.has(word));
          if (wrong) yield* replaceText(config, node, wrong);
        }
      }
    },
  },
  {
    name: 'an id of another kind',
    code: 'ids/wrong-kind',
    causes: [],
    *plant(_, wiring) {
      for (const config of wiring.configs) {
        const { byId } = config.ids;
        for (const reference of idReferences(config, wiring.classes)) {
          if (!reference.node) continue;
          for (const [id, component] of byId) {
            if (suits(component, reference, config.app, wiring.classes) === false) yield* replaceText(config, reference.node, id);
          }
        }
      }
    },
  },
  {
    name: 'an id twice',
    code: 'ids/duplicate',
    causes: ['ids/unknown', 'ids/wrong-kind', 'ids/cleanser-missing'],
    *plant(_, wiring) {
      for (const config of wiring.configs) {
        const [first, ...others] = config.components;
        for (const { id } of others) if (id && first?.id) yield* replaceText(config, id, first.id.value);
      }
    },
  },
];
