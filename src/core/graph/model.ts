import type { Side } from '../job/config/system-variables';
import type { Severity } from '../rules/finding';
import type { Place } from '../text/range';

/** What the apps of a job run and how it hangs together: plain data that survives JSON. */
export interface JobGraph {
  /** The server's configuration first, then one group for each app of clients. */
  readonly groups: readonly GraphGroup[];
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** What cannot be seen here and why, as sentences. */
  readonly notes: readonly string[];
}

/** One configuration: what the server runs, or the clients of an app. */
export interface GraphGroup {
  readonly id: string;
  readonly side: Side;
  readonly app: string;
  /** `Server`, `Clients`. */
  readonly title: string;
  /** The app and how many sites get it, as a phrase. */
  readonly detail: string;
  readonly file: string;
}

/** `missing` stands for what is asked for and is not there. */
export type GraphNodeKind = 'component' | 'workflow' | 'task' | 'executor' | 'filters' | 'missing';

/** A thing that runs, or a task that goes from the server to the clients. */
export interface GraphNode extends GraphState {
  /** The same for the same thing after an edit. */
  readonly id: string;
  readonly kind: GraphNodeKind;
  /** The group that it is in; null for a task, which goes from one to the others. */
  readonly group: string | null;
  /** Its id, its task or, without one, its class. */
  readonly title: string;
  /** The class, or what else there is to say. */
  readonly detail: string;
  readonly isDisabled: boolean;
  /** The filters of a task on one side, in the order in which they run; empty for other kinds. */
  readonly filters: readonly GraphFilter[];
}

/** A filter on the way of a task. */
export interface GraphFilter extends GraphState {
  /** `data` goes from the server to the clients, `results` come back. */
  readonly way: 'data' | 'results';
  readonly title: string;
  readonly detail: string;
}

/** Where something stands and what is wrong with it. */
export interface GraphState {
  /** Where a click leads. */
  readonly place: Place | null;
  /** The text that is about it; the caret in one of these is on it. */
  readonly spans: readonly Place[];
  /** The gravest of its problems; hints do not count. */
  readonly severity: Exclude<Severity, 'hint'> | null;
  readonly problems: readonly string[];
}

/** What a connection is: a task on its way, an id that names a component, or a component built in place. */
export type GraphEdgeKind = 'task' | 'reference' | 'part';

/** A connection from one node to another. */
export interface GraphEdge extends GraphState {
  readonly kind: GraphEdgeKind;
  readonly from: string;
  readonly to: string;
  /** The argument that says it; empty for a task. */
  readonly label: string;
}
