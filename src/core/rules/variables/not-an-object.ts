import { readJson } from '../../formats/json/read';
import type { ConfigNode } from '../../tree/node';
import type { Plain } from '../../tree/query';
import { knownValue } from '../as-kind';
import { EXECUTORS } from '../config/_healthy';
import type { Fix } from '../finding';
import { treeFix } from '../fixes';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';

export const rule: WiringRule = {
  code: 'variables/not-an-object',
  severity: 'error',
  stage: 'run',
  summary: 'a string in braces is taken for a variable with values put in, and there is no such variable',
  *check({ wiring }) {
    for (const { config, variables } of wiring.configs) {
      for (const { node, message } of variables?.faults ?? []) {
        yield { file: config.file, at: node, message: `${message}; write it as an object`, fixes: asObject(config.file, node) };
      }
    }
  },
};

/** A text that is JSON can be written as what it says. */
function asObject(file: string, node: ConfigNode): readonly Fix[] {
  const value = node.kind === 'string' && !node.origin ? parsed(node.value) : undefined;
  return value === undefined ? [] : [treeFix('Write it as an object', file, { kind: 'replace', node, value })];
}

function parsed(text: string): Plain {
  const { root, problems } = readJson(text);
  return problems.length === 0 ? knownValue(root) : undefined;
}

export const about: RuleAbout = {
  why: 'A string that begins with `{` and ends with `}` and has a colon between, such as JSON written as a string, is taken for the call of a variable. The job ends with a configuration error when the top of the configuration has no object of that name. Braces cannot be escaped.',
  remedy: 'Write the value as an object rather than as a string, or put it into a file.',
  sources: ['nvflare/fuel/utils/wfconf.py'],
  covers: ['MIS-21'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, "components": [
  { "id": "c", "path": "t.Thing", "args": { "x": <|"{\\"a\\": 1}"|> } }] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, "components": [
  { "id": "c", "path": "t.Thing", "args": { "x": <|"{@model:size=3}"|> } }] }`,
  ],
  good: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, "@model": { "path": "a.B", "args": { "n": "{size}" } }, "components": [
  { "id": "c", "path": "t.Thing", "args": { "x": "{@model:size=3}" } }] }`,
  ],
};
