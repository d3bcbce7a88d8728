import type { Range } from '../text/range';
import { type ConfigNode, type Entry, keyRange, rangeOf } from '../tree/node';

/** What a part of the outline stands for; hosts choose icons by it. */
export type OutlineKind =
  | 'section'
  | 'app'
  | 'site'
  | 'setting'
  | 'variable'
  | 'workflow'
  | 'executor'
  | 'component'
  | 'filter'
  | 'argument';

/** A part of a file of a job, in FLARE's words. */
export interface OutlineNode {
  readonly name: string;
  readonly detail: string;
  readonly kind: OutlineKind;
  /** All of it. */
  readonly range: Range;
  /** What is selected when somebody goes there; inside of the range. */
  readonly selection: Range;
  readonly children: readonly OutlineNode[];
}

/** A part with its place. What is selected is moved into the whole where a reference put it elsewhere. */
export function outlineNode(
  kind: OutlineKind,
  name: string,
  detail: string,
  place: { readonly range: Range; readonly selection: Range },
  children: readonly OutlineNode[] = [],
): OutlineNode {
  const range = rangeOf(place.range);
  const isInside = range.start <= place.selection.start && place.selection.end <= range.end;
  const selection = isInside ? rangeOf(place.selection) : { start: range.start, end: range.start };
  return { kind, name: name === '' ? '(no name)' : name, detail, range, selection, children };
}

/** The place of a key with its value. */
export function placeOf(entry: Entry): { readonly range: Range; readonly selection: Range } {
  const end = Math.max(entry.keyEnd, entry.value.end);
  return { range: { start: entry.keyStart, end }, selection: keyRange(entry) };
}

/** A key with its value. */
export function settingNode(kind: OutlineKind, entry: Entry): OutlineNode {
  return outlineNode(kind, entry.key, shortText(entry.value), placeOf(entry));
}

const LONGEST = 60;

/** A value in a few letters; objects and lists by what is in them. */
export function shortText(node: ConfigNode): string {
  switch (node.kind) {
    case 'object':
      return node.value.list
        .map(({ key }) => key)
        .join(', ')
        .slice(0, LONGEST);
    case 'array':
      return node.value.every(({ kind }) => kind === 'object')
        ? `${node.value.length}`
        : node.value.map(shortText).join(', ').slice(0, LONGEST);
    case 'unknown':
      return '';
    default:
      return String(node.value).slice(0, LONGEST);
  }
}
