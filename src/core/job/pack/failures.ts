import type { ConfigDocument } from '../../formats/document';
import { durationEnd } from '../../formats/hocon/durations';
import type { Range } from '../../text/range';
import { type ArrayNode, type ConfigNode, get, keyRange, type ObjectNode, type UnknownNode } from '../../tree/node';
import { isPlainEntry } from './first-entry';
import type { NestedKeys } from './nest-keys';

/** Why packing ends in an internal error. */
export interface PackFailure {
  readonly reason: /** The loader of the format refuses the text. */
    | 'unreadable'
    /** The release cannot write YAML. */
    | 'yaml'
    /** The file holds a list, or a plain value. */
    | 'not-an-object'
    /** There is no value in the file: `{}`, or objects in objects. */
    | 'empty'
    /** pyhocon finds no name in a key: `"*"`. */
    | 'nameless-key'
    /** A HOCON value is one of pyhocon's own objects: a duration. */
    | 'odd-value'
    /** `components` is neither a list nor empty. */
    | 'components'
    /** An element of `components` is no object. */
    | 'component'
    /** An element of `components` has no `id`. */
    | 'no-id'
    /** A `path` is not a text. */
    | 'path'
    /** A text has half of a pair of UTF-16, which UTF-8 cannot say. */
    | 'half-character';
  readonly at: Range;
}

/** Everything in a file's value that the indexing of it fails on (`nvflare/tool/job/config/config_indexer.py`). */
export function* failuresIn(document: ConfigDocument, root: ConfigNode, { nameless }: NestedKeys): Generator<PackFailure> {
  for (const entry of nameless) yield { reason: 'nameless-key', at: keyRange(entry) };
  if (root.kind === 'unknown') {
    if (isOdd(document, root)) yield { reason: 'odd-value', at: root };
    return;
  }
  if (root.kind !== 'object') {
    yield { reason: 'not-an-object', at: root };
    return;
  }
  yield* componentFailures(get(root, 'components'));
  yield* objectFailures(document, root);
}

function* componentFailures(components: ConfigNode | undefined): Generator<PackFailure> {
  if (components?.kind !== 'array') {
    if (components && isTruthy(components)) yield { reason: 'components', at: components };
    return;
  }
  for (const component of components.value) {
    if (component.kind === 'unknown') continue;
    if (component.kind !== 'object') yield { reason: 'component', at: component };
    else if (!component.value.incomplete && !get(component, 'id')) yield { reason: 'no-id', at: component };
  }
}

function isTruthy(node: Exclude<ConfigNode, ArrayNode>): boolean {
  if (node.kind === 'object') return node.value.list.length > 0;
  return Boolean(node.value) || Number.isNaN(node.value);
}

function* objectFailures(document: ConfigDocument, object: ObjectNode): Generator<PackFailure> {
  for (const { key, value } of object.value.list) {
    if (key === 'path' && isPlainEntry(value) && value.kind !== 'string') yield { reason: 'path', at: value };
    else if (value.kind === 'object') yield* objectFailures(document, value);
    else if (value.kind === 'array') {
      if (!isPlainEntry(value)) yield* listFailures(document, value, key === 'path');
    } else yield* scalarFailures(document, value);
  }
}

/** In a list that is the value of `path`, with objects or lists in it, the other items must be texts too. */
function* listFailures(document: ConfigDocument, list: ArrayNode, isPath: boolean): Generator<PackFailure> {
  for (const item of list.value) {
    if (item.kind === 'object') yield* objectFailures(document, item);
    else if (item.kind === 'array') yield* listFailures(document, item, false);
    else if (isPath && item.kind !== 'string' && item.kind !== 'null' && item.kind !== 'unknown')
      yield { reason: 'path', at: item };
    else yield* scalarFailures(document, item);
  }
}

function* scalarFailures(document: ConfigDocument, node: ConfigNode): Generator<PackFailure> {
  if (node.kind === 'unknown' && isOdd(document, node)) yield { reason: 'odd-value', at: node };
}

/** Everything in the value that is written that cannot be written. */
export function* writingFailures(value: ConfigNode): Generator<PackFailure> {
  if (value.kind === 'string') {
    if (HALF.test(value.value)) yield { reason: 'half-character', at: value };
  } else if (value.kind === 'array') for (const item of value.value) yield* writingFailures(item);
  else if (value.kind === 'object')
    for (const entry of value.value.list) {
      if (HALF.test(entry.key)) yield { reason: 'half-character', at: keyRange(entry) };
      yield* writingFailures(entry.value);
    }
}

const HALF = /\p{Surrogate}/u;

/** Whether a value is unknown because it is an object of pyhocon's own: a duration, an include, or a null in a list of lists. */
function isOdd({ format, text }: ConfigDocument, node: UnknownNode): boolean {
  if (format !== 'hocon') return false;
  const { start, end } = node.origin ?? node;
  return durationEnd(text, start) === end || /^(null|include\b.*)$/is.test(text.slice(start, end));
}
