import * as vscode from 'vscode';
import type { OpenJob } from '../open-job';
import type { ActionOf } from '../webview/section-types';

type Drawing = Pick<ActionOf<'graph'>, 'svg' | 'png' | 'mermaid'>;

interface Choice extends vscode.QuickPickItem {
  readonly ending: string;
  bytes(): Uint8Array;
}

/** Asks how a drawing, called `graph` or `steps`, is to be written and where, and writes it. */
export async function saveGraph(job: OpenJob, { svg, png, mermaid }: Drawing, name = 'graph'): Promise<void> {
  const text = (value: string) => () => new TextEncoder().encode(value);
  const choices: readonly Choice[] = [
    { label: 'SVG', description: 'a drawing that stays sharp at any size', ending: 'svg', bytes: text(svg) },
    ...(png === undefined ? [] : [{ label: 'PNG', description: 'a picture', ending: 'png', bytes: () => bytesOf(png) }]),
    { label: 'Mermaid', description: 'text that Markdown viewers draw', ending: 'mmd', bytes: text(mermaid) },
  ];
  const copy = { label: 'Copy as Mermaid', description: 'to the clipboard' };
  const picked = await vscode.window.showQuickPick<Choice | typeof copy>([...choices, copy], {
    title: `Export the ${name} of ${job.analysis.job.sources.name}`,
    placeHolder: 'As what?',
  });
  if (!picked) return;
  if (!('bytes' in picked)) {
    await vscode.env.clipboard.writeText(mermaid);
    return;
  }
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(job.uri, '..', `${job.analysis.job.sources.name}-${name}.${picked.ending}`),
    filters: { [picked.label]: [picked.ending] },
  });
  if (target) await vscode.workspace.fs.writeFile(target, picked.bytes());
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
