import type { Checked } from '../assist/checked';
import type { ConfigName } from '../assist/config-names';
import { CLIENT_CONFIG_KEYS, SERVER_CONFIG_KEYS } from '../assist/index';
import type { AppConfig } from '../job/config/app-config';
import type { VariableUse } from '../job/config/variables';
import type { Release } from '../job/release';
import { LineIndex } from '../text/line-index';
import { type Entry, entry } from '../tree/node';
import { systemVariables } from '../wiring/index';
import { change, type EditPlan, type PlannedChange, type Refusal, refuse } from './plan';
import { writtenNode } from './written';

/** Why the name at a place is no variable that can get another name; `undefined` where it is one. */
export function fixedVariable({ name, config }: ConfigName, release: Release): string | undefined {
  if (systemVariables(config.side, release).has(name)) return `NVFLARE sets "${name}" by this name.`;
  if (isKnownKey(config, name)) return `NVFLARE reads the key "${name}" by this name.`;
  if (keysOf(config, name).length > 0) return undefined;
  if (name.startsWith('$')) return `The environment of the site sets "${name}".`;
  return `No key at the top of ${config.config.file} is called "${name}".`;
}

/** Gives a variable another name: its key at the top of a configuration, and every text of this configuration that names it. */
export function renameVariable({ job }: Checked, at: ConfigName, newName: string): EditPlan | Refusal {
  const { config, name } = at;
  const problem = fixedVariable(at, job.target) ?? templateProblem(name, newName) ?? variableProblem(config, newName, job.target);
  if (problem !== undefined) return refuse(problem);
  const texts = textsOf(config, name);
  const odd = texts.find(({ isKnown }) => !isKnown);
  if (odd) {
    const { line } = new LineIndex(config.config.document.text).positionAt(odd.use.node.start);
    return refuse(
      `${config.config.file}, line ${line + 1}: "${name}" is named in the values of a call there. Change it by hand.`,
    );
  }
  const { file } = config.config;
  return {
    title: `Rename variable "${name}" to "${newName}"`,
    changes: [
      ...keysOf(config, name).map((found) => change(file, { kind: 'rename-key', entry: found, key: newName })),
      ...texts.map(({ use, places }): PlannedChange => {
        const value = withName(use.node.value, places, name, newName);
        return change(file, { kind: 'replace', node: writtenNode(config, use.node), value });
      }),
    ],
    notes: [],
  };
}

/** Why a key of the configuration cannot be a variable of this name; `undefined` where it can. */
function variableProblem(config: AppConfig, name: string, release: Release): string | undefined {
  if (!/^@?[A-Za-z_][\w-]*$/.test(name))
    return `"${name}" cannot name a variable: only letters, digits, "_" and "-", with a letter first.`;
  if (systemVariables(config.side, release).has(name)) return `NVFLARE itself sets a variable "${name}".`;
  if (isKnownKey(config, name)) return `NVFLARE reads a key "${name}", so it cannot be a variable.`;
  if (keysOf(config, name).length > 0) return `${config.config.file} already has a key "${name}" at its top.`;
  const taken = config.variables?.uses.some((use) => use.name === name);
  return taken
    ? `${config.config.file} already names a variable "${name}", which a new key of this name would stand for.`
    : undefined;
}

/** A key with `@` in front is a template of a call, and nothing else is. */
function templateProblem(name: string, newName: string): string | undefined {
  if (name.startsWith('@') === newName.startsWith('@')) return undefined;
  return name.startsWith('@')
    ? `"${name}" is a template, whose name begins with "@".`
    : 'Only templates have names that begin with "@".';
}

function isKnownKey({ side }: AppConfig, name: string): boolean {
  return Object.hasOwn((side === 'server' ? SERVER_CONFIG_KEYS : CLIENT_CONFIG_KEYS).keys ?? {}, name);
}

function keysOf({ config }: AppConfig, name: string): readonly Entry[] {
  const { root } = config.document;
  if (root.kind !== 'object' || !entry(root, name)) return [];
  return [...root.value.list, ...root.value.superseded].filter(({ key }) => key === name);
}

interface NamingText {
  readonly use: VariableUse;
  /** Where the name stands in the text's value. */
  readonly places: readonly number[];
  /** Whether the use is about the text as it is written, rather than about one that a call made. */
  readonly isKnown: boolean;
}

/** The texts that name the variable, each once. Where a call gives the name a value, it is that value that is meant. */
function textsOf(config: AppConfig, name: string): readonly NamingText[] {
  const uses = (config.variables?.uses ?? []).filter((use) => use.name === name);
  const local = new Set(uses.filter(({ meaning }) => meaning.kind === 'local').map(({ node }) => node.start));
  const byNode = new Map<number, VariableUse>();
  for (const use of uses) if (use.meaning.kind === 'key' && !local.has(use.node.start)) byNode.set(use.node.start, use);
  return [...byNode.values()].map((use) => {
    const written = writtenNode(config, use.node);
    return {
      use,
      places: namedPlaces(use.node.value, name, use.form === 'part'),
      isKnown: written.kind === 'string' && written.value === use.node.value,
    };
  });
}

/** Offsets of the name in a text: behind the first brace and a possible `@`, or in every field of a text with several. */
function namedPlaces(text: string, name: string, isPart: boolean): readonly number[] {
  if (!isPart) return [text.indexOf(name, text.indexOf('{') + 1)];
  const places: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] !== '{') continue;
    if (text[i + 1] === '{') i++;
    else if (text[i - 1] === '$' && text.startsWith('secret:', i + 1)) continue;
    else if (text.startsWith(name, i + 1) && /^[.[:!}]/.test(text.slice(i + 1 + name.length))) places.push(i + 1);
  }
  return places;
}

function withName(text: string, places: readonly number[], name: string, newName: string): string {
  let result = '';
  let at = 0;
  for (const place of places) {
    result += text.slice(at, place) + newName;
    at = place + name.length;
  }
  return result + text.slice(at);
}
