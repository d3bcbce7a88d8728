import type { AppConfig, ExecutorDef, FilterChain } from '../job/config/app-config';
import { titleOf } from '../job/config/component-title';
import type { ComponentDef } from '../job/config/components';
import type { Wiring } from '../job/config/wiring';
import { own } from '../text/own';
import type { Range } from '../text/range';
import { get, type ObjectNode, rangeOf } from '../tree/node';
import { componentDifferences } from './component';
import type { Difference } from './difference';
import { placeIn, sourceOf } from './job-version';
import { type Pairs, pairs } from './pairs';
import { type Texts, type TreeDifference, treeDifferences } from './tree-differences';
import { isEqual } from './value';
import { without } from './without';

/** A configuration with the classes of its job. */
export interface ConfigVersion {
  readonly config: AppConfig;
  readonly wiring: Wiring;
}

/** The sections that are compared element by element. */
const SECTIONS = ['components', 'workflows', 'executors', 'task_data_filters', 'task_result_filters'];

/** What is otherwise in a configuration of an app, with variables put in; the format that it is written in does not count. */
export function configDifferences(before: ConfigVersion, after: ConfigVersion, group: string): readonly Difference[] {
  const comparison = new ConfigComparison(before, after, group);
  const found = [...comparison.all()];
  // What NVFLARE does not look at, or what is only part of a variable, is told as it is written.
  return found.length > 0 ? found : [...comparison.asWritten()];
}

class ConfigComparison {
  readonly #before: ConfigVersion;
  readonly #after: ConfigVersion;
  readonly #group: string;
  readonly #texts: Texts;

  constructor(before: ConfigVersion, after: ConfigVersion, group: string) {
    this.#before = before;
    this.#after = after;
    this.#group = group;
    this.#texts = { before: sourceOf(before.config.config), after: sourceOf(after.config.config) };
  }

  *all(): Generator<Difference> {
    const [a, b] = [this.#before.config, this.#after.config];
    if (!a.root || !b.root) return;
    yield* this.#components(a.workflows, b.workflows, 'workflow');
    yield* this.#executors(a.executors, b.executors);
    yield* this.#chains(a.chains, b.chains);
    yield* this.#components(a.components, b.components, 'component');
    yield* this.#told('', treeDifferences(others(a.root), others(b.root), this.#texts));
  }

  *asWritten(): Generator<Difference> {
    const [a, b] = [this.#before.config.config.document.root, this.#after.config.config.document.root];
    yield* this.#told('', treeDifferences(a, b, this.#texts));
  }

  *#components(a: readonly ComponentDef[], b: readonly ComponentDef[], what: string): Generator<Difference> {
    const { both, gone, added } = pairs(a, b, [
      (first, second) => first.id !== undefined && first.id.value === second.id?.value,
      (first, second) => !(first.id && second.id) && first.className?.value === second.className?.value,
      (first, second) => isEqual(withoutId(first), withoutId(second), this.#texts.before, this.#texts.after),
    ]);
    for (const [first, second] of both) yield* this.#component(`${what} ${titleOf(first)}`, first, second);
    for (const each of gone) yield this.#whole('removed', `${what} ${named(each)}`, each.node);
    for (const each of added) yield this.#whole('added', `${what} ${named(each)}`, each.node);
    yield* this.#order(both, b, `${what}s`);
  }

  *#component(title: string, a: ComponentDef, b: ComponentDef): Generator<Difference> {
    const placed = ({ config, wiring }: ConfigVersion, component: ComponentDef) => ({
      component,
      app: config.app,
      classes: wiring.classes,
    });
    yield* this.#told(title, componentDifferences(placed(this.#before, a), placed(this.#after, b), this.#texts));
  }

  *#executors(a: readonly ExecutorDef[], b: readonly ExecutorDef[]): Generator<Difference> {
    const { both, gone, added } = pairs(a, b, [
      (first, second) => tasksOf(first) === tasksOf(second),
      (first, second) => shareTask(first, second),
    ]);
    for (const [first, second] of both) {
      const title = `executor of ${tasksOf(first)}`;
      yield* this.#told(
        title,
        treeDifferences(without(first.node, ['executor']), without(second.node, ['executor']), this.#texts),
      );
      if (first.executor && second.executor) yield* this.#component(title, first.executor, second.executor);
      else yield* this.#told(title, treeDifferences(first.node, second.node, this.#texts));
    }
    for (const each of gone) yield this.#whole('removed', `executor of ${tasksOf(each)}`, each.node);
    for (const each of added) yield this.#whole('added', `executor of ${tasksOf(each)}`, each.node);
    yield* this.#order(both, b, 'executors');
  }

  *#chains(a: readonly FilterChain[], b: readonly FilterChain[]): Generator<Difference> {
    const isSameWay = (first: FilterChain, second: FilterChain) => first.section === second.section;
    const { both, gone, added } = pairs(a, b, [
      (first, second) => isSameWay(first, second) && first.direction === second.direction && tasksOf(first) === tasksOf(second),
      (first, second) => isSameWay(first, second) && tasksOf(first) === tasksOf(second),
      (first, second) => isSameWay(first, second) && shareTask(first, second),
    ]);
    for (const [first, second] of both) {
      const title = chainTitle(first);
      // Without the key the direction is the one that the section has.
      const leftOut = [
        'filters',
        ...(first.direction !== undefined && first.direction === second.direction ? ['direction'] : []),
      ];
      yield* this.#told(title, treeDifferences(without(first.node, leftOut), without(second.node, leftOut), this.#texts));
      yield* this.#filters(title, first, second);
    }
    for (const each of [...gone, ...added]) {
      const kind = gone.includes(each) ? 'removed' : 'added';
      for (const filter of each.filters)
        yield this.#whole(kind, `${chainTitle(each)}: ${titleOf(filter)}`, filter.className ?? filter.node);
      if (each.filters.length === 0) yield this.#whole(kind, chainTitle(each), each.node);
    }
  }

  *#filters(title: string, a: FilterChain, b: FilterChain): Generator<Difference> {
    const { both, gone, added } = pairs(a.filters, b.filters, [
      (first, second) => first.className !== undefined && first.className.value === second.className?.value,
      // Those that lack a class, or of which it cannot be known, are paired as they stand.
      (first, second) => first.className === undefined && second.className === undefined,
    ]);
    for (const [first, second] of both) yield* this.#component(`${title}: ${titleOf(first)}`, first, second);
    for (const each of gone) yield this.#whole('removed', `${title}: ${titleOf(each)}`, each.className ?? each.node);
    for (const each of added) yield this.#whole('added', `${title}: ${titleOf(each)}`, each.className ?? each.node);
    yield* this.#order(both, b.filters, title);
  }

  /** Workflows run in their order, patterns of executors are tried in theirs, filters are applied in theirs. */
  *#order<T extends { readonly node: ObjectNode }>(
    both: Pairs<T>['both'],
    all: readonly T[],
    title: string,
  ): Generator<Difference> {
    const moved = both.find(([, second], i) => i > 0 && all.indexOf(second) < all.indexOf(both[i - 1]?.[1] as T));
    if (!moved) return;
    const [before, after] = [rangeOf(moved[0].node), rangeOf(moved[1].node)];
    yield this.#one({ kind: 'changed', path: [], text: 'in another order', before, after }, title);
  }

  *#told(title: string, found: Iterable<TreeDifference>): Generator<Difference> {
    for (const each of found) yield this.#one(each, title);
  }

  #one({ kind, path, text, before, after }: TreeDifference, title: string): Difference {
    const name = path.map((part, i) => (i === 0 ? (own(WORDS, part) ?? part) : part)).join('.');
    const about = [title, name].filter((part) => part !== '').join(': ');
    const said = kind === 'changed' ? `${about} ${text}` : `${about}: ${text} ${kind}`;
    return { group: this.#group, kind, protection: undefined, text: said, ...this.#places(before, after) };
  }

  #whole(kind: 'added' | 'removed', title: string, range: Range): Difference {
    const places = kind === 'removed' ? this.#places(rangeOf(range), undefined) : this.#places(undefined, rangeOf(range));
    return { group: this.#group, kind, protection: undefined, text: `${title} ${kind}`, ...places };
  }

  #places(before: Range | undefined, after: Range | undefined): Pick<Difference, 'before' | 'after'> {
    const [a, b] = [this.#before.config.config.file, this.#after.config.config.file];
    return { before: placeIn(a, before), after: placeIn(b, after) };
  }
}

/** What arguments are called where people speak of them. */
const WORDS: Readonly<Record<string, string>> = {
  num_rounds: 'rounds',
  start_round: 'first round',
  num_clients: 'clients',
  min_clients: 'least clients',
};

function named(component: ComponentDef): string {
  const title = titleOf(component);
  const name = titleOf({ ...component, id: undefined });
  return title === name ? title : `${title} (${name})`;
}

function chainTitle(chain: FilterChain): string {
  const what = chain.section === 'task_data_filters' ? 'data' : 'results';
  return `filters for the ${what} of ${tasksOf(chain)}`;
}

function tasksOf({ tasks }: ExecutorDef | FilterChain): string {
  return tasks.names.map(({ value }) => value).join(', ');
}

function shareTask(a: ExecutorDef | FilterChain, b: ExecutorDef | FilterChain): boolean {
  return a.tasks.names.some(({ value }) => b.tasks.names.some((other) => other.value === value));
}

function withoutId({ node }: ComponentDef): ObjectNode {
  return without(node, ['id']);
}

function others(root: ObjectNode): ObjectNode {
  // A section that is no list is passed over by NVFLARE, and compared as it is.
  return without(
    root,
    SECTIONS.filter((section) => get(root, section)?.kind === 'array'),
  );
}
