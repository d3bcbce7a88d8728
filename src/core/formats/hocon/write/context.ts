import type { ArrayNode, ConfigNode, Entry, ObjectNode } from '../../../tree/node';
import type { ConfigDocument } from '../../document';
import { parse } from '../parse/parse';
import type { SyntaxEntry, SyntaxList, SyntaxObject, SyntaxValue } from '../parse/syntax';
import type { PrintStyle } from '../print';
import { lineEndOf, styleOf } from './habits';

/** A text that is to be changed, with what its writer has to know of it. */
export interface WriteContext {
  readonly text: string;
  readonly lineEnd: string;
  readonly style: PrintStyle;
  /** What an object is made of. Objects that come through references are made of nothing. */
  readonly objects: ReadonlyMap<ObjectNode, readonly ObjectSource[]>;
  readonly arrays: ReadonlyMap<ArrayNode, SyntaxList>;
  readonly entries: ReadonlyMap<Entry, readonly Occurrence[]>;
  readonly values: ReadonlyMap<ConfigNode, ValuePlace>;
}

/** One of the places that make an object: its braces, or a key of several steps, from one of these on. */
export type ObjectSource =
  | { readonly kind: 'braces'; readonly object: SyntaxObject }
  | { readonly kind: 'steps'; readonly occurrence: Occurrence };

/** A place where a key is written: a step of the path of an entry. */
export interface Occurrence {
  readonly container: SyntaxObject;
  readonly entry: SyntaxEntry;
  readonly step: number;
}

/** Where a value stands: behind the keys that make it, the last of which counts, or by itself. */
export type ValuePlace = { readonly kind: 'entry'; readonly occurrences: readonly Occurrence[] } | { readonly kind: 'alone' };

type Building = {
  readonly objects: Map<ObjectNode, readonly ObjectSource[]>;
  readonly arrays: Map<ArrayNode, SyntaxList>;
  readonly entries: Map<Entry, readonly Occurrence[]>;
  readonly values: Map<ConfigNode, ValuePlace>;
};

/** Finds in the text where each part of its tree is written. */
export function contextOf({ text, root }: ConfigDocument): WriteContext {
  const syntax = parse(text);
  const building: Building = { objects: new Map(), arrays: new Map(), entries: new Map(), values: new Map() };
  building.values.set(root, { kind: 'alone' });
  if (root.kind === 'object' && syntax.root.kind === 'braces') {
    locateObject(root, [{ kind: 'braces', object: syntax.root }], building);
  } else if (root.kind === 'array' && syntax.root.kind === 'brackets') locateArray(root, syntax.root, building);
  return { text, lineEnd: lineEndOf(text), style: styleOf(text, syntax.root), ...building };
}

function locateObject(node: ObjectNode, sources: readonly ObjectSource[], building: Building): void {
  building.objects.set(node, sources);
  const byKey = occurrencesByKey(sources);
  for (const entry of node.value.list) {
    const occurrences = byKey.get(entry.key);
    if (!occurrences) continue;
    building.entries.set(entry, occurrences);
    building.values.set(entry.value, { kind: 'entry', occurrences });
    locateValue(entry.value, occurrences, building);
  }
  for (const entry of node.value.superseded) {
    const occurrences = byKey.get(entry.key);
    if (occurrences) building.entries.set(entry, occurrences);
  }
}

function locateValue(node: ConfigNode, occurrences: readonly Occurrence[], building: Building): void {
  if (node.origin) return;
  if (node.kind === 'object') locateObject(node, occurrences.flatMap(sourcesOf), building);
  else if (node.kind === 'array') {
    const value = occurrences.at(-1)?.entry.value;
    if (value?.kind === 'brackets' && value.start === node.start) locateArray(node, value, building);
  }
}

function locateArray(node: ArrayNode, list: SyntaxList, building: Building): void {
  building.arrays.set(node, list);
  const byStart = new Map(list.items.map((item) => [item.start, item]));
  for (const item of node.value) {
    const syntax = byStart.get(item.start);
    if (!syntax || syntax.end !== item.end || item.origin) continue;
    building.values.set(item, { kind: 'alone' });
    if (item.kind === 'object') locateObject(item, bracesOf(syntax), building);
    else if (item.kind === 'array' && syntax.kind === 'brackets') locateArray(item, syntax, building);
  }
}

function occurrencesByKey(sources: readonly ObjectSource[]): ReadonlyMap<string, readonly Occurrence[]> {
  const result = new Map<string, Occurrence[]>();
  for (const source of sources) {
    const found =
      source.kind === 'steps'
        ? [source.occurrence]
        : source.object.entries.map((entry) => ({ container: source.object, entry, step: 0 }));
    for (const occurrence of found) {
      const key = occurrence.entry.path[occurrence.step]?.key ?? '';
      const there = result.get(key);
      if (there) there.push(occurrence);
      else result.set(key, [occurrence]);
    }
  }
  return result;
}

function sourcesOf(occurrence: Occurrence): readonly ObjectSource[] {
  const { entry, step } = occurrence;
  if (step < entry.path.length - 1) return [{ kind: 'steps', occurrence: { ...occurrence, step: step + 1 } }];
  return bracesOf(entry.value);
}

function bracesOf(value: SyntaxValue): readonly ObjectSource[] {
  if (value.kind === 'braces') return [{ kind: 'braces', object: value }];
  if (value.kind !== 'sequence') return [];
  return value.pieces.flatMap((piece) => (piece.value.kind === 'braces' ? bracesOf(piece.value) : []));
}
