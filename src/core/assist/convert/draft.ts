import type { ConfigDocument } from '../../formats/document';
import type { Range } from '../../text/range';
import type { Draft, DraftNotes } from '../../tree/draft';
import { type ConfigNode, type Entry, keyRange, type ObjectNode, rangeOf } from '../../tree/node';
import type { Comments } from './comments';
import { exactDigits } from './exact';
import type { Owner } from './members';

/** Something that a conversion cannot carry over, or leaves out. */
export interface Remark {
  /** What it is, as a clause without a full stop. */
  readonly message: string;
  /** Its place in the text that is converted. */
  readonly range: Range;
}

/** A value with its comments, ready to be printed, and what keeps it from saying all that the text says. */
export interface Drafted {
  readonly draft: Draft;
  readonly obstacles: readonly Remark[];
  /** What has no effect, so that leaving it out changes nothing. */
  readonly leftOut: readonly Remark[];
}

/** The value of the document with its comments. */
export function draftDocument(document: ConfigDocument, comments: Comments): Drafted {
  const work: Work = { document, comments, obstacles: [], leftOut: [] };
  const draft = draftNode(work, document.root);
  return { draft, obstacles: work.obstacles, leftOut: work.leftOut };
}

interface Work {
  readonly document: ConfigDocument;
  readonly comments: Comments;
  readonly obstacles: Remark[];
  readonly leftOut: Remark[];
}

function draftNode(work: Work, node: ConfigNode): Draft {
  switch (node.kind) {
    case 'object':
      return draftObject(work, node);
    case 'array': {
      const items = node.value.map((item) => ({ value: draftNode(work, item), ...notesAround(work, item) }));
      return { kind: 'array', items, ...notesInside(work, node) };
    }
    case 'integer': {
      const digits = exactDigits(work.document.text, node);
      if (digits === undefined) work.obstacles.push({ message: 'not all digits of this number are known', range: rangeOf(node) });
      return { kind: 'integer', digits: digits ?? String(node.value) };
    }
    case 'unknown':
      work.obstacles.push({ message: 'this value cannot be known from this text', range: rangeOf(node) });
      return { kind: 'null' };
    case 'null':
      return { kind: 'null' };
    case 'float':
      return { kind: 'float', value: node.value };
    case 'string':
      refuseHalves(work, node.value, node);
      return { kind: 'string', value: node.value };
    case 'boolean':
      return { kind: 'boolean', value: node.value };
  }
}

function draftObject(work: Work, node: ObjectNode): Draft {
  const { list, superseded, incomplete } = node.value;
  if (incomplete) work.obstacles.push({ message: 'there may be more keys than this text shows', range: rangeOf(node) });
  for (const entry of superseded) {
    work.leftOut.push({ message: `another value of '${entry.key}' replaces this one`, range: keyRange(entry) });
  }
  return { kind: 'object', entries: list.map((entry) => draftEntry(work, entry)), ...notesInside(work, node) };
}

function draftEntry(work: Work, entry: Entry) {
  const { key, keyKind, value } = entry;
  if (keyKind !== undefined) work.obstacles.push({ message: `the key ${key} is not a string`, range: keyRange(entry) });
  refuseHalves(work, key, keyRange(entry));
  return { key, value: draftNode(work, value), ...notesAround(work, entry) };
}

/** JSON's escapes can say one half of a surrogate pair; a file of another format cannot hold it. */
function refuseHalves({ obstacles }: Work, text: string, { start, end }: Range): void {
  if (/\p{Surrogate}/u.test(text)) obstacles.push({ message: 'this text has half of a character in it', range: { start, end } });
}

function notesAround({ comments }: Work, owner: Owner): { readonly above?: readonly string[]; readonly beside?: string } {
  const above = comments.above.get(owner);
  const beside = comments.beside.get(owner);
  return { ...(above && { above }), ...(beside !== undefined && { beside }) };
}

function notesInside({ comments }: Work, node: ConfigNode): DraftNotes {
  const head = comments.head.get(node);
  const foot = comments.foot.get(node);
  return { ...(head !== undefined && { head }), ...(foot && { foot }) };
}
