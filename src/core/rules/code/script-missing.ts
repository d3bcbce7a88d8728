import { scriptFile, scriptsOf } from '../../job/config/scripts';
import type { App, ConfigFile } from '../../job/model';
import { isListed } from '../../job/sources';
import { nearest } from '../../text/nearest';
import type { StringNode } from '../../tree/node';
import type { Fix } from '../finding';
import { treeFix } from '../fixes';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';

export const rule: WiringRule = {
  code: 'code/script-missing',
  severity: 'warning',
  stage: 'run',
  summary: 'an argument names a script that the app does not bring',
  *check({ job, wiring }) {
    for (const { config, built, app: name } of wiring.configs) {
      const app = job.apps.get(name);
      // What a link to a folder leads to is packed by some ways of submitting and not by others; `job/link` tells of it.
      if (!app || !isListed(job.sources, `${name}/custom`)) continue;
      if (job.links.folders.some((path) => `${path}/`.startsWith(`${app.name}/custom/`))) continue;
      for (const component of built) {
        if (component.isDisabled) continue;
        for (const { parameter, node, script } of scriptsOf(component)) {
          if (scriptFile(app, script) !== undefined) continue;
          const near = nearest(
            script,
            app.customFiles.map((file) => below(app, file)),
          );
          yield {
            file: config.file,
            at: node,
            message: `"${parameter}" runs ${script}, but ${app.name}/custom has no such file; ${near ? `is "${near}" meant?` : 'put it there, or correct the path'}`,
            fixes: near ? runOther(config, node, script, near) : [],
          };
        }
      }
    }
  },
};

function runOther({ file, document }: ConfigFile, node: StringNode, script: string, near: string): readonly Fix[] {
  if (node.origin || !document.text.slice(node.start, node.end).includes(node.value)) return [];
  const value = node.value.replace(script, () => near);
  return [treeFix(`Change to "${value}"`, file, { kind: 'replace', node, value })];
}

function below(app: App, file: string): string {
  const folder = `${app.name}/custom/`;
  return file.startsWith(folder) ? file.slice(folder.length) : file;
}

export const about: RuleAbout = {
  why: 'Each site gets the files of the app, and looks for the script below `custom/`. When it is not there the task fails on the first round, at every site.',
  remedy: 'Put the script into `custom/` of this app, or correct its path.',
  sources: ['nvflare/app_common/executors/task_script_runner.py', 'nvflare/app_common/launchers/subprocess_launcher.py'],
  covers: ['MIS-26'],
};

const config = (args: string) => `
--- target 2.8
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": {
  "path": "nvflare.app_common.executors.in_process_client_api_executor.InProcessClientAPIExecutor", "args": { ${args} } } }] }`;

export const examples: RuleExamples = {
  bad: [
    `${config('"task_script_path": <|"src/trian.py"|>')}
--- app/custom/src/train.py
print()`,
    `
--- target 2.8
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }],
  "components": [{ "id": "launcher", "path": "nvflare.app_common.launchers.subprocess_launcher.SubprocessLauncher",
    "args": { "script": <|"python3 -u custom/poc.py --rounds 2"|> } }] }
--- app/custom/train.py
print()`,
  ],
  good: [
    `${config('"task_script_path": "train.py"')}
--- app/custom/src/train.py
print()`,
    config('"task_script_path": "/opt/train.py"'),
    `${config('"task_script_path": "train.py"')}
--- link app/custom/`,
  ],
};
