import type { AppLeaving, Leaving, OutgoingPath, PathFilter } from '../../core/review/index';
import type { Locate, PlaceReport } from '../report';
import type { ShownHead } from '../shown-head';

type Review = typeof import('../../core/review/index');

/** What `leaves --format json` writes. Places are written as in the report of `check`. */
export interface ShownLeaving extends ShownHead {
  /** The privacy scope that the job asks for. */
  readonly scope: { readonly name: string; readonly at: PlaceReport } | null;
  /** False where more may leave than is listed. */
  readonly certain: boolean;
  readonly apps: readonly ShownAppLeaving[];
}

export interface ShownAppLeaving {
  readonly app: string;
  readonly sites: readonly string[];
  readonly messages: readonly ShownMessage[];
  readonly streams: readonly ShownStream[];
  /** Filters that never run. */
  readonly idleFilters: readonly {
    readonly task: string;
    readonly filters: readonly string[];
    readonly why: string;
    readonly at: PlaceReport;
  }[];
}

export interface ShownMessage {
  readonly task: string;
  readonly message: OutgoingPath['message'];
  readonly to: OutgoingPath['to'];
  readonly by: string | null;
  readonly payload: string;
  /** `filtered`, `none`, `open` where it cannot be known, `nothing-to-filter` where only an answer leaves. */
  readonly privacy: OutgoingPath['privacy']['kind'];
  readonly summary: string;
  readonly filters: readonly ShownFilter[];
  readonly onArrival: readonly ShownFilter[];
  readonly incoming: readonly ShownFilter[];
  readonly at: PlaceReport;
}

export interface ShownFilter {
  readonly class: string | null;
  /** What it does for privacy; null for a filter for something else, `unknown` where it cannot be known. */
  readonly privacy: string | null;
  readonly acts: PathFilter['acts'];
  readonly at: PlaceReport;
}

export interface ShownStream {
  readonly what: AppLeaving['streams'][number]['what'];
  readonly text: string;
  readonly by: string;
  readonly to: AppLeaving['streams'][number]['to'];
  readonly takenBy: readonly string[];
  readonly at: PlaceReport;
}

/** What it is written with. */
export interface LeavesPage {
  readonly review: Review;
  readonly locate: Locate;
  readonly head: ShownHead;
}

/** What leaves, as programs read it. */
export function shownLeaves({ apps, scope, certain }: Leaving, page: LeavesPage): ShownLeaving {
  const { head, locate } = page;
  return {
    ...head,
    scope: scope ? { name: scope.name, at: locate(scope) } : null,
    certain,
    apps: apps.map((app) => shownApp(app, page)),
  };
}

function shownApp({ app, sites, paths, streams, idle }: AppLeaving, page: LeavesPage): ShownAppLeaving {
  const { locate } = page;
  return {
    app,
    sites,
    messages: paths.map((path) => shownMessage(path, page)),
    streams: streams.map((stream) => ({
      what: stream.what,
      text: stream.text,
      by: stream.by,
      to: stream.to,
      takenBy: stream.takenBy,
      at: locate(stream),
    })),
    idleFilters: idle.map((chain) => ({ task: chain.task, filters: chain.filters, why: chain.why, at: locate(chain) })),
  };
}

function shownMessage(path: OutgoingPath, { review, locate }: LeavesPage): ShownMessage {
  const shownFilter = (filter: PathFilter): ShownFilter => ({
    class: filter.className ?? null,
    privacy: filter.privacy.kind === 'privacy' ? filter.privacy.means : filter.privacy.kind === 'none' ? null : 'unknown',
    acts: filter.acts,
    at: locate(filter),
  });
  return {
    task: path.task,
    message: path.message,
    to: path.to,
    by: path.by ?? null,
    payload: review.payloadText(path.payload),
    privacy: path.privacy.kind,
    summary: review.pathSummary(path),
    filters: path.filters.map(shownFilter),
    onArrival: path.onArrival.map(shownFilter),
    incoming: path.incoming.map(shownFilter),
    at: locate(path),
  };
}
