import { looksLikeComponent } from '../../job/config/components';
import { describe } from '../../job/participants';
import { nearest } from '../../text/nearest';
import { type ConfigNode, entry, get } from '../../tree/node';
import { knownValue } from '../as-kind';
import { EXECUTORS } from '../config/_healthy';
import type { Fix } from '../finding';
import { renameKey, treeFix } from '../fixes';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';

export const rule: WiringRule = {
  code: 'filters/nothing-in-list',
  severity: 'error',
  stage: 'run',
  summary: 'an entry of a filter section has no list of filters',
  *check({ wiring }) {
    for (const { config, root, chains } of wiring.configs) {
      for (const { node, section } of chains) {
        const found = entry(node, 'filters');
        if (found?.value.kind === 'unknown' || (!found && node.value.incomplete)) continue;
        if (found?.value.kind === 'array' && found.value.value.length > 0) continue;
        const at = found?.value ?? { start: node.start, end: Math.min(node.start + 1, node.end) };
        const meant = found ? undefined : node.value.list.find(({ key }) => nearest(key, ['filters']) !== undefined);
        const what = meant
          ? `the key is "${meant.key}"`
          : !found
            ? 'it is missing'
            : found.value.kind === 'array'
              ? 'it is empty'
              : `it is ${describe(found.value)}`;
        yield {
          file: config.file,
          at,
          message: `"filters" must be a list with at least one filter, but ${what}`,
          // A filter under a misspelt key guards something; it is not to be thrown away.
          fixes: meant
            ? [renameKey(config.file, meant, 'filters')]
            : [...intoList(config.file, found?.value), ...removeItem(config.file, root && get(root, section), node)],
        };
      }
    }
  },
};

function intoList(file: string, node: ConfigNode | undefined): readonly Fix[] {
  const value = node && looksLikeComponent(node) ? knownValue(node) : undefined;
  return node && value !== undefined
    ? [treeFix('Put the filter into a list', file, { kind: 'replace', node, value: [value] })]
    : [];
}

function removeItem(file: string, array: ConfigNode | undefined, item: ConfigNode): readonly Fix[] {
  return array?.kind === 'array' ? [treeFix('Remove the entry', file, { kind: 'remove-item', array, item })] : [];
}

export const about: RuleAbout = {
  why: 'Each entry of `task_data_filters` and `task_result_filters` needs a list of filters with at least one element. The job ends with a configuration error otherwise.',
  remedy: 'Add a filter, or remove the entry.',
  sources: ['nvflare/private/fed_json_config.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, "task_result_filters": [{ "tasks": ["train"], "filters": <|[]|> }] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, "task_result_filters": [<|{|> "tasks": ["train"],
  "filter": [{ "path": "nvflare.app_common.filters.svt_privacy.SVTPrivacy" }] }] }`,
  ],
  good: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, "task_result_filters": [] }`,
  ],
};
