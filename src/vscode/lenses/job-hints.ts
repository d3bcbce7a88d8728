import * as vscode from 'vscode';
import { defaultHints, type Hint, valueHints } from '../../core/lenses/index';
import { toOffset } from '../convert';
import type { JobStore } from '../job-store';
import { pathIn } from '../open-job';

/** The hints of a part of a configuration, of the kinds that the user asked for; none by default. */
export function jobHints(store: JobStore, document: vscode.TextDocument, range: vscode.Range): readonly vscode.InlayHint[] {
  const job = store.jobAt(document.uri);
  const file = job && pathIn(job, document.uri);
  if (!job || file === undefined) return [];
  const settings = vscode.workspace.getConfiguration('flareJobs.inlayHints', document.uri);
  const hints: readonly Hint[] = [
    ...(settings.get<boolean>('defaults', false) ? defaultHints(job.analysis, file) : []),
    ...(settings.get<boolean>('effectiveValues', false) ? valueHints(job.analysis, file) : []),
  ];
  const lines = store.lines(job, file);
  const [start, end] = [toOffset(lines, range.start), toOffset(lines, range.end)];
  return hints
    .filter(({ offset }) => start <= offset && offset <= end)
    .map(({ offset, label, tooltip }) => {
      const { line, character } = lines.positionAt(offset);
      const hint = new vscode.InlayHint(new vscode.Position(line, character), label, vscode.InlayHintKind.Parameter);
      hint.paddingLeft = true;
      hint.tooltip = tooltip;
      return hint;
    });
}
