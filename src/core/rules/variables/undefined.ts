import { SYSTEM_VARIABLES } from '../../job/config/system-variables';
import { isSince } from '../../job/release';
import { nearest } from '../../text/nearest';
import { EXECUTORS } from '../config/_healthy';
import { textFix } from '../fixes';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';

export const rule: WiringRule = {
  code: 'variables/undefined',
  severity: 'warning',
  stage: 'never',
  summary: 'a variable stands for nothing',
  *check({ job, wiring }) {
    for (const { config, root, side, variables } of wiring.configs) {
      if (!root || !variables) continue;
      for (const { name, node, start, end, form, meaning } of variables.uses) {
        if (meaning.kind !== 'undefined' || form === 'call' || !/^\s*[@$]?[A-Za-z_]\w*\s*$/.test(name)) continue;
        // Text with an undefined name stays as it is since 2.6, so it may be meant as it stands.
        if (form === 'part' && isSince(job.target, '2.6')) continue;
        const system = SYSTEM_VARIABLES.find((variable) => variable.name === name);
        const known = [
          ...root.value.list.map(({ key }) => key),
          ...SYSTEM_VARIABLES.filter(({ sides }) => sides.includes(side)).map((one) => one.name),
        ];
        const near = system ? undefined : (known.find((key) => key === name.trim()) ?? nearest(name, known));
        const why =
          near === name.trim()
            ? 'the blanks inside the braces count'
            : !system
              ? `no top-level key "${name}" is in this configuration`
              : system.sides.includes(side)
                ? `NVFLARE sets it only since ${system.since}`
                : 'NVFLARE sets it on clients only';
        const fixes = near ? [textFix(`Change to "{${near}}"`, config.file, [{ range: { start, end }, newText: near }])] : [];
        const becomes = form === 'whole' ? 'the value becomes null' : 'NVFLARE stops over it';
        yield {
          file: config.file,
          at: start < end && start >= node.start ? { start, end } : node,
          message: `"${name}" stands for nothing, so ${becomes}; ${why}`,
          fixes,
        };
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'A string `{name}` is replaced by the value of the top-level key `name` of the same configuration, or of a variable that NVFLARE sets. Keys further in do not count, nor blanks inside the braces. When there is none, the value becomes null without a word.',
  remedy: 'Define the key at the top of the configuration, or correct the name.',
  sources: ['nvflare/fuel/utils/wfconf.py', 'nvflare/private/json_configer.py'],
  covers: ['MIS-20'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, "rounds": 5, "components": [
  { "id": "c", "path": "t.Thing", "args": { "x": "{<|round|>}" } }] }`,
    `
--- app/config/config_fed_server.json
{ "format_version": 2, "workflows": [{ "path": "nvflare.app_common.workflows.fedavg.FedAvg", "args": { "num_clients": 1, "url": "{<|ROOT_URL|>}" } }],
  "components": [{ "id": "persistor", "path": "nvflare.app_common.np.np_model_persistor.NPModelPersistor" }] }`,
  ],
  good: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, "root": "/data", "components": [
  { "id": "c", "path": "t.Thing", "args": { "x": "{root}", "y": "{SITE_NAME}", "z": "{$HOME}", "text": "a {b} c" } }] }`,
  ],
};
