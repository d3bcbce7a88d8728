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

/** Finds everything in a file's value that the indexing of it fails on (`nvflare/tool/job/config/config_indexer.py`). */
export function indexingFailures(document: ConfigDocument, root: ConfigNode, { nameless }: NestedKeys): PackFailure[] {
  const failures = nameless.map((entry): PackFailure => ({ reason: 'nameless-key', at: keyRange(entry) }));
  if (root.kind === 'unknown') {
    if (isOdd(document, root)) failures.push({ reason: 'odd-value', at: root });
  } else if (root.kind !== 'object') failures.push({ reason: 'not-an-object', at: root });
  else {
    failures.push(...componentFailures(root));
    addObjectFailures({ document, failures }, root);
  }
  return failures;
}

/** What is wrong with the section `components`, whose ids the command collects first. */
export function* componentFailures(root: ObjectNode): Generator<PackFailure> {
  const components = get(root, 'components');
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

interface Search {
  readonly document: ConfigDocument;
  readonly failures: PackFailure[];
}

function addObjectFailures(search: Search, object: ObjectNode): void {
  for (const { key, value } of object.value.list) {
    if (key === 'path' && isPlainEntry(value) && value.kind !== 'string') search.failures.push({ reason: 'path', at: value });
    else if (value.kind === 'object') addObjectFailures(search, value);
    else if (value.kind === 'array') {
      if (!isPlainEntry(value)) addListFailures(search, value, key === 'path');
    } else addScalarFailure(search, value);
  }
}

/** In a list that is the value of `path`, with objects or lists in it, the other items must be texts too. */
function addListFailures(search: Search, list: ArrayNode, isPath: boolean): void {
  for (const item of list.value) {
    if (item.kind === 'object') addObjectFailures(search, item);
    else if (item.kind === 'array') addListFailures(search, item, false);
    else if (isPath && item.kind !== 'string' && item.kind !== 'null' && item.kind !== 'unknown')
      search.failures.push({ reason: 'path', at: item });
    else addScalarFailure(search, item);
  }
}

function addScalarFailure({ document, failures }: Search, node: ConfigNode): void {
  if (node.kind === 'unknown' && isOdd(document, node)) failures.push({ reason: 'odd-value', at: node });
}

/** Whether a value is unknown because it is an object of pyhocon's own: a duration, an include, or a null in a list of lists. */
function isOdd({ format, text }: ConfigDocument, node: UnknownNode): boolean {
  if (format !== 'hocon') return false;
  const { start, end } = node.origin ?? node;
  return durationEnd(text, start) === end || /^(null|include\b.*)$/is.test(text.slice(start, end));
}

/** Adds everything in the value that is written that has no form in UTF-8. */
export function addWritingFailures(failures: PackFailure[], value: ConfigNode): void {
  if (value.kind === 'string') {
    if (hasHalf(value.value)) failures.push({ reason: 'half-character', at: value });
  } else if (value.kind === 'array') for (const item of value.value) addWritingFailures(failures, item);
  else if (value.kind === 'object')
    for (const entry of value.value.list) {
      if (hasHalf(entry.key)) failures.push({ reason: 'half-character', at: keyRange(entry) });
      addWritingFailures(failures, entry.value);
    }
}

function hasHalf(text: string): boolean {
  return /[\ud800-\udfff]/.test(text) && /\p{Surrogate}/u.test(text);
}
