import { ancestors, type Catalog, lookupClass } from '../../catalog/catalog';
import type { KnownClass } from '../../job/config/known-class';
import type { ConfigFile } from '../../job/model';
import { describe } from '../../job/participants';
import { own } from '../../text/own';
import type { ConfigNode } from '../../tree/node';
import { asKind } from '../as-kind';
import type { Fix } from '../finding';
import { treeFix } from '../fixes';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';

export const rule: WiringRule = {
  code: 'arguments/wrong-type',
  severity: 'warning',
  stage: 'run',
  summary: 'an argument is of another type than the constructor declares',
  *check({ wiring }) {
    for (const { config, built, app, variables } of wiring.configs) {
      for (const component of built) {
        const found = wiring.classes.of(component, app);
        if (found.kind !== 'known' || component.isDisabled) continue;
        for (const { key, value } of component.args) {
          const parameter = found.byName.get(key);
          if (isPlainly(value.kind, parameter?.annotation)) continue;
          const allowed = parameter?.annotation === undefined ? undefined : kindsOf(parameter.annotation);
          if (!allowed || value.kind === 'unknown' || allowed.has(value.kind)) continue;
          if (value.kind === 'null' && (parameter?.default === undefined || takesNone(found, key, wiring.classes.catalog)))
            continue;
          // A variable that stands for nothing is told by `variables/undefined`.
          if (
            value.kind === 'null' &&
            variables?.uses.some(({ node, meaning }) => node.start === value.start && meaning.kind === 'undefined')
          )
            continue;
          if (component.nested.some(({ argument }) => argument.key === key)) continue;
          yield {
            file: config.file,
            at: value,
            message: `"${key}" is declared as ${parameter?.annotation}, but ${shown(value)} is given`,
            related: parameter?.place ? [{ ...parameter.place, message: `"${key}" is declared here` }] : [],
            fixes: asDeclared(config, value, allowed),
          };
        }
      }
    }
  },
};

/** A number as it is: that it is a fraction is what is wrong with it. */
function shown(value: ConfigNode): string {
  return value.kind === 'float' || value.kind === 'integer' ? String(value.value) : describe(value);
}

/** Whether None is meant for a parameter, as its default or a class that it hands the argument to says: annotations leave it out often. */
function takesNone({ path, byName }: KnownClass, name: string, catalog: Catalog | undefined): boolean {
  if (byName.get(name)?.default === 'None') return true;
  return (catalog ? ancestors(catalog, path) : []).some((above) => {
    const parameter = catalog && lookupClass(catalog, above)?.signature.parameters.find((each) => each.name === name);
    return parameter && (parameter.default === 'None' || kindsOf(parameter.annotation ?? '')?.has('null'));
  });
}

/** A text that only says a number, or true or false, is certainly meant as that. */
function asDeclared({ file, document }: ConfigFile, node: ConfigNode, kinds: ReadonlySet<ConfigNode['kind']>): readonly Fix[] {
  const value = asKind(node, kinds);
  if (value === undefined || node.origin || document.text.slice(node.start, node.end).includes('{')) return [];
  const isPlain = typeof value === 'number' || typeof value === 'boolean';
  return [treeFix(`Change to ${JSON.stringify(value)}`, file, { kind: 'replace', node, value }, isPlain)];
}

const KINDS: Readonly<Record<string, readonly ConfigNode['kind'][]>> = {
  int: ['integer', 'boolean'],
  float: ['float', 'integer', 'boolean'],
  str: ['string'],
  bool: ['boolean'],
  dict: ['object'],
  list: ['array'],
  None: ['null'],
};

/** Whether a value is of the kind that an annotation of one word says: nearly all are. */
function isPlainly(kind: ConfigNode['kind'], annotation = ''): boolean {
  switch (annotation) {
    case 'str':
      return kind === 'string';
    case 'bool':
      return kind === 'boolean';
    case 'int':
      return kind === 'integer';
    case 'float':
      return kind === 'float' || kind === 'integer';
    default:
      return false;
  }
}

type Kinds = ReadonlySet<ConfigNode['kind']> | undefined;

/** What annotations say, by their text. NVFLARE has some hundred; more than this only come of somebody typing one. */
const KNOWN = new Map<string, Kinds>();
const MOST_KNOWN = 1000;

/** The kinds of value that a simple annotation allows; `undefined` for one that says more than can be judged here. */
function kindsOf(annotation: string): Kinds {
  if (KNOWN.has(annotation)) return KNOWN.get(annotation);
  const kinds = readKinds(annotation);
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  KNOWN.set(annotation, kinds);
  return kinds;
}

function readKinds(annotation: string): Kinds {
  const optional = /^Optional\[(.*)\]$/.exec(annotation.trim());
  const union = /^Union\[(.*)\]$/.exec(annotation.trim());
  const parts = optional ? [optional[1] ?? '', 'None'] : union ? splitTop(union[1] ?? '', ',') : splitTop(annotation, '|');
  const kinds = new Set<ConfigNode['kind']>();
  for (const part of parts) {
    const name = part
      .trim()
      .replace(/^(Dict|List)\b/, (word) => word.toLowerCase())
      .replace(/^([^[]*)\[.*\]$/, '$1');
    const some = own(KINDS, name);
    if (!some) return undefined;
    for (const kind of some) kinds.add(kind);
  }
  return kinds;
}

/** The parts of a list, brackets kept whole. */
function splitTop(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '[') depth++;
    else if (text[i] === ']') depth--;
    else if (text[i] === separator && depth === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

export const about: RuleAbout = {
  why: 'Many constructors of NVFLARE check the types of their arguments and refuse others; custom code often fails later, in the middle of a run.',
  remedy: 'Write the value as the declared type; numbers and true or false without quotes.',
  sources: ['nvflare/fuel/utils/class_utils.py'],
  covers: ['MIS-03'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_server.json
{ "format_version": 2, "workflows": [{ "path": "nvflare.app_common.workflows.fedavg.FedAvg", "args": { "num_clients": <|"1"|>, "num_rounds": 2 } }],
  "components": [{ "id": "persistor", "path": "nvflare.app_common.np.np_model_persistor.NPModelPersistor" }] }`,
  ],
  good: [
    `
--- target 2.8
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": {
  "path": "nvflare.app_opt.pt.client_api_launcher_executor.PTClientAPILauncherExecutor", "args": { "pipe_id": "pipe", "max_resends": null } } }],
  "components": [{ "id": "pipe", "path": "nvflare.fuel.utils.pipe.file_pipe.FilePipe", "args": { "mode": "PASSIVE", "root_path": "pipe" } }] }`,
    `
--- app/config/config_fed_server.json
{ "format_version": 2, "rounds": 3, "workflows": [{ "path": "nvflare.app_common.workflows.fedavg.FedAvg", "args": { "num_clients": 2, "num_rounds": "{rounds}" } }],
  "components": [{ "id": "persistor", "path": "nvflare.app_common.np.np_model_persistor.NPModelPersistor" }] }`,
    `
--- app/config/config_fed_server.json
{ "format_version": 2, "workflows": ["{@fedavg:rounds=3}"],
  "@fedavg": { "path": "nvflare.app_common.workflows.fedavg.FedAvg", "args": { "num_clients": 2, "num_rounds": "{rounds}" } },
  "components": [{ "id": "persistor", "path": "nvflare.app_common.np.np_model_persistor.NPModelPersistor" }] }`,
  ],
};
