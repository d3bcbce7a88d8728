import { type Catalog, classesOfModule, find } from '../../catalog/catalog';
import { releaseRuns, releasesWith, successorOf } from '../../catalog/history';
import { nearestClassPath } from '../../catalog/nearest-path';
import type { ClassIndex } from '../../job/config/class-index';
import type { ComponentDef } from '../../job/config/components';
import type { ClassFound } from '../../job/config/known-class';
import { SearchBudget } from '../../text/nearest';
import type { Fix } from '../finding';
import { treeFix } from '../fixes';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';
import { checkedRelease } from './_checked-release';

export const rule: WiringRule = {
  code: 'classes/not-in-nvflare',
  severity: 'error',
  stage: 'run',
  summary: 'a class path names something that the release of NVFLARE does not have',
  *check({ job, wiring }) {
    const { catalog } = wiring.classes;
    if (!catalog) return;
    const budget = new SearchBudget();
    for (const { config, built, app } of wiring.configs) {
      for (const component of built) {
        const { className, isDisabled } = component;
        const found = wiring.classes.of(component, app);
        if (found.kind !== 'gone' || !className || isDisabled || isData(component)) continue;
        const { message, better } = told(found, wiring.classes, checkedRelease(job, wiring.classes), budget);
        const fixes: Fix[] =
          better && !className.value.includes('{')
            ? [treeFix(`Change to "${better}"`, config.file, { kind: 'replace', node: className, value: better })]
            : [];
        yield { file: config.file, at: className, message, fixes };
      }
    }
  },
};

type GoneClass = Extract<ClassFound, { kind: 'gone' }>;

interface Told {
  readonly message: string;
  /** The class path that was meant. */
  readonly better?: string | undefined;
}

/** What is wrong with a path: it was right in another release, or never. */
function told(
  { path, module, hasModule }: GoneClass,
  { catalog, history }: ClassIndex,
  release: string,
  budget: SearchBudget,
): Told {
  const name = path.slice(path.lastIndexOf('.') + 1);
  const what = hasModule ? `module ${module} has no "${name}"` : `there is no module ${module}`;
  const near = catalog && budget.spend() ? (otherwiseWritten(catalog, path) ?? nearestClassPath(catalog, path)) : undefined;
  const inside = catalog ? classesOfModule(catalog, path) : [];
  if (inside.length > 0) {
    const [only, ...others] = inside;
    const remedy = others.length === 0 ? `is "${only}" meant?` : 'write the name of a class behind it';
    return {
      message: `"${path}" is a module of NVFLARE, not a class; ${remedy}`,
      better: others.length === 0 ? only : undefined,
    };
  }
  const releases = history ? releasesWith(history, path) : [];
  if (!history || !catalog || releases.length === 0)
    return { message: `in NVFLARE ${release} ${what}${near ? `; is "${near}" meant?` : ''}`, better: near };
  const runs = releaseRuns(history, releases);
  if (releases.every((other) => isLater(other, catalog.minor))) {
    const message = `in NVFLARE ${release} ${what}: it is new in ${releases[0]}; set the target version to the release that the server runs${near ? `, or use "${near}"` : ''}`;
    return { message, better: near };
  }
  const successor = successorOf(history, path, (other) => find(catalog, other)?.kind === 'class');
  if (successor?.how === 'instead')
    return {
      message: `in NVFLARE ${release} ${what}: it was in ${runs}; use "${successor.path}", which came for it with other arguments`,
    };
  const better = successor?.path ?? near;
  const now = successor
    ? `; it is "${successor.path}" now`
    : near
      ? `; is "${near}" meant?`
      : '; nothing of its name came for it, so use another class';
  return { message: `in NVFLARE ${release} ${what}: it was in ${runs}${now}`, better };
}

/** The class that is meant where something else than a dot stands between module and class: `np_trainer:NPTrainer`. */
function otherwiseWritten(catalog: Catalog, path: string): string | undefined {
  const dotted = path.replaceAll(':', '.');
  return dotted !== path && find(catalog, dotted)?.kind === 'class' ? dotted : undefined;
}

function isLater(release: string, than: string): boolean {
  return Number(release.split('.')[1]) > Number(than.split('.')[1]);
}

/** An object with a path of a file is another mistake. */
function isData({ className }: ComponentDef): boolean {
  return className?.value.includes('/') ?? false;
}

export const about: RuleAbout = {
  why: 'NVFLARE imports the module and takes the class from it when the job starts. A path that its release does not have ends the job: on the server with a configuration error, on a client with a log that the submitter does not see; the simulator then still exits with 0.',
  remedy: 'Correct the path, or set `flareJobs.targetVersion` to the release that your server runs.',
  sources: ['nvflare/fuel/utils/class_loader.py', 'nvflare/fuel/utils/class_utils.py'],
  covers: ['MIS-02'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": <|"nvflare.app_common.np.np_trainer.NPTrainr"|> } }] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": <|"nvflare.app_common.np.np_trainers.NPTrainer"|> } }] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": <|"nvflare.app_common.np.np_trainer"|> } }] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": <|"nvflare.app_common.np.np_trainer:NPTrainer"|> } }] }`,
    `
--- target 2.9
--- app/custom/a.py
a = 1
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": {
  "path": <|"nvflare.app_common.executors.in_process_client_api_executor.InProcessClientAPIExecutor"|>, "args": { "task_script_path": "train.py" } } }] }
--- app/custom/train.py
b = 1`,
    `
--- target 2.8
--- app/custom/a.py
a = 1
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": {
  "path": <|"nvflare.app_common.executors.client_api_executor.ClientAPIExecutor"|>, "args": { "execution_mode": "in_process" } } }] }`,
  ],
  good: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`,
  ],
};
