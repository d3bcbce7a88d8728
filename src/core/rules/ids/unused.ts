import type { AppConfig } from '../../job/config/app-config';
import type { ComponentDef } from '../../job/config/components';
import { idReferences } from '../../job/config/id-references';
import type { IdReference, KnownClass } from '../../job/config/known-class';
import { type ConfigNode, get } from '../../tree/node';
import { WORKFLOWS } from '../config/_healthy';
import type { Fix } from '../finding';
import { treeFix } from '../fixes';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';
import { brokenReferences, lastName, suits } from './_wanted';

/** Kinds of component that do nothing until something asks for them. Most others act on events by themselves. */
const WAITS = [
  'nvflare.app_common.abstract.aggregator.Aggregator',
  'nvflare.app_common.abstract.learnable_persistor.LearnablePersistor',
  'nvflare.app_common.abstract.shareable_generator.ShareableGenerator',
  'nvflare.app_common.abstract.learner_spec.Learner',
  'nvflare.app_common.abstract.model_learner.ModelLearner',
  'nvflare.app_common.abstract.model_locator.ModelLocator',
  'nvflare.app_common.abstract.formatter.Formatter',
  'nvflare.app_common.statistics.statistics_privacy_cleanser.StatisticsPrivacyCleanser',
];

export const rule: WiringRule = {
  code: 'ids/unused',
  severity: 'info',
  stage: 'never',
  summary: 'a component waits to be asked for by its id, and nothing asks for it',
  *check({ wiring }) {
    const { classes } = wiring;
    for (const config of wiring.configs) {
      if (!config.certain) continue;
      // Custom code may ask for a component by an id of its own.
      const hasUnknown = config.built.some((component) => {
        const found = classes.of(component, config.app);
        return found.kind !== 'known' || !found.facts;
      });
      if (hasUnknown) continue;
      // What is refused for lack of a workflow or an executor has no need for anything.
      if ((config.side === 'server' ? config.workflows : config.executors).length === 0) continue;
      const used = usedTexts(config);
      for (const { id } of idReferences(config, classes)) used.add(id);
      let broken: readonly IdReference[] | undefined;
      const waiting = new Map<KnownClass, boolean>();
      const waits = (found: KnownClass) => {
        const known = waiting.get(found) ?? doesNothingAlone(found);
        waiting.set(found, known);
        return known;
      };
      for (const component of config.components) {
        const { id } = component;
        const found = classes.of(component, config.app);
        if (!id || component.isDisabled || used.has(id.value) || found.kind !== 'known' || !waits(found)) continue;
        // It is offered already in the place of an id that leads nowhere.
        broken ??= brokenReferences(config, classes);
        if (broken.some((reference) => suits(component, reference, config.app, classes))) continue;
        yield {
          file: config.config.file,
          at: id,
          message: `nothing in this configuration asks for "${id.value}", and ${lastName(found.path)} does nothing by itself`,
          tag: 'unnecessary',
          fixes: removeComponent(config, component),
        };
      }
    }
  },
};

function removeComponent({ config, root }: AppConfig, { node, id }: ComponentDef): readonly Fix[] {
  const array = root && get(root, 'components');
  if (array?.kind !== 'array') return [];
  return [treeFix(`Remove the component "${id?.value}"`, config.file, { kind: 'remove-item', array, item: node })];
}

function doesNothingAlone(found: KnownClass): boolean {
  return WAITS.some((base) => found.isA(base));
}

/** Every text among the arguments of a configuration; one that is an id may be meant as one. */
function usedTexts({ built }: AppConfig): Set<string> {
  const texts = new Set<string>();
  for (const { args } of built) for (const { value } of args) addTexts(value, texts);
  return texts;
}

function addTexts(node: ConfigNode, texts: Set<string>): void {
  if (node.kind === 'string') texts.add(node.value);
  else if (node.kind === 'array') for (const item of node.value) addTexts(item, texts);
  else if (node.kind === 'object') for (const { value } of node.value.list) addTexts(value, texts);
}

export const about: RuleAbout = {
  why: 'Aggregators, persistors, shareable generators, learners, model locators, formatters and cleansers work only for what asks for them by their id. One that nobody asks for is built and then does nothing; often a reference has another id than was meant.',
  remedy: 'Remove the component, or give its id to what should use it.',
  sources: ['nvflare/private/fed_json_config.py'],
};

const PERSISTOR = '{ "id": "persistor", "path": "nvflare.app_common.np.np_model_persistor.NPModelPersistor" }';

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_server.json
{ "format_version": 2, ${WORKFLOWS}, "components": [${PERSISTOR},
  { "id": <|"formatter"|>, "path": "nvflare.app_common.np.np_formatter.NPFormatter" }] }`,
  ],
  good: [
    `
--- app/config/config_fed_server.json
{ "format_version": 2, ${WORKFLOWS}, "components": [${PERSISTOR}] }`,
  ],
};
