import * as vscode from 'vscode';
import type { Finding, LineIndex, Range, Severity, TextEdit } from '../core/index';

/** A range of offsets as the editor counts it. */
export function toRange(lines: LineIndex, range: Range): vscode.Range {
  const start = lines.positionAt(range.start);
  const end = lines.positionAt(range.end);
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** The offset of an editor's position. */
export function toOffset(lines: LineIndex, position: vscode.Position): number {
  return lines.offsetAt(position);
}

/** A text edit as the editor takes it. */
export function toTextEdit(lines: LineIndex, edit: TextEdit): vscode.TextEdit {
  return new vscode.TextEdit(toRange(lines, edit.range), edit.newText);
}

const SEVERITIES: { readonly [severity in Severity]: vscode.DiagnosticSeverity } = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** The name that the editor shows beside a problem. */
export const DIAGNOSTIC_SOURCE = 'FLARE Jobs';

/** What a finding needs to become a diagnostic: where its places lie. */
export interface Places {
  lines(file: string): LineIndex;
  uri(file: string): vscode.Uri;
}

/** A finding as the editor shows it; its code opens the page of its rule. */
export function toDiagnostic(finding: Finding, places: Places): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    toRange(places.lines(finding.file), finding.range),
    finding.message,
    SEVERITIES[finding.severity],
  );
  diagnostic.source = DIAGNOSTIC_SOURCE;
  diagnostic.code = {
    value: finding.code,
    target: vscode.Uri.parse(`command:flareJobs.explainProblem?${encodeURIComponent(JSON.stringify([finding.code]))}`),
  };
  if (finding.tag)
    diagnostic.tags = [finding.tag === 'unnecessary' ? vscode.DiagnosticTag.Unnecessary : vscode.DiagnosticTag.Deprecated];
  diagnostic.relatedInformation = finding.related.map(
    ({ file, range, message }) =>
      new vscode.DiagnosticRelatedInformation(new vscode.Location(places.uri(file), toRange(places.lines(file), range)), message),
  );
  return diagnostic;
}
