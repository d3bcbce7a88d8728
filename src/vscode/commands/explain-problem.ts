import * as vscode from 'vscode';
import { toOffset } from '../convert';
import type { JobStore } from '../job-store';
import { pathIn } from '../open-job';

/** Opens the page of a rule: of the code given, of the finding at the caret, or of one that the user picks. */
export async function explainProblem(context: vscode.ExtensionContext, store: JobStore, code: unknown): Promise<void> {
  const wanted = typeof code === 'string' ? code : (codeAtCaret(store) ?? (await pickCode()));
  const { ABOUT } = await import('../../core/rules/about.generated');
  if (!wanted || !ABOUT.some((rule) => rule.code === wanted)) return;
  const page = vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules', `${wanted}.md`);
  await vscode.commands.executeCommand('markdown.showPreview', page);
}

function codeAtCaret(store: JobStore): string | undefined {
  const editor = vscode.window.activeTextEditor;
  const job = editor && store.jobAt(editor.document.uri);
  const file = job && pathIn(job, editor.document.uri);
  if (!job || file === undefined) return undefined;
  const offset = toOffset(store.lines(job, file), editor.selection.active);
  return job.findings.find((finding) => finding.file === file && finding.range.start <= offset && offset <= finding.range.end)
    ?.code;
}

async function pickCode(): Promise<string | undefined> {
  const { ABOUT } = await import('../../core/rules/about.generated');
  const items = ABOUT.map((rule) => ({
    label: rule.code,
    description: rule.byDefault === 'off' ? `${rule.severity}, off by default` : rule.severity,
    detail: rule.summary,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: 'Which problem do you want explained?',
    matchOnDetail: true,
  });
  return picked?.label;
}
