import type { AppConfig } from '../job/config/app-config';
import { asWritten } from '../rules/as-written';
import type { ConfigNode } from '../tree/node';

/** What the file itself has at the place of a node that may have come from a variable. */
export function writtenNode({ config }: AppConfig, node: ConfigNode): ConfigNode {
  const edit = asWritten({ kind: 'replace', node, value: null }, config.document.root);
  return edit.kind === 'replace' ? edit.node : node;
}

/** Whether the file has exactly this text at the place of the node, rather than a variable that stands for it. */
export function isWritten(config: AppConfig, node: ConfigNode, text: string): boolean {
  const written = writtenNode(config, node);
  return written.kind === 'string' && written.value === text;
}
