import { type Catalog, classesOfModule, lookupShortName } from '../../catalog/catalog';
import { CLASS_KEYS } from '../../job/config/components';
import { describe } from '../../job/participants';
import { nearest } from '../../text/nearest';
import type { Entry, ObjectNode, StringNode } from '../../tree/node';
import type { Fix } from '../finding';
import { renameKey, treeFix } from '../fixes';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';

export const rule: WiringRule = {
  code: 'components/no-class',
  severity: 'error',
  stage: 'run',
  summary: 'a component does not say which class it is of',
  *check({ wiring }) {
    for (const { config, built } of wiring.configs) {
      for (const { node, classEntry, classKey, className, isDisabled, path } of built) {
        if (isDisabled || node.value.incomplete || node.value.list.length === 0) continue;
        if (!classEntry) {
          const at = { start: node.start, end: Math.min(node.start + 1, node.end) };
          yield {
            file: config.file,
            at,
            message: 'this component names no class; give it a "path"',
            fixes: misspeltKey(config.file, node),
          };
        } else if (classEntry.value.kind !== 'unknown' && (!className || className.value === '')) {
          const what = className ? 'empty' : describe(classEntry.value);
          yield { file: config.file, at: classEntry.value, message: `"${classKey}" must be the path of a class, not ${what}` };
        } else if (className && classKey !== 'name' && className.value.includes('/') && !isArgument(path)) {
          yield {
            file: config.file,
            at: className,
            message: `"${className.value}" is the path of a file; write module and class joined by dots`,
            fixes: asClassPath(wiring.classes.catalog, config.file, className),
          };
        } else if (className && classKey !== 'name' && !className.value.includes('.')) {
          yield {
            file: config.file,
            at: className,
            message: `"${className.value}" is no path of a class; write its module before it, as in module.${className.value}`,
            fixes: wholePath(wiring.classes.catalog, config.file, className),
          };
        }
      }
    }
  },
};

/** Other words that authors use for `path`. */
const OTHER_WORDS = ['class', 'cls', 'class_name', 'className', 'classPath', 'module', 'type', '_target_'];

function misspeltKey(file: string, node: ObjectNode): readonly Fix[] {
  const meant = ({ key, value }: Entry) => {
    if (value.kind !== 'string') return undefined;
    return OTHER_WORDS.includes(key) && value.value.includes('.') ? 'path' : nearest(key, CLASS_KEYS);
  };
  const found = node.value.list.find((each) => meant(each) !== undefined);
  const key = found && meant(found);
  return found && key !== undefined ? [renameKey(file, found, key)] : [];
}

/** What stands deeper among arguments is data more often than a class; `arguments/taken-for-a-component` tells of it. */
function isArgument(path: string): boolean {
  return path.includes('.args.');
}

/** The class in a file of NVFLARE, where it is the only one there. */
function asClassPath(catalog: Catalog | undefined, file: string, node: StringNode): readonly Fix[] {
  const module = node.value.replace(/\.py$/, '').replaceAll('/', '.');
  const [only, ...others] = catalog ? classesOfModule(catalog, module) : [];
  if (only === undefined || others.length > 0 || node.origin) return [];
  return [treeFix(`Change to "${only}"`, file, { kind: 'replace', node, value: only })];
}

/** The path of the class where NVFLARE has just one of the name. */
function wholePath(catalog: Catalog | undefined, file: string, node: StringNode): readonly Fix[] {
  const paths = catalog ? lookupShortName(catalog, node.value) : [];
  const [only, ...others] = paths;
  if (only === undefined || others.length > 0 || node.origin) return [];
  return [treeFix(`Change to "${only}"`, file, { kind: 'replace', node, value: only })];
}

export const about: RuleAbout = {
  why: 'NVFLARE builds a component from the class that `path`, `class_path` or `name` gives; the first of them that is there decides, even when its value is no good. Without one the job ends with a configuration error.',
  remedy: 'Write the path of the class, module and class joined by dots.',
  sources: ['nvflare/fuel/utils/component_builder.py', 'nvflare/fuel/utils/class_utils.py'],
  covers: ['MIS-02'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": <|{|> "pth": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": <|{|> "class": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": <|"nvflare/app_common/np/np_trainer.py"|> } }] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": <|{|> "args": {} } }] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": <|""|>, "name": "NPTrainer" } }] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": <|"NPTrainer"|> } }] }`,
  ],
  good: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`,
  ],
};
