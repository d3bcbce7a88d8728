import { find } from '../../catalog/catalog';
import { nearestClassPath } from '../../catalog/nearest-path';
import type { ComponentDef } from '../../job/config/components';
import { releaseName } from '../../job/release';
import type { Fix } from '../finding';
import { treeFix } from '../fixes';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';

export const rule: WiringRule = {
  code: 'classes/not-in-nvflare',
  severity: 'error',
  stage: 'run',
  summary: 'a class path names something that the release of NVFLARE does not have',
  *check({ job, wiring }) {
    const { catalog } = wiring.classes;
    if (!catalog) return;
    for (const { config, built, app } of wiring.configs) {
      for (const component of built) {
        const { className, isDisabled } = component;
        const found = wiring.classes.of(component, app);
        if (found.kind !== 'gone' || !className || isDisabled || isData(component)) continue;
        const near = nearestClassPath(catalog, className.value);
        const release = releaseName(job.target);
        const name = className.value.slice(className.value.lastIndexOf('.') + 1);
        const what = found.hasModule ? `module ${found.module} has no "${name}"` : `there is no module ${found.module}`;
        const fixes: Fix[] =
          near && find(catalog, near)
            ? [treeFix(`Change to "${near}"`, config.file, { kind: 'replace', node: className, value: near })]
            : [];
        yield {
          file: config.file,
          at: className,
          message: `in NVFLARE ${release} ${what}${near ? `; is "${near}" meant?` : ''}`,
          fixes: className.value.includes('{') ? [] : fixes,
        };
      }
    }
  },
};

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
  ],
  good: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`,
  ],
};
