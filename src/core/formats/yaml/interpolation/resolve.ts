import { type ConfigNode, type Entries, entriesOf } from '../../../tree/node';
import type { ReadProblem } from '../../document';
import type { Interpolation, Template } from './grammar';
import { pythonText } from './python-text';
import { isInside, type Parents, parentsOf, selectOne, startOf } from './select';

/** How many nodes interpolations may add to the tree. */
const MOST_COPIED = 100_000;
/** A text that is put together and longer than this counts as unknown, so that no chain of them fills the memory. */
const LONGEST = 100_000;
/** Objects and arrays inside of each other, those that interpolations bring in included. */
const DEEPEST = 300;
/** Python's stack holds about this many interpolations that lead to one another. */
const MOST_STEPS = 60;
/** The resolvers that OmegaConf brings (`omegaconf/resolvers/oc`). Their results depend on more than the text. */
const RESOLVERS = new Set(['oc.create', 'oc.decode', 'oc.deprecated', 'oc.env', 'oc.select', 'oc.dict.keys', 'oc.dict.values']);

/** Variables that the environment of a process has nearly everywhere. Others are not there unless an admin sets them. */
const USUAL_VARIABLES = new Set(['HOME', 'PATH', 'USER', 'LOGNAME', 'PWD', 'SHELL', 'LANG', 'HOSTNAME', 'TMPDIR', 'PYTHONPATH']);

interface ResolveState {
  readonly root: ConfigNode;
  readonly parents: Parents;
  readonly templates: ReadonlyMap<ConfigNode, Template>;
  readonly problems: ReadProblem[];
  /** The strings that are being resolved: one that comes again needs itself. */
  readonly open: Set<ConfigNode>;
  /** The objects and arrays that are being written out. */
  readonly copying: Set<ConfigNode>;
  readonly outcomes: Map<ConfigNode, Outcome>;
  copyable: number;
}

/** What a text says: a node of the tree, a new string, or nothing that can be known. `failure` says why it cannot be resolved. */
type Outcome =
  | { readonly kind: 'node'; readonly node: ConfigNode }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'failure'; readonly message: string };

const UNKNOWN: Outcome = { kind: 'unknown' };

/** A tree without interpolations, and what could not be resolved. */
export interface Resolution {
  readonly root: ConfigNode;
  readonly problems: readonly ReadProblem[];
}

/**
 * The tree with its interpolations replaced by what they stand for, as `OmegaConf.to_container(resolve=True)` gives it
 * (`omegaconf/base.py`, `omegaconf/grammar_visitor.py`). What stands for another part of the tree is written out at the
 * place of the interpolation.
 */
export function resolve(root: ConfigNode, templates: ReadonlyMap<ConfigNode, Template>): Resolution {
  if (templates.size === 0) return { root, problems: [] };
  const state: ResolveState = {
    root,
    templates,
    parents: parentsOf(root),
    problems: [],
    open: new Set(),
    copying: new Set(),
    outcomes: new Map(),
    copyable: MOST_COPIED,
  };
  return { root: rewrite(state, root, undefined), problems: state.problems };
}

/** The node with what is below it resolved; `place` is that of the interpolation that brought it here. */
function rewrite(state: ResolveState, node: ConfigNode, place: ConfigNode | undefined): ConfigNode {
  const { start, end } = place ?? node;
  const unknown: ConfigNode = { kind: 'unknown', value: undefined, start, end };
  if (place && --state.copyable < 0) {
    if (state.copyable === -1)
      complain(state, 'the interpolations of this text stand for more than can be read', place, undefined);
    return unknown;
  }
  const template = state.templates.get(node);
  if (template) return rewriteTemplate(state, node, template, place ?? node) ?? unknown;
  if (node.kind !== 'array' && node.kind !== 'object') return place ? { ...node, start, end } : node;
  if (state.copying.has(node) || state.copying.size >= DEEPEST) {
    complain(state, 'this interpolation stands for something that it is itself a part of', place ?? node, 'reject');
    return unknown;
  }
  state.copying.add(node);
  const result: ConfigNode =
    node.kind === 'array'
      ? { kind: 'array', value: node.value.map((item) => rewrite(state, item, place)), start, end }
      : { kind: 'object', value: rewriteEntries(state, node.value, place), start, end };
  state.copying.delete(node);
  return result;
}

function rewriteEntries(state: ResolveState, entries: Entries, place: ConfigNode | undefined): Entries {
  const list = entries.list.map((entry) => {
    const keyPlace = place ? { keyStart: place.start, keyEnd: place.end } : {};
    return { ...entry, ...keyPlace, value: rewrite(state, entry.value, place) };
  });
  const index = entries.index && entriesOf(list).index;
  return { ...entries, list, superseded: place ? [] : entries.superseded, index };
}

function rewriteTemplate(state: ResolveState, node: ConfigNode, template: Template, place: ConfigNode): ConfigNode | undefined {
  const outcome = evaluateNode(state, node, template);
  const { start, end } = place;
  switch (outcome.kind) {
    case 'node':
      return rewrite(state, outcome.node, place);
    case 'text':
      return { kind: 'string', value: outcome.text, start, end };
    case 'failure':
      complain(state, outcome.message, place, 'reject');
      return undefined;
    case 'unknown':
      return undefined;
  }
}

function evaluateNode(state: ResolveState, node: ConfigNode, template: Template): Outcome {
  const known = state.outcomes.get(node);
  if (known) return known;
  if (state.open.has(node)) return failure('this interpolation needs its own value');
  if (state.open.size >= MOST_STEPS) return failure('there are too many interpolations on the way to this value');
  state.open.add(node);
  const [only] = template;
  const outcome = template.length === 1 && typeof only === 'object' ? evaluate(state, node, only) : join(state, node, template);
  state.open.delete(node);
  state.outcomes.set(node, outcome);
  return outcome;
}

/** The texts of all parts, one behind the other. */
function join(state: ResolveState, at: ConfigNode, template: Template): Outcome {
  let text: string | undefined = '';
  for (const part of template) {
    const outcome: Outcome = typeof part === 'string' ? { kind: 'text', text: part } : evaluate(state, at, part);
    if (outcome.kind === 'failure') return outcome;
    const piece = textOf(outcome);
    text = text === undefined || piece === undefined ? undefined : text + piece;
    if (text !== undefined && text.length > LONGEST) text = undefined;
  }
  return text === undefined ? UNKNOWN : { kind: 'text', text };
}

/** Objects and arrays appear in a text as they are written, with their own interpolations unresolved. */
function textOf(outcome: Outcome): string | undefined {
  if (outcome.kind === 'text') return outcome.text;
  return outcome.kind === 'node' ? pythonText(outcome.node) : undefined;
}

function evaluate(state: ResolveState, at: ConfigNode, interpolation: Interpolation): Outcome {
  if (interpolation.kind === 'resolver') return evaluateResolver(state, at, interpolation);
  const path = joinKeys(state, at, interpolation.path);
  return path.kind === 'text' ? select(state, at, path.text) : path;
}

/** The pieces of a key path or name, of which each has to be a text. */
function joinKeys(state: ResolveState, at: ConfigNode, pieces: Template): Outcome {
  let text = '';
  for (const piece of pieces) {
    const outcome: Outcome = typeof piece === 'string' ? { kind: 'text', text: piece } : evaluate(state, at, piece);
    if (outcome.kind === 'failure' || outcome.kind === 'unknown') return outcome;
    if (outcome.kind === 'node' && outcome.node.kind === 'unknown') return UNKNOWN;
    if (outcome.kind === 'node' && outcome.node.kind !== 'string')
      return failure('an interpolation inside a key has to give a string');
    text += outcome.kind === 'text' ? outcome.text : outcome.node.value;
  }
  return { kind: 'text', text };
}

function evaluateResolver(
  state: ResolveState,
  at: ConfigNode,
  { name, inner, written }: Interpolation & { readonly kind: 'resolver' },
): Outcome {
  const called = joinKeys(state, at, name);
  if (called.kind !== 'text') return called;
  for (const interpolation of inner) {
    const outcome = evaluate(state, at, interpolation);
    if (outcome.kind === 'failure') return outcome;
  }
  if (called.text === 'oc.env' && /^[A-Za-z_]\w*$/.test(written) && !USUAL_VARIABLES.has(written)) {
    return failure(`the environment variable ${written} must be set where NVFLARE reads this; give a default behind a comma`);
  }
  if (RESOLVERS.has(called.text)) return UNKNOWN;
  return failure(`OmegaConf has no resolver '${called.text}'; write \\\${ where it is meant as it stands`);
}

/** What a key path names, with what stands there resolved in turn (`_select_impl` of `omegaconf/base.py`). */
function select(state: ResolveState, at: ConfigNode, path: string): Outcome {
  const parent = state.parents.get(at) ?? state.root;
  const start = startOf(state.root, parent, state.parents, path);
  const notFound = failure(`'${path}' is not in this file`);
  if (!start) return notFound;
  let outcome: Outcome = { kind: 'node', node: start.container };
  for (const step of start.steps) {
    // A step may go through an interpolation, but not through a plain value.
    if (outcome.kind !== 'node') return outcome.kind === 'text' ? notFound : outcome;
    const found = selectOne(outcome.node, step);
    if (found === 'missing') return notFound;
    if (found === 'unknown') return UNKNOWN;
    if (found.kind === 'string' && found.value === '???')
      return failure(`'${path}' leads to ???, a value that is still to be given`);
    const template = state.templates.get(found);
    outcome = template ? evaluateNode(state, found, template) : { kind: 'node', node: found };
  }
  const isAround = outcome.kind === 'node' && isInside(parent, outcome.node, state.parents);
  return isAround ? failure(`'${path}' leads to a part of the file that this interpolation is in`) : outcome;
}

function failure(message: string): Outcome {
  return { kind: 'failure', message };
}

function complain(state: ResolveState, message: string, { start, end }: ConfigNode, refusal: ReadProblem['refusal']): void {
  state.problems.push({ message, range: { start, end }, refusal, kind: 'loader' });
}
