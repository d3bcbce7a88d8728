import type { ConfigDocument } from '../formats/document';
import { type Formats, readConfig } from '../formats/index';
import type { Range } from '../text/range';
import { applyEdits, type TextEdit } from '../text/text-edit';
import { toPlain } from '../tree/query';

/** A comment to be written that silences a rule at one place, or in its whole file. */
export interface SilenceRequest {
  readonly code: string;
  readonly range: Range;
  readonly reach: 'line' | 'file';
}

/**
 * The edit that writes the comment: above the line of the finding with its indentation, or at the top of the file. `undefined` for a
 * format without comments, and where a line there would be a part of a value.
 */
export function silenceByComment(
  document: ConfigDocument,
  { code, range, reach }: SilenceRequest,
  formats: Formats,
): TextEdit | undefined {
  const { text } = document;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const start = reach === 'file' ? (text.charCodeAt(0) === 0xfeff ? 1 : 0) : text.lastIndexOf('\n', range.start - 1) + 1;
  const indent = reach === 'file' ? '' : (/^[ \t]*/.exec(text.slice(start))?.[0] ?? '');
  const word = reach === 'file' ? 'flare-jobs-disable-file' : 'flare-jobs-disable-next-line';
  const edit = { range: { start, end: start }, newText: `${indent}# ${word} ${code}${newline}` };
  return isJustComment(document, edit, formats) ? edit : undefined;
}

/** The words that silence a rule are a comment to every reader of the format, or the edit is none. */
function isJustComment(document: ConfigDocument, edit: TextEdit, formats: Formats): boolean {
  const after = readConfig(formats, document.format, applyEdits(document.text, [edit]));
  return (
    after.comments.length === document.comments.length + 1 &&
    after.problems.length === document.problems.length &&
    JSON.stringify(toPlain(after.root)) === JSON.stringify(toPlain(document.root))
  );
}
