import { nearest } from '../../text/nearest';
import { entry, keyRange } from '../../tree/node';
import { renameKey } from '../fixes';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';
import { EXECUTORS, WORKFLOWS } from './_healthy';
import { sectionsOf } from './_sections';

export const rule: WiringRule = {
  code: 'config/misspelt-section',
  severity: 'warning',
  stage: 'never',
  summary: 'a list of objects at the top of a configuration has nearly the name of a section',
  *check({ wiring }) {
    for (const { config, root, side, variables } of wiring.configs) {
      if (!root) continue;
      const sections = sectionsOf(side);
      for (const found of root.value.list) {
        const holdsObjects = found.value.kind === 'array' && found.value.value.some((item) => item.kind === 'object');
        if (!holdsObjects || sections.includes(found.key)) continue;
        if (variables?.uses.some(({ meaning }) => meaning.kind === 'key' && meaning.entry.key === found.key)) continue;
        const near = meantSection(
          found.key,
          sections.filter((section) => !entry(root, section)),
        );
        if (!near) continue;
        yield {
          file: config.file,
          at: keyRange(found),
          message: `NVFLARE does not read "${found.key}"; is "${near}" meant?`,
          fixes: [renameKey(config.file, found, near)],
        };
      }
    }
  },
};

/** The section with nearly the name, or the only one that ends like it: `result_filters`. */
function meantSection(key: string, sections: readonly string[]): string | undefined {
  const [only, ...others] = sections.filter((section) => section.endsWith(`_${key}`));
  return nearest(key, sections) ?? (others.length === 0 ? only : undefined);
}

export const about: RuleAbout = {
  why: 'Keys that NVFLARE does not know are free for variables, so a misspelt section is not reported by it. Nothing in it is built.',
  remedy: 'Give the section its right name.',
  sources: ['nvflare/private/fed_json_config.py'],
  covers: ['MIS-23'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, <|"task_result_filter"|>: [{ "tasks": ["train"], "filters": [{ "path": "nvflare.app_common.filters.svt_privacy.SVTPrivacy" }] }] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, <|"result_filters"|>: [{ "tasks": ["train"], "filters": [{ "path": "nvflare.app_common.filters.svt_privacy.SVTPrivacy" }] }] }`,
    `
--- app/config/config_fed_server.json
{ "format_version": 2, ${WORKFLOWS}, <|"component"|>: [{ "id": "persistor", "path": "nvflare.app_common.np.np_model_persistor.NPModelPersistor" }] }`,
  ],
  good: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, "sites": [{ "a": 1 }] }`,
  ],
};
