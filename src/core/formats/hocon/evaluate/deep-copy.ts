import type { Budget } from './budget';
import type { Join, List, Reference, Token, Tree, Value } from './model';
import { addMember, lookedUp, newTree, PythonError } from './model';
import { noteOverrider } from './trees';

/** Python's own recursion ends `deepcopy` at about this many values inside each other. */
const DEEPEST = 240;

/**
 * Python's `copy.deepcopy` of a value. As a join knows its parent, the copy of a join brings a copy of all that is around it,
 * which then is where its value goes.
 */
export function deepCopy<T extends Value | Reference>(value: T, budget: Budget): T {
  return new Copier(budget).copy(value, 0) as T;
}

class Copier {
  readonly #copies = new Map<object, Value | Reference>();
  readonly #budget: Budget;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  copy(value: Value | Reference, depth: number): Value | Reference {
    if (depth > DEEPEST) throw new PythonError('values are nested too deeply for Python to copy');
    const known = this.#copies.get(value);
    if (known) return known;
    this.#budget.spend(1);
    switch (value.kind) {
      case 'tree':
        return this.#tree(value, depth);
      case 'list':
        return this.#list(value, depth);
      case 'join':
        return this.#join(value, depth);
      case 'reference':
        return this.#reference(value, depth);
      default:
        return value;
    }
  }

  #tree(tree: Tree, depth: number): Tree {
    const copy = newTree(tree.start, tree.end);
    this.#copies.set(tree, copy);
    copy.origin = tree.origin;
    copy.incomplete = tree.incomplete;
    copy.superseded = [...tree.superseded];
    for (const { key, keyStart, keyEnd, value } of tree.members) {
      addMember(copy, { key, keyStart, keyEnd, value: this.copy(lookedUp(value), depth + 1) as Value });
    }
    return copy;
  }

  #list(list: List, depth: number): List {
    const items: Value[] = [];
    const copy: List = { kind: 'list', start: list.start, end: list.end, origin: list.origin, items };
    this.#copies.set(list, copy);
    for (const item of list.items) items.push(this.copy(item, depth + 1) as Value);
    return copy;
  }

  #join(join: Join, depth: number): Join {
    const copy: Join = { ...join, tokens: [], parent: undefined, overridden: undefined, overriders: undefined };
    this.#copies.set(join, copy);
    copy.tokens = join.tokens.map((token) => this.#token(token, depth));
    copy.parent = join.parent && (this.copy(join.parent, depth + 1) as Tree | List);
    copy.overridden = join.overridden && (this.copy(join.overridden, depth + 1) as Value);
    noteOverrider(copy);
    return copy;
  }

  #token(token: Token, depth: number): Token {
    if (token === null || token.kind === 'text') return token;
    return this.copy(token, depth + 1) as Token;
  }

  #reference(reference: Reference, depth: number): Reference {
    const copy: Reference = { ...reference, parent: undefined };
    this.#copies.set(reference, copy);
    copy.parent = reference.parent && (this.copy(reference.parent, depth + 1) as Join);
    return copy;
  }
}
