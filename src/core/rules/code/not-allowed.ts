import { allowedElements, lookupShortName } from '../../catalog/catalog';
import { CLASS_KEYS, type ComponentDef, looksLikeComponent } from '../../job/config/components';
import type { ClassFound } from '../../job/config/known-class';
import type { Job } from '../../job/model';
import { type ConfigNode, type Entry, entry, get, keyRange, type ObjectNode } from '../../tree/node';
import { checkedRelease } from '../classes/_checked-release';
import { nearModule } from '../classes/_near-module';
import { EXECUTORS } from '../config/_healthy';
import type { Fix } from '../finding';
import { fixOf } from '../fixes';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';

export const rule: WiringRule = {
  code: 'code/not-allowed',
  severity: 'warning',
  stage: 'run',
  summary: 'a job without code of its own uses a class that sites do not allow by default',
  *check({ job, wiring }) {
    const { catalog } = wiring.classes;
    const elements = catalog && allowedElements(catalog);
    if (!elements || bringsCode(job)) return;
    const right = new Set<string>();
    for (const { config, built, app } of wiring.configs) {
      for (const component of built) {
        if (isPlain(component) && right.has(component.className?.value ?? '')) continue;
        for (const { classEntry, isNested } of classesIn(component)) {
          if (classEntry.value.kind !== 'string') continue;
          const path = classEntry.value.value;
          if (classEntry.key === 'name') {
            // Among arguments an object with a name is data, unless it is the name of a class of NVFLARE.
            const isArgument = isNested || component.path.includes('.args.');
            if (isArgument && lookupShortName(catalog, path).length === 0) continue;
            yield {
              file: config.file,
              at: keyRange(classEntry),
              message: `a job without a folder "custom" may not name a class by "name" since NVFLARE 2.8; give the whole path under "path"`,
              fixes: wholePath(
                config.file,
                component,
                classEntry,
                lookupShortName(catalog, path).filter((one) => isAllowed(one, elements)),
              ),
            };
            continue;
          }
          if (right.has(path)) continue;
          if (isAllowed(path, elements)) {
            right.add(path);
            continue;
          }
          if (!isNested && !isThere(wiring.classes.byPath(path, app), job, app)) continue;
          yield {
            file: config.file,
            at: classEntry.value,
            message: `"${path}" is not among the classes that NVFLARE ${checkedRelease(job, wiring.classes)} allows by default in a job without a folder "custom"; ${path.startsWith('nvflare.') ? '' : 'put its module into one, or '}ask the sites to add it to "class_allow_list"`,
          };
        }
      }
    }
  },
};

function wholePath(file: string, { node }: ComponentDef, classEntry: Entry, paths: readonly string[]): readonly Fix[] {
  const [only, ...others] = paths;
  if (only === undefined || others.length > 0 || CLASS_KEYS.some((key) => key !== 'name' && entry(node, key))) return [];
  return [
    fixOf(`Write "path": "${only}"`, [
      { kind: 'tree', file, edit: { kind: 'rename-key', entry: classEntry, key: 'path' } },
      { kind: 'tree', file, edit: { kind: 'replace', node: classEntry.value, value: only } },
    ]),
  ];
}

/** A class that is not there at all, or is no path of one, is another mistake. */
function isThere(found: ClassFound, job: Job, app: string): boolean {
  if (found.kind === 'no-module') return isModule(found.module) && nearModule(job, app, found.module) === undefined;
  return found.kind === 'known' || found.kind === 'unknown';
}

function isModule(name: string): boolean {
  return name !== '' && !name.includes('/');
}

/** Whether any app has a folder for custom code; then no class is looked at. */
function bringsCode({ apps, metaObject }: Job): boolean {
  if (metaObject && get(metaObject, 'byoc')?.value === true) return true;
  return [...apps.values()].some(({ deployed, hasCustomFolder }) => deployed && hasCustomFolder);
}

/** A path is allowed when it is in the list, or goes on behind a dot where an element ends. */
function isAllowed(path: string, elements: ReadonlySet<string>): boolean {
  if (!path.startsWith('nvflare.')) return false;
  const short = path.slice('nvflare.'.length);
  if (elements.has(short)) return true;
  for (let dot = short.lastIndexOf('.'); dot > 0; dot = short.lastIndexOf('.', dot - 1)) {
    if (elements.has(short.slice(0, dot))) return true;
  }
  return false;
}

/** Whether there is only the class itself to look at. */
function isPlain({ node, args, argsEntry, classKey }: ComponentDef): boolean {
  if (classKey !== 'path' || entry(node, 'name') || (argsEntry && argsEntry.value.kind !== 'object')) return false;
  return args.every(({ value }) => holdsNoObject(value));
}

function holdsNoObject(node: ConfigNode): boolean {
  return node.kind === 'array' ? node.value.every(holdsNoObject) : node.kind !== 'object';
}

interface NamedClass {
  readonly classEntry: Entry;
  /** Whether it stands deeper among the arguments, where NVFLARE builds nothing, but looks nevertheless. */
  readonly isNested: boolean;
}

/** The class of a component, and those deeper among its arguments, which NVFLARE does not build, but looks at nevertheless. */
function classesIn({ node, argsEntry, nested }: ComponentDef): readonly NamedClass[] {
  const classEntry = classEntryOf(node);
  const classes: NamedClass[] = classEntry ? [{ classEntry, isNested: false }] : [];
  if (argsEntry?.value.kind !== 'object') return classes;
  for (const argument of argsEntry.value.value.list) {
    // A component that is built from the argument itself has its own turn.
    if (!nested.some((inner) => inner.argument === argument)) addDeeper(argument.value, classes);
  }
  return classes;
}

function addDeeper(node: ConfigNode, classes: NamedClass[]): void {
  if (node.kind === 'array') for (const item of node.value) addDeeper(item, classes);
  if (node.kind !== 'object') return;
  const classEntry = looksLikeComponent(node) ? classEntryOf(node) : undefined;
  if (!classEntry) {
    for (const { value } of node.value.list) addDeeper(value, classes);
    return;
  }
  classes.push({ classEntry, isNested: true });
  const args = get(node, 'args');
  if (args) addDeeper(args, classes);
}

function classEntryOf(node: ObjectNode): Entry | undefined {
  // "name" counts even beside the others.
  return entry(node, 'name') ?? CLASS_KEYS.map((key) => entry(node, key)).find((found) => found !== undefined);
}

export const about: RuleAbout = {
  why: 'Since 2.8 sites build only classes of a list in a job that brings no code of its own, and none that is named by `name`. The job ends with an error about a component that is not authorised. A site may have another list than the default one.',
  remedy:
    'Use a class of the list, ask the sites to extend `class_allow_list` in their resources, or bring code of your own if you have the right to.',
  sources: ['nvflare/app_common/widgets/component_path_authorizer.py', 'nvflare/app_common/default_component_policy.py'],
  covers: ['MIS-24'],
};

const executor = (object: string) =>
  `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": ${object} }] }`;

export const examples: RuleExamples = {
  bad: [
    executor('{ "path": <|"nvflare.app_common.executors.ipc_exchanger.IPCExchanger"|> }'),
    executor('{ <|"name"|>: "NPValidator" }'),
    executor('{ "path": <|"trainer.Trainer"|> }'),
    executor(
      '{ "path": "nvflare.app_common.np.np_trainer.NPTrainer", "args": { "model_dir": [{ "path": <|"os.path.join"|>, "args": {} }] } }',
    ),
  ],
  good: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS} }`,
    executor('{ "path": "nvflare.app_common.np.np_trainer.NPTrainer", "args": { "model_dir": [{ "name": "Adam" }] } }'),
    `--- target 2.7${executor('{ "path": "nvflare.app_common.executors.ipc_exchanger.IPCExchanger" }')}`,
    `--- app/custom/a.py
a = 1${executor('{ "path": "nvflare.app_common.executors.ipc_exchanger.IPCExchanger" }')}`,
  ],
};
