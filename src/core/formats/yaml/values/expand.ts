import type { Range } from '../../../text/range';
import { type ConfigNode, type Entry, entriesOf, type StringNode } from '../../../tree/node';
import type { ReadProblem } from '../../document';
import { parseTemplate, type Template } from '../interpolation/grammar';
import { DEEPEST } from '../parse/node';
import type { SyntaxNode } from '../parse/syntax';
import { printFloat } from './scalar-value';
import type { ArrayValue, KeyValue, ObjectValue, ScalarValue, Value, ValueEntry } from './value';

/** A tree in which every use of an anchor is written out. */
export interface Expansion {
  readonly root: ConfigNode;
  /** The strings in which OmegaConf looks for interpolations. */
  readonly templates: ReadonlyMap<ConfigNode, Template>;
  /** In the order in which OmegaConf would raise them. */
  readonly problems: readonly ReadProblem[];
}

/** How many nodes aliases may add to those of the text. */
const MOST_REPEATED = 100_000;

interface ExpandState {
  readonly templates: Map<ConfigNode, Template>;
  readonly problems: ReadProblem[];
  /** The collections around the value at hand: one that comes again contains itself. */
  readonly open: Set<Value>;
  readonly budget: { repeatable: number };
}

/**
 * The tree that OmegaConf builds of PyYAML's values. What an alias or merge key brings in is written out, all at the place
 * of the alias; a text in which that would never end is cut.
 */
export function expand(root: Value, source: SyntaxNode): Expansion {
  const state: ExpandState = { templates: new Map(), problems: [], open: new Set(), budget: { repeatable: MOST_REPEATED } };
  return { root: expandValue(state, root, source, undefined), templates: state.templates, problems: state.problems };
}

/** The node for a value that `source` says; `through` is the place of the alias that it came through. */
function expandValue(state: ExpandState, value: Value, source: SyntaxNode, through: Range | undefined): ConfigNode {
  const range = through ?? source;
  const unknown: ConfigNode = { kind: 'unknown', value: undefined, start: range.start, end: range.end };
  const place = through ?? (source.kind === 'alias' ? source : undefined);
  if (place && --state.budget.repeatable < 0) {
    if (state.budget.repeatable === -1)
      complain(state, 'the aliases of this text stand for more than can be read', range, undefined);
    return unknown;
  }
  switch (value.kind) {
    case 'object':
    case 'array':
      return expandCollection(state, value, range, place) ?? unknown;
    case 'string':
      return expandString(state, value.value, range);
    case 'unsupported':
      complain(state, 'NVFLARE reads no dates and no sets; quote the value', range, 'reject');
      return unknown;
    case 'bytes':
    case 'unknown':
      return unknown;
    default:
      return scalarNode(value, range);
  }
}

function scalarNode(value: Exclude<ScalarValue, { kind: 'string' }>, { start, end }: Range): ConfigNode {
  if (value.kind === 'integer') return { kind: 'integer', value: Number(value.value), start, end };
  if (value.kind === 'null') return { kind: 'null', value: null, start, end };
  return value.kind === 'float'
    ? { kind: 'float', value: value.value, start, end }
    : { kind: 'boolean', value: value.value, start, end };
}

function expandString(state: ExpandState, value: string, { start, end }: Range): ConfigNode {
  const node: StringNode = { kind: 'string', value, start, end };
  if (!value.includes('${')) return node;
  const template = parseTemplate(value);
  if (template) state.templates.set(node, template);
  else complain(state, "OmegaConf takes '${' for the beginning of an interpolation, and this is none", node, 'crash');
  return node;
}

function expandCollection(
  state: ExpandState,
  value: ObjectValue | ArrayValue,
  { start, end }: Range,
  place: Range | undefined,
): ConfigNode | undefined {
  if (state.open.has(value) || state.open.size >= DEEPEST) {
    const message = state.open.has(value)
      ? 'this alias stands for something that it is itself a part of'
      : 'values are nested too deeply for NVFLARE to read';
    complain(state, message, { start, end }, 'crash');
    return undefined;
  }
  state.open.add(value);
  const node: ConfigNode =
    value.kind === 'array'
      ? { kind: 'array', value: value.items.map((item) => expandValue(state, item.value, item.source, place)), start, end }
      : { kind: 'object', value: expandEntries(state, value, place), start, end };
  state.open.delete(value);
  return node;
}

function expandEntries(state: ExpandState, value: ObjectValue, place: Range | undefined) {
  const list = value.entries.map((entry) => expandEntry(state, entry, place));
  const superseded = value.superseded.map((entry) => expandEntry(silent(state), entry, place));
  if (list.some((entry) => entry.keyKind !== undefined)) {
    return { list, superseded, index: undefined, incomplete: value.isIncomplete };
  }
  return { ...entriesOf(list, value.isIncomplete), superseded };
}

/** What another value replaced never reaches OmegaConf. */
function silent(state: ExpandState): ExpandState {
  return { ...state, problems: [], templates: new Map() };
}

function expandEntry(state: ExpandState, entry: ValueEntry, place: Range | undefined): Entry {
  const { start, end } = place ?? entry.keyRange;
  if (entry.key.kind === 'null' || entry.key.kind === 'unsupported') {
    const what = entry.key.kind === 'null' ? 'null' : 'a date';
    complain(state, `${what} cannot be a key; quote it`, { start, end }, 'reject');
  }
  const value = expandValue(state, entry.value, entry.source, place ?? entry.via);
  return { keyStart: start, keyEnd: end, value, ...keyOf(entry.key) };
}

function keyOf(key: KeyValue): Pick<Entry, 'key' | 'keyKind'> {
  switch (key.kind) {
    case 'string':
      return { key: key.value };
    case 'integer':
      return { key: String(key.value), keyKind: 'integer' };
    case 'float':
      return { key: printFloat(key.value), keyKind: 'float' };
    case 'boolean':
      return { key: key.value ? 'True' : 'False', keyKind: 'boolean' };
    case 'null':
      return { key: 'None', keyKind: 'null' };
    default:
      return { key: '', keyKind: 'other' };
  }
}

function complain(state: ExpandState, message: string, { start, end }: Range, refusal: ReadProblem['refusal']): void {
  state.problems.push({ message, range: { start, end }, refusal, kind: 'loader' });
}
