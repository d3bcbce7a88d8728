import { moduleFiles } from '../../job/config/custom-modules';
import type { Fix } from '../finding';
import { treeFix } from '../fixes';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';
import { nearModule } from './_near-module';

export const rule: WiringRule = {
  code: 'classes/module-elsewhere',
  severity: 'warning',
  stage: 'run',
  summary: "a module is not in the app's custom code, but in another app's, or nearly has the name of one that is, or of NVFLARE",
  *check({ job, wiring }) {
    for (const { config, built, app } of wiring.configs) {
      for (const component of built) {
        const found = wiring.classes.of(component, app);
        const { className, isDisabled } = component;
        if (found.kind !== 'no-module' || !className || isDisabled || found.module.includes('/')) continue;
        const other = [...job.apps.keys()].find(
          (name) => name !== app && moduleFiles(name, found.module).some(({ file }) => job.sources.files.has(file)),
        );
        const near = other ? undefined : nearModule(job, app, found.module);
        if (other) {
          const message = `app "${app}" has no module "${found.module}", but app "${other}" has it; each site only gets the custom code of its own app`;
          yield { file: config.file, at: className, message };
        } else if (near) {
          const better = `${near}.${className.value.slice(className.value.lastIndexOf('.') + 1)}`;
          const fixes: Fix[] = [
            treeFix(`Change to "${better}"`, config.file, { kind: 'replace', node: className, value: better }),
          ];
          yield {
            file: config.file,
            at: className,
            message: `app "${app}" has no module "${found.module}"; is "${near}" meant?`,
            fixes,
          };
        }
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'Each site sees only the folder `custom` of the app that it gets, besides what is installed there. A module that is in neither cannot be imported, and the job ends when it starts.',
  remedy:
    'Copy the module into `custom` of this app, or correct its name. A module that is installed at the sites needs nothing.',
  sources: ['nvflare/utils/job_launcher_utils.py', 'nvflare/fuel/utils/class_loader.py'],
  covers: ['MIS-26'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/custom/network.py
from nvflare.apis.executor import Executor
class Net(Executor): pass
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": <|"netwrok.Net"|> } }] }`,
    `
--- app/custom/network.py
from nvflare.apis.executor import Executor
class Net(Executor): pass
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": <|"custom.network.Net"|> } }] }`,
    `
--- app/custom/a.py
a = 1
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": <|"nvfare.app_common.np.np_trainer.NPTrainer"|> } }] }`,
  ],
  good: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "monai_nvflare.trainer.Trainer" } }] }`,
  ],
};
