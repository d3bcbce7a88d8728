import type { ConfigNode, StringNode } from '../../tree/node';
import type { App } from '../model';
import type { ComponentDef } from './components';

/** Arguments that name a script below `custom/`, at any depth of it. */
const PATHS = ['task_script_path', 'app_script'];
/** Arguments that hold a command, which runs in the folder of the app. */
const COMMANDS = ['script', 'command', 'launch_script'];

/** An argument that names a script. */
export interface ScriptUse {
  readonly parameter: string;
  readonly node: StringNode;
  /** Its path below `custom/`. */
  readonly script: string;
  /** Where that path stands in the text's value. */
  readonly offset: number;
}

/** The scripts that the arguments of a component name. What a variable or the site decides is left out. */
export function* scriptsOf({ args }: ComponentDef): Generator<ScriptUse> {
  for (const { key, value } of args) yield* scriptsIn(key, value);
}

function* scriptsIn(parameter: string, value: ConfigNode): Generator<ScriptUse> {
  if (value.kind === 'array' && COMMANDS.includes(parameter)) for (const item of value.value) yield* scriptsIn(parameter, item);
  if (value.kind !== 'string' || /[{}$]/.test(value.value)) return;
  if (PATHS.includes(parameter) && /^[^/\\~][^\\]*\.py$/.test(value.value)) {
    const script = value.value.replace(/^(?:\.\/)?(?:custom\/)?/, '');
    yield { parameter, node: value, script, offset: value.value.length - script.length };
  }
  if (!COMMANDS.includes(parameter)) return;
  for (const match of value.value.matchAll(/(?:^|\s)(?:\.\/)?custom\/([\w./-]+\.(?:py|sh))(?=\s|$)/g)) {
    const script = match[1] ?? '';
    yield { parameter, node: value, script, offset: match.index + match[0].length - script.length };
  }
}

/** The file of the app that NVFLARE takes for a script: it looks at any depth below `custom/`, by the end of the path. */
export function scriptFile({ name, customFiles }: App, script: string): string | undefined {
  const folder = `${name}/custom`;
  const exact = `${folder}/${script}`;
  return customFiles.includes(exact) ? exact : customFiles.find((file) => file.slice(folder.length).endsWith(`/${script}`));
}
