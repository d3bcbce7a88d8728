import type { Range } from '../text/range';

/**
 * An expression, as far as it is of use to follow values through a program: names, attributes, calls and what they are
 * made of. Operators only keep their operands, in order.
 */
export type ExpressionTree =
  | NameTree
  | AttributeTree
  | CallTree
  | StringTree
  | (Range & { readonly kind: 'number' })
  /** A list, tuple or set that is written out. */
  | (Range & { readonly kind: 'items'; readonly items: readonly ExpressionTree[] })
  /** A dict that is written out: its keys; what they lead to is beside them. A set reads as one, too. */
  | (Range & {
      readonly kind: 'mapping';
      readonly items: readonly ExpressionTree[];
      readonly beside: readonly ExpressionTree[];
    })
  /** `object[index]`. */
  | (Range & { readonly kind: 'subscript'; readonly items: readonly ExpressionTree[] })
  /** `for target in iterable` inside a comprehension: the two. */
  | (Range & { readonly kind: 'loop'; readonly items: readonly ExpressionTree[] })
  /** One of several values: `a or b`, `a if c else b`. What only decides between them is `beside` them. */
  | (Range & {
      readonly kind: 'choice';
      readonly items: readonly ExpressionTree[];
      readonly beside: readonly ExpressionTree[];
    })
  /** `a == b`, `a in b` and chains of them. */
  | (Range & { readonly kind: 'comparison'; readonly items: readonly ExpressionTree[] })
  | (Range & { readonly kind: 'negation'; readonly items: readonly ExpressionTree[] })
  | (Range & { readonly kind: 'other'; readonly items: readonly ExpressionTree[] });

/** A name that stands alone. */
export interface NameTree extends Range {
  readonly kind: 'name';
  readonly name: string;
}

/** `object.name`. */
export interface AttributeTree extends Range {
  readonly kind: 'attribute';
  readonly object: ExpressionTree;
  readonly name: string;
}

/** `callee(…)`. */
export interface CallTree extends Range {
  readonly kind: 'call';
  readonly callee: ExpressionTree;
  readonly arguments: readonly CallArgument[];
}

/** One argument of a call. */
export interface CallArgument {
  /** `''` where the argument is given by place or with stars. */
  readonly name: string;
  readonly stars: 0 | 1 | 2;
  readonly value: ExpressionTree;
}

/** A string with its quotes and prefix; several side by side are several items of an `other`. */
export interface StringTree extends Range {
  readonly kind: 'string';
}

/** All calls in an expression, outermost first. */
export function* callsIn(tree: ExpressionTree): Generator<CallTree> {
  for (const each of partsOf(tree)) if (each.kind === 'call') yield each;
}

/** The expression and everything it is made of, outermost first. */
export function* partsOf(tree: ExpressionTree): Generator<ExpressionTree> {
  const stack: ExpressionTree[] = [tree];
  for (let each = stack.pop(); each; each = stack.pop()) {
    yield each;
    if (each.kind === 'attribute') stack.push(each.object);
    else if (each.kind === 'call') {
      for (let k = each.arguments.length - 1; k >= 0; k--)
        stack.push((each.arguments[k] as { readonly value: ExpressionTree }).value);
      stack.push(each.callee);
    } else if ('items' in each) {
      if ('beside' in each) for (const one of each.beside) stack.push(one);
      for (let k = each.items.length - 1; k >= 0; k--) stack.push(each.items[k] as ExpressionTree);
    }
  }
}
