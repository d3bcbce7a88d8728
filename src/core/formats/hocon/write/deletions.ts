import type { Range } from '../../../text/range';
import type { TextEdit } from '../../../text/text-edit';
import type { Plan } from '../../write-plan';
import { isBlank } from '../parse/characters';
import { lineEnd } from '../parse/cursor';
import type { Container, Member } from './container';
import { behindLineEnd, commaBehind, commentsAbove, lineStart } from './lines';

/** Takes out what a plan says is gone: whole lines where that is all on them, or else the members with a separator. */
export function deletions({ text, members }: Container, { gone }: Plan): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let index = 0; index < members.length; index++) {
    const member = members[index] as Member;
    const how = gone.get(index);
    if (!how) continue;
    if (member.ownLines) {
      const start = how === 'moved' ? commentsAbove(text, member.start) : lineStart(text, member.start);
      edits.push({ range: { start, end: behindLineEnd(text, lineEnd(text, member.end)) }, newText: '' });
      continue;
    }
    let last = index;
    while (gone.has(last + 1) && members[last + 1]?.ownLines === false) last++;
    edits.push({ range: inlineRange(text, members[index - 1], member, members[last] as Member, members[last + 1]), newText: '' });
    index = last;
  }
  return edits;
}

/** What goes with members that share their line: the separator to a neighbour, on the same line if there is one. */
function inlineRange(text: string, before: Member | undefined, first: Member, last: Member, after: Member | undefined): Range {
  const gapAfter = after ? text.slice(last.end, after.start) : undefined;
  const gapBefore = before ? text.slice(before.end, first.start) : undefined;
  const isNear = (gap: string | undefined) => gap !== undefined && !/[\r\n]/.test(gap);
  const isClean = (gap: string | undefined) => gap !== undefined && /^[\s,]*$/.test(gap);
  if (after && isNear(gapAfter)) return { start: first.start, end: after.start };
  if (before && isNear(gapBefore)) return { start: before.end, end: last.end };
  if (after && isClean(gapAfter)) return { start: first.start, end: after.start };
  if (before && isClean(gapBefore)) return { start: before.end, end: last.end };
  let end = last.end;
  while (isBlank(text.charCodeAt(end))) end++;
  return { start: first.start, end: text.charAt(end) === ',' ? end + 1 : last.end };
}

/** Where the last of several members goes, the one before loses its comma, unless the last one had one too. */
export function commaTidying(text: string, { members, commas }: Container, { gone, fresh }: Plan): readonly TextEdit[] {
  const last = members.length - 1;
  const final = members[last];
  if (!commas || !final || !gone.has(last) || fresh.has(members.length) || commaBehind(text, final.end) !== undefined) return [];
  let kept = last - 1;
  while (kept >= 0 && gone.has(kept)) kept--;
  const left = members[kept];
  const comma = left?.ownLines ? commaBehind(text, left.end) : undefined;
  return comma === undefined ? [] : [{ range: { start: comma, end: comma + 1 }, newText: '' }];
}
