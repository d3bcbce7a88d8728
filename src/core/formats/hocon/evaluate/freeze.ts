import type { ConfigNode, Entries, Entry, UnknownNode } from '../../../tree/node';
import type { ReadProblem } from '../../document';
import type { List, Member, Tree, Value } from './model';

/** Values that references put inside each other deeper than this are not shown. */
const DEEPEST = 2000;
const NONE: readonly Entry[] = [];

/**
 * The tree of a computed value, as NVFLARE's `to_dict` gives it (`nvflare/fuel_opt/utils/pyhocon_loader.py`). What is still a
 * join is unknown.
 */
export function freeze(value: Value, report: (problem: ReadProblem) => void): ConfigNode {
  return freezeValue(value, { report, insideList: true, depth: 0 });
}

interface Freezing {
  readonly report: (problem: ReadProblem) => void;
  /** A list around the value is itself in a list, or is the root. */
  readonly insideList: boolean;
  readonly depth: number;
}

function freezeValue(value: Value, freezing: Freezing): ConfigNode {
  switch (value.kind) {
    case 'tree':
      return freezing.depth > DEEPEST ? unknownAt(value) : freezeTree(value, freezing);
    case 'list':
      return freezing.depth > DEEPEST ? unknownAt(value) : freezeList(value, freezing);
    case 'none':
      return { kind: 'null', start: value.start, end: value.end, value: null };
    case 'join':
      return unknownAt(value);
    default:
      return value;
  }
}

function freezeTree(tree: Tree, freezing: Freezing): ConfigNode {
  const below = { report: freezing.report, insideList: false, depth: freezing.depth + 1 };
  const list = tree.members.map((member) => freezeMember(member, below));
  const value: Entries = {
    list,
    superseded: tree.superseded.length > 0 ? freezeSuperseded(tree, below) : NONE,
    index: tree.index && new Map(list.map((entry) => [entry.key, entry])),
    incomplete: tree.incomplete,
  };
  const { start, end, origin } = tree;
  return origin ? { kind: 'object', start, end, value, origin } : { kind: 'object', start, end, value };
}

/** A value that a reference brought back is not superseded after all. */
function freezeSuperseded(tree: Tree, below: Freezing): Entry[] {
  const live = new Set(tree.members.map((member) => member.value));
  const superseded = new Set(tree.superseded.filter((member) => !live.has(member.value)));
  return [...superseded].map((member) => freezeMember(member, below));
}

function freezeMember({ key, keyStart, keyEnd, value }: Member, below: Freezing): Entry {
  return { key, keyStart, keyEnd, value: freezeValue(value, below) };
}

function freezeList(list: List, { report, insideList, depth }: Freezing): ConfigNode {
  const below = { report, insideList: true, depth: depth + 1 };
  const value = list.items.map((item) => {
    // A lookup turns null into None in objects and their lists, but goes no deeper.
    if (insideList && item.kind === 'null') {
      const message = 'pyhocon leaves an object of its own for a null in a list of lists';
      report({ message, range: { start: item.start, end: item.end }, refusal: undefined, kind: 'loader' });
      return unknownAt(item);
    }
    return freezeValue(item, below);
  });
  const { start, end, origin } = list;
  return origin ? { kind: 'array', start, end, value, origin } : { kind: 'array', start, end, value };
}

function unknownAt({ start, end }: Value): UnknownNode {
  return { kind: 'unknown', start, end, value: undefined };
}
