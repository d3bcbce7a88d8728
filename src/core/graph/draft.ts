import type { Finding } from '../rules/finding';
import type { Place } from '../text/range';
import type { GraphEdge, GraphFilter, GraphGroup, GraphNode, GraphState, JobGraph } from './model';
import { tellProblems } from './problems';

type Without<T> = Omit<T, keyof GraphState> & Pick<GraphState, 'place' | 'spans'>;

/** A node before it is known what is wrong with it. `own` is what is known already, for what findings cannot be shared out to. */
export interface NodeDraft extends Omit<Without<GraphNode>, 'filters'> {
  readonly filters: readonly Without<GraphFilter>[];
  readonly own?: Pick<GraphState, 'severity' | 'problems'>;
}

/** An edge before it is known what is wrong with it; `own` as with nodes. */
export type EdgeDraft = Without<GraphEdge> & { readonly own?: NodeDraft['own'] };

/** Collects what is to be drawn; ids that would stand twice are numbered. */
export class GraphDraft {
  readonly groups: GraphGroup[] = [];
  readonly notes = new Set<string>();
  readonly #nodes: NodeDraft[] = [];
  readonly #edges = new Map<string, EdgeDraft>();
  readonly #ids = new Map<string, number>();

  /** An id that nothing else has; the same for the same things in the same order. */
  newId(name: string): string {
    const number = (this.#ids.get(name) ?? 0) + 1;
    this.#ids.set(name, number);
    return number === 1 ? name : `${name}#${number}`;
  }

  node(draft: NodeDraft): string {
    this.#nodes.push(draft);
    return draft.id;
  }

  /** A connection that stands already is not drawn twice. */
  edge(draft: EdgeDraft): void {
    const key = JSON.stringify([draft.from, draft.to, draft.label]);
    if (!this.#edges.has(key)) this.#edges.set(key, draft);
  }

  /** The graph, with each finding at what it is about. */
  finish(findings: readonly Finding[]): JobGraph {
    const edges = [...this.#edges.values()];
    const filters = this.#nodes.flatMap((node) => node.filters);
    const told = tellProblems(
      findings,
      [...this.#nodes, ...filters, ...edges].map(({ spans }) => spans),
    );
    const tell = (index: number, own: NodeDraft['own']): Pick<GraphState, 'severity' | 'problems'> =>
      own ?? told[index] ?? { severity: null, problems: [] };
    let nextFilter = this.#nodes.length;
    const nodes = this.#nodes.map(({ own, ...node }, index) => ({
      ...node,
      ...tell(index, own),
      filters: node.filters.map((filter) => ({ ...filter, ...tell(nextFilter++, undefined) })),
    }));
    const firstEdge = nextFilter;
    return {
      groups: this.groups,
      nodes,
      edges: edges.map(({ own, ...edge }, index) => ({ ...edge, ...tell(firstEdge + index, own) })),
      notes: [...this.notes],
    };
  }
}

/** A place in a file, as data of its own. */
export function placeAt(file: string, { start, end }: Place['range']): Place {
  return { file, range: { start, end } };
}
