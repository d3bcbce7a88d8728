import { nearest } from '../../text/nearest';
import type { Fix } from '../finding';
import { treeFix } from '../fixes';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';

export const rule: WiringRule = {
  code: 'classes/not-in-custom-code',
  severity: 'error',
  stage: 'run',
  summary: "a class path names a class that its module, in the app's custom code or a folder of code, does not have",
  *check({ wiring }) {
    for (const { config, built, app } of wiring.configs) {
      for (const component of built) {
        const found = wiring.classes.of(component, app);
        const { className, isDisabled } = component;
        if (found.kind !== 'not-in-module' || !className || isDisabled) continue;
        const dot = className.value.lastIndexOf('.');
        const near = nearest(className.value.slice(dot + 1), found.names);
        const better = near === undefined ? undefined : `${className.value.slice(0, dot)}.${near}`;
        const fixes: Fix[] = better
          ? [treeFix(`Change to "${better}"`, config.file, { kind: 'replace', node: className, value: better })]
          : [];
        yield {
          file: config.file,
          at: className,
          message: `${found.file} has no "${className.value.slice(dot + 1)}"${better ? `; is "${near}" meant?` : ''}`,
          related: found.isOutside
            ? []
            : [{ file: found.file, range: { start: 0, end: 0 }, message: 'the module that is imported' }],
          fixes,
        };
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'NVFLARE imports the module from the folder `custom` of the app and takes the class from it; a module in a folder that the setting `codeFolders` names is installed at the sites. When it is not there the job ends; on a client the simulator still exits with 0.',
  remedy: 'Correct the name, or add the class to the module.',
  sources: ['nvflare/fuel/utils/class_loader.py'],
  covers: ['MIS-02', 'MIS-26'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/custom/net.py
from nvflare.apis.executor import Executor
class Network(Executor): pass
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": <|"net.Networks"|> } }] }`,
  ],
  good: [
    `
--- app/custom/net.py
from nvflare.app_common.np.np_trainer import NPTrainer
class Trainer(NPTrainer): pass
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "net.Trainer" } }] }`,
  ],
};
