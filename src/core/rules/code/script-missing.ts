import type { App } from '../../job/model';
import { nearest } from '../../text/nearest';
import type { ConfigNode, StringNode } from '../../tree/node';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';

/** Arguments that name a script below `custom/`, at any depth of it. */
const PATHS = ['task_script_path', 'app_script'];
/** Arguments that hold a command, which runs in the folder of the app. */
const COMMANDS = ['script', 'command', 'launch_script'];

export const rule: WiringRule = {
  code: 'code/script-missing',
  severity: 'warning',
  stage: 'run',
  summary: 'an argument names a script that the app does not bring',
  *check({ job, wiring }) {
    if (job.sources.truncated) return;
    for (const { config, built, app: name } of wiring.configs) {
      const app = job.apps.get(name);
      if (!app) continue;
      for (const component of built) {
        if (component.isDisabled) continue;
        for (const { key, value } of component.args) {
          for (const { node, script } of scriptsIn(key, value)) {
            if (isBrought(app, script)) continue;
            const near = nearest(
              script,
              app.customFiles.map((file) => below(app, file)),
            );
            yield {
              file: config.file,
              at: node,
              message: `"${key}" runs ${script}, but ${app.name}/custom has no such file${near ? `; is "${near}" meant?` : ''}`,
            };
          }
        }
      }
    }
  },
};

/** The scripts that an argument names, as paths below `custom/`. What a variable or the site decides is left out. */
function* scriptsIn(key: string, value: ConfigNode): Generator<{ readonly node: StringNode; readonly script: string }> {
  if (value.kind === 'array' && COMMANDS.includes(key)) for (const item of value.value) yield* scriptsIn(key, item);
  if (value.kind !== 'string' || /[{}$]/.test(value.value)) return;
  if (PATHS.includes(key) && /^[^/\\~][^\\]*\.py$/.test(value.value)) {
    yield { node: value, script: value.value.replace(/^(?:\.\/)?(?:custom\/)?/, '') };
  }
  if (!COMMANDS.includes(key)) return;
  for (const [, script = ''] of value.value.matchAll(/(?:^|\s)(?:\.\/)?custom\/([\w./-]+\.(?:py|sh))(?=\s|$)/g)) {
    yield { node: value, script };
  }
}

/** NVFLARE looks for a script at any depth below `custom/`, by the end of its path. */
function isBrought(app: App, script: string): boolean {
  return app.customFiles.some((file) => `/${below(app, file)}`.endsWith(`/${script}`));
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
  ],
};
