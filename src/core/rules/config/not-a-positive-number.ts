import type { AppConfig } from '../../job/config/app-config';
import { describe } from '../../job/participants';
import { type Entry, entry, get, type ObjectNode } from '../../tree/node';
import { asKind } from '../as-kind';
import type { Fix } from '../finding';
import { removeKey, treeFix } from '../fixes';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';
import { EXECUTORS, WORKFLOWS } from './_healthy';

export const rule: WiringRule = {
  code: 'config/not-a-positive-number',
  severity: 'error',
  stage: 'run',
  summary: 'an interval or timeout of a configuration is not a number above 0',
  *check({ wiring }) {
    for (const found of wiring.configs) {
      for (const { key, object, interval } of intervals(found)) {
        const { value } = interval;
        if (value.kind === 'unknown' || ((value.kind === 'integer' || value.kind === 'float') && value.value > 0)) continue;
        if (value.kind === 'boolean' && value.value) continue;
        const what = value.kind === 'integer' || value.kind === 'float' ? String(value.value) : describe(value);
        yield {
          file: found.config.file,
          at: value,
          message: `${key} must be a number above 0, in seconds, not ${what}`,
          fixes: fixesFor(found.config.file, object, interval),
        };
      }
    }
  },
};

interface Interval {
  /** As a message names it. */
  readonly key: string;
  readonly object: ObjectNode;
  readonly interval: Entry;
}

function fixesFor(file: string, object: ObjectNode, interval: Entry): readonly Fix[] {
  const number = asKind(interval.value, new Set(['integer', 'float']));
  const isMeant = typeof number === 'number' && number > 0;
  const change = { kind: 'replace', node: interval.value, value: number } as const;
  return [...(isMeant ? [treeFix(`Change to ${number}`, file, change, true)] : []), removeKey(file, object, interval)];
}

/** The values that NVFLARE itself checks while it reads a configuration. */
function* intervals({ root, side }: AppConfig): Iterable<Interval> {
  if (!root) return;
  if (side === 'client') {
    const found = entry(root, 'default_task_fetch_interval');
    if (found) yield { key: found.key, object: root, interval: found };
    return;
  }
  const server = get(root, 'server');
  if (server?.kind !== 'object') return;
  for (const key of ['heart_beat_timeout', 'task_request_interval']) {
    const found = entry(server, key);
    if (found) yield { key: `server.${key}`, object: server, interval: found };
  }
}

export const about: RuleAbout = {
  why: 'NVFLARE reads these three values itself and ends the job with a configuration error when one is not a number above 0: `server.heart_beat_timeout` (60 seconds when left out), `server.task_request_interval` (2) and, on clients, `default_task_fetch_interval` (0.5).',
  remedy: 'Write a number of seconds.',
  sources: ['nvflare/private/fed/server/server_json_config.py', 'nvflare/private/fed/client/client_json_config.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_server.json
{ "format_version": 2, "server": { "heart_beat_timeout": <|"600"|> }, ${WORKFLOWS}, "components": [{ "id": "persistor", "path": "nvflare.app_common.np.np_model_persistor.NPModelPersistor" }] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "default_task_fetch_interval": <|0|>, ${EXECUTORS} }`,
  ],
  good: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "default_task_fetch_interval": 0.5, ${EXECUTORS} }`,
  ],
};
