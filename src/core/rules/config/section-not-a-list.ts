import { looksLikeComponent } from '../../job/config/components';
import { describe } from '../../job/participants';
import { type ConfigNode, entry, get } from '../../tree/node';
import { knownValue } from '../as-kind';
import type { Fix } from '../finding';
import { treeFix } from '../fixes';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';
import { EXECUTORS } from './_healthy';
import { sectionsOf } from './_sections';

export const rule: WiringRule = {
  code: 'config/section-not-a-list',
  severity: 'warning',
  stage: 'never',
  summary: 'a section of a configuration is not a list, so NVFLARE passes it over',
  *check({ wiring }) {
    for (const { config, root, side } of wiring.configs) {
      for (const section of sectionsOf(side)) {
        const found = root && entry(root, section);
        if (!found || found.value.kind === 'array' || found.value.kind === 'unknown' || found.value.kind === 'null') continue;
        yield {
          file: config.file,
          at: found.value,
          message: `${section} must be a list, not ${describe(found.value)}; NVFLARE passes it over without a word`,
          fixes: intoList(config.file, found.value),
        };
      }
    }
  },
};

/** An object that looks like an element is one. */
function intoList(file: string, node: ConfigNode): readonly Fix[] {
  const isItem = node.kind === 'object' && (get(node, 'executor') ?? get(node, 'filters')) !== undefined;
  const isElement = isItem || looksLikeComponent(node);
  const value = isElement ? knownValue(node) : undefined;
  return value === undefined ? [] : [treeFix('Put it into a list', file, { kind: 'replace', node, value: [value] })];
}

export const about: RuleAbout = {
  why: 'NVFLARE looks for the elements of a list. A section of another type is not an error to it: nothing in it is built. Components and filters are then missing in silence; missing workflows or executors end the job.',
  remedy: 'Put the objects into a list.',
  sources: ['nvflare/private/fed_json_config.py', 'nvflare/fuel/utils/json_scanner.py'],
  covers: ['MIS-23'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, "components": <|{ "id": "c", "path": "nvflare.app_common.widgets.validation_json_generator.ValidationJsonGenerator" }|> }`,
  ],
  good: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, "components": [] }`,
  ],
};
