import { entry, keyRange } from '../../tree/node';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';
import { EXECUTORS } from './_healthy';

export const rule: WiringRule = {
  code: 'config/nothing-to-run',
  severity: 'error',
  stage: 'run',
  summary: 'a server configuration has no workflow, or a client configuration no executor',
  *check({ wiring }) {
    for (const { config, root, side, certain } of wiring.configs) {
      const section = side === 'server' ? 'workflows' : 'executors';
      const found = root && entry(root, section);
      if (!root || (!found && !certain) || found?.value.kind === 'unknown') continue;
      if (found?.value.kind === 'array' && found.value.value.length > 0) continue;
      const one = side === 'server' ? 'workflow' : 'executor';
      const at = found ? keyRange(found) : { start: root.start, end: Math.min(root.start + 1, root.end) };
      yield {
        file: config.file,
        at,
        message: `this configuration has no ${one}, so NVFLARE refuses it; add one to "${section}"`,
      };
    }
  },
};

export const about: RuleAbout = {
  why: 'A server needs at least one workflow and a client at least one executor. The job ends with a configuration error otherwise; on a client the simulator still exits with 0.',
  remedy: 'Add a workflow or an executor.',
  sources: ['nvflare/private/fed/server/server_json_config.py', 'nvflare/private/fed/client/client_json_config.py'],
  covers: ['MIS-23'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, <|"executors"|>: [] }`,
    `
--- app/config/config_fed_server.json
<|{|> "format_version": 2, "components": [] }`,
  ],
  good: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS} }`,
  ],
};
