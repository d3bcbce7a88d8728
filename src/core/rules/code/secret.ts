import { type ConfigNode, type Entry, keyRange } from '../../tree/node';
import { EXECUTORS } from '../config/_healthy';
import { treeFix } from '../fixes';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';

export const rule: WiringRule = {
  code: 'code/secret',
  severity: 'warning',
  stage: 'never',
  summary: 'a password, key or token stands in a configuration',
  *check({ wiring }) {
    for (const { config } of wiring.configs) {
      for (const found of secretsIn(config.document.root)) {
        const variable = `{$${found.key.toUpperCase().replace(/\W/g, '_')}}`;
        yield {
          file: config.file,
          at: keyRange(found),
          message: `"${found.key}" looks like a secret, and everybody who gets the job can read it; take it from the site's environment, "${variable}"`,
          fixes: [treeFix(`Change to "${variable}"`, config.file, { kind: 'replace', node: found.value, value: variable })],
        };
      }
    }
  },
};

const SECRET =
  /^(?:[\w-]*[_-])?(?:password|passwd|passphrase|secret|secret[_-]?key|api[_-]?key|access[_-]?key|private[_-]?key|credentials?)$/i;
/** Other tokens are words of a language model: `pad_token`, `eos_token`. */
const TOKEN =
  /^(?:token|[\w-]*(?:access|auth|api|bearer|refresh|hf|hub|github|gitlab|wandb|mlflow|secret|login|session|use_auth)[_-]?token)$/i;

/** A word that all of them have, and few other keys: one look at those is enough. */
const WORD = /pass|secret|key|credential|token/i;

function secretsIn(node: ConfigNode, secrets: Entry[] = []): readonly Entry[] {
  if (node.kind === 'array') for (const item of node.value) secretsIn(item, secrets);
  if (node.kind !== 'object') return secrets;
  for (const found of node.value.list) {
    const { key, value } = found;
    if (value.kind === 'string') {
      if (WORD.test(key) && (SECRET.test(key) || TOKEN.test(key)) && isLiteral(value.value)) secrets.push(found);
    } else secretsIn(value, secrets);
  }
  return secrets;
}

/** Not a variable, a path of a file, or a text that only says what belongs there. */
function isLiteral(text: string): boolean {
  return (
    text.length > 3 && !/[{}$<>/\\\s]|^\*+$|^x+$|your|example|placeholder|change[_-]?me|\.(?:pem|key|crt|json|txt)$/i.test(text)
  );
}

export const about: RuleAbout = {
  why: 'The server stores the job, and sends the app to all its sites. Who may list or download jobs can read what stands in it.',
  remedy: 'Take the value from the environment of the site by `{$NAME}`, and change the secret if the file was shared already.',
  sources: ['nvflare/fuel/utils/wfconf.py'],
};

const client = (entries: string) => `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, ${entries} }`;

export const examples: RuleExamples = {
  bad: [client('<|"api_key"|>: "a1b2c3d4e5"'), client('"db": { <|"password"|>: "hunter22" }')],
  good: [
    client(
      '"api_key": "{$API_KEY}", "pad_token": "[PAD]", "private_key": "/run/keys/site.pem", "password": "", "token": "<your token>"',
    ),
  ],
};
