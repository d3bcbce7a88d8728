import type { TextEdit } from '../text/text-edit';

/** An edit of one file of a job. */
export interface FileEdit {
  /** Path below the job folder. */
  readonly file: string;
  readonly edit: TextEdit;
}

/** The edit that makes one text of another by replacing what lies between their common beginning and end; none for equal texts. */
export function editBetween(file: string, before: string, after: string): readonly FileEdit[] {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  if (isInsideOfOne(before, start) || isInsideOfOne(after, start)) start--;
  if (isInsideOfOne(before, before.length - same) || isInsideOfOne(after, after.length - same)) same--;
  const range = { start, end: before.length - same };
  return [{ file, edit: { range, newText: after.slice(start, after.length - same) } }];
}

/** Whether an offset lies between the halves of one letter, or of one line end. */
function isInsideOfOne(text: string, offset: number): boolean {
  return /^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(text.slice(offset - 1, offset + 1));
}
