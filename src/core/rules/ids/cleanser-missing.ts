import { idReferences } from '../../job/config/id-references';
import { nearest } from '../../text/nearest';
import { EXECUTORS } from '../config/_healthy';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';
import { idsThatSuit, isCleanser, replaceId } from './_wanted';

export const rule: WiringRule = {
  code: 'ids/cleanser-missing',
  severity: 'warning',
  stage: 'never',
  summary: 'a privacy filter of statistics names a cleanser that is not there, so it never runs',
  *check({ wiring }) {
    for (const config of wiring.configs) {
      const ids = config.ids;
      if (!ids.certain) continue;
      for (const reference of idReferences(config, wiring.classes)) {
        const { id, node } = reference;
        const target = ids.byId.get(id);
        if (!isCleanser(reference) || !node || (target && !target.isDisabled)) continue;
        const cleansers = idsThatSuit(ids, reference, config.app, wiring.classes);
        const near = nearest(id, cleansers);
        const why = target ? 'is disabled' : 'is not in this configuration';
        yield {
          file: config.config.file,
          at: node,
          message: `the cleanser "${id}" ${why}, and NVFLARE leaves it out without a word${near ? `; is "${near}" meant?` : ''}`,
          related: target ? [{ file: config.config.file, range: target.node, message: `"${id}" is disabled here` }] : [],
          fixes: replaceId(config, node, near ? [near] : cleansers),
        };
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'The filter looks its cleansers up by their ids and passes over those that it does not find. Statistics then leave the site as they are, and no log says so.',
  remedy: 'Correct the id, or add the cleanser to the components of the same configuration.',
  sources: ['nvflare/app_common/filters/statistics_privacy_filter.py'],
  covers: ['MIS-46'],
};

const CLEANSER = '{ "id": "min_count", "path": "nvflare.app_common.statistics.min_count_cleanser.MinCountCleanser" }';
const filter = (ids: string) =>
  `"task_result_filters": [{ "tasks": ["train"], "filters": [{ "path": "nvflare.app_common.filters.statistics_privacy_filter.StatisticsPrivacyFilter", "args": { "result_cleanser_ids": [${ids}] } }] }]`;

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, ${filter('"min_count", <|"min_max"|>')}, "components": [${CLEANSER.replace('" }', '", "args": { "min_count": 10 } }')}] }`,
  ],
  good: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, ${filter('"min_count"')}, "components": [${CLEANSER.replace('" }', '", "args": { "min_count": 10 } }')}] }`,
  ],
};
