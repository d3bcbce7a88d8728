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
export function scriptsOf({ args }: ComponentDef): readonly ScriptUse[] {
  const uses: ScriptUse[] = [];
  for (const { key, value } of args) {
    if (PATHS.includes(key)) addPath(uses, key, value);
    else if (COMMANDS.includes(key))
      for (const item of value.kind === 'array' ? value.value : [value]) addCommand(uses, key, item);
  }
  return uses;
}

function addPath(uses: ScriptUse[], parameter: string, node: ConfigNode): void {
  if (!isFixed(node) || !/^[^/\\~][^\\]*\.py$/.test(node.value)) return;
  const script = node.value.replace(/^(?:\.\/)?(?:custom\/)?/, '');
  uses.push({ parameter, node, script, offset: node.value.length - script.length });
}

function addCommand(uses: ScriptUse[], parameter: string, node: ConfigNode): void {
  if (!isFixed(node)) return;
  for (const match of node.value.matchAll(/(?:^|\s)(?:\.\/)?custom\/([\w./-]+\.(?:py|sh))(?=\s|$)/g)) {
    const script = match[1] ?? '';
    uses.push({ parameter, node, script, offset: match.index + match[0].length - script.length });
  }
}

/** A text without variables, of NVFLARE or of a shell. */
function isFixed(node: ConfigNode): node is StringNode {
  return node.kind === 'string' && !/[{}$]/.test(node.value);
}

/** The file of the app that NVFLARE takes for a script: it looks at any depth below `custom/`, by the end of the path. */
export function scriptFile({ name, customFiles }: App, script: string): string | undefined {
  const folder = `${name}/custom`;
  const exact = `${folder}/${script}`;
  return customFiles.includes(exact) ? exact : customFiles.find((file) => file.slice(folder.length).endsWith(`/${script}`));
}
