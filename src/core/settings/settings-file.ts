import { nearest, parseRelease, type Range, type Release, type RuleSettings, SEVERITIES, type Severity } from '../index';
import { type ConfigNode, type Entry, type ObjectNode, rangeOf } from '../tree/node';
import { RULE_CODES } from './codes.generated';
import { readWithComments } from './read-with-comments';

/** Which rules are silent in the files that a glob pattern names; the pattern is relative to a folder. */
export interface Silence {
  readonly glob: string;
  /** Codes of rules, or `*` for all of them. */
  readonly codes: readonly string[] | '*';
}

/** What a settings file says. What is wrong in it is left out and told in `problems`; the rest of it holds. */
export interface SettingsFile {
  readonly target: Release | undefined;
  readonly rules: RuleSettings;
  readonly silences: readonly Silence[];
  /** Folders of Python code that the sites have installed; relative ones begin at the folder of the file. */
  readonly codeFolders: readonly string[];
  readonly problems: readonly SettingsProblem[];
}

/** Something in a settings file that cannot be followed. */
export interface SettingsProblem {
  /** What is wrong and what is possible, as a clause without a full stop. */
  readonly message: string;
  readonly range: Range;
}

/** The keys of the file; `schemas/flare-jobs.schema.json` describes them. */
const KEYS: readonly string[] = ['$schema', 'targetVersion', 'rules', 'silence', 'codeFolders'];

/** What a rule may be set to. */
export const RULE_VALUES: readonly (Severity | 'off')[] = [...SEVERITIES, 'off'];

/** Reads the text of a settings file: JSON, in which comments may stand. Never fails. */
export function readSettingsFile(text: string): SettingsFile {
  const document = readWithComments(text);
  const problems: SettingsProblem[] = document.problems.map(({ message, range }) => ({ message, range }));
  const report: Tell = (at, message) => void problems.push({ message, range: rangeOf(at) });
  const { root } = document;
  let target: Release | undefined;
  let rules: RuleSettings = {};
  let silences: readonly Silence[] = [];
  let codeFolders: readonly string[] = [];
  if (root.kind !== 'object') {
    if (problems.length === 0) report(root, 'the settings must be an object, { }');
    return { target, rules, silences, codeFolders, problems };
  }
  for (const entry of root.value.list) {
    if (entry.value.kind === 'unknown') continue;
    if (entry.key === 'targetVersion') target = readTarget(entry.value, report);
    else if (entry.key === 'rules') rules = readRules(entry, report);
    else if (entry.key === 'silence') silences = readSilences(entry, report);
    else if (entry.key === 'codeFolders') codeFolders = readFolders(entry.value, report);
    else if (!KEYS.includes(entry.key)) tellUnknown(entry, 'setting', KEYS, report);
  }
  return { target, rules, silences, codeFolders, problems };
}

type Tell = (at: Range, message: string) => void;

function readTarget(node: ConfigNode, tell: Tell): Release | undefined {
  const release = node.kind === 'string' && /^\d+\.\d+(\.\d+)?$/.test(node.value) ? parseRelease(node.value) : undefined;
  if (!release) tell(node, 'targetVersion must be a release in quotes, such as "2.8" or "2.7.2"');
  return release;
}

function readRules(entry: Entry, tell: Tell): RuleSettings {
  const rules: Record<string, Severity | 'off'> = {};
  for (const rule of objectOf(entry, tell)) {
    const value = ruleValue(rule.value.kind === 'string' ? rule.value.value : '');
    if (!RULE_CODES.includes(rule.key)) tellUnknown(rule, 'rule', RULE_CODES, tell);
    else if (rule.value.kind === 'unknown') continue;
    else if (!value) tell(rule.value, `a rule can be set to ${quoted(RULE_VALUES)}`);
    else rules[rule.key] = value;
  }
  return rules;
}

/** What a text sets a rule to, if it is one of the possible values. */
export function ruleValue(text: string): Severity | 'off' | undefined {
  return RULE_VALUES.find((value) => value === text);
}

function readSilences(entry: Entry, tell: Tell): readonly Silence[] {
  return objectOf(entry, tell).flatMap(({ key, value }): Silence[] => {
    if (value.kind === 'unknown') return [];
    if (value.kind === 'string' && value.value === '*') return [{ glob: key, codes: '*' }];
    if (value.kind !== 'array') {
      tell(value, 'this must be a list of codes of rules, or "*" for all of them');
      return [];
    }
    return [{ glob: key, codes: value.value.flatMap((item) => readCode(item, tell)) }];
  });
}

function readCode(node: ConfigNode, tell: Tell): readonly string[] {
  if (node.kind === 'unknown') return [];
  if (node.kind === 'string' && RULE_CODES.includes(node.value)) return [node.value];
  const near = node.kind === 'string' ? nearest(node.value, RULE_CODES) : undefined;
  tell(node, node.kind === 'string' ? `there is no rule "${node.value}"${question(near)}` : 'this must be the code of a rule');
  return [];
}

function readFolders(node: ConfigNode, tell: Tell): readonly string[] {
  if (node.kind !== 'array') {
    tell(node, 'codeFolders must be a list of folders');
    return [];
  }
  return node.value.flatMap((item) => {
    if (item.kind === 'string' && item.value.trim() !== '') return [item.value];
    if (item.kind !== 'unknown') tell(item, 'this must be the path of a folder, in quotes');
    return [];
  });
}

function objectOf({ key, value }: Entry, tell: Tell): ObjectNode['value']['list'] {
  if (value.kind === 'object') return value.value.list;
  tell(value, `${key} must be an object, { }`);
  return [];
}

function tellUnknown({ key, keyStart, keyEnd }: Entry, what: string, known: readonly string[], tell: Tell): void {
  const options = known.length < 10 ? `; there are ${quoted(known.filter((name) => !name.startsWith('$')))}` : '';
  const near = nearest(key, known);
  tell({ start: keyStart, end: keyEnd }, `there is no ${what} "${key}"${near === undefined ? options : question(near)}`);
}

function question(near: string | undefined): string {
  return near === undefined ? '' : `; did you mean "${near}"?`;
}

function quoted(names: readonly string[]): string {
  const all = names.map((name) => `"${name}"`);
  return `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}
