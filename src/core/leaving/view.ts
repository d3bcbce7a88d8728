import type { Place } from '../text/range';
import type { AppLeaving, Leaving } from './leaving';
import { type OutgoingPath, pathSummary } from './path';
import { filterText, isBare, madeText, messageTitle, scopeText, streamWay } from './words';

/** What leaves the sites, as a page shows it: plain data with the words. */
export interface LeavingView {
  readonly note: string;
  readonly certain: boolean;
  readonly apps: readonly AppView[];
}

/** What leaves the clients of one app, in words. */
export interface AppView {
  readonly app: string;
  readonly sites: readonly string[];
  readonly messages: readonly MessageView[];
  /** Tasks of which only an answer leaves. */
  readonly bare: readonly string[];
  readonly streams: readonly { readonly title: string; readonly way: string; readonly place: Place }[];
  readonly idle: readonly { readonly text: string; readonly place: Place }[];
}

/** One message that leaves, in words. */
export interface MessageView {
  readonly title: string;
  /** What it carries, and who makes it. */
  readonly payload: string;
  /** `3 filters · no privacy filter`. */
  readonly summary: string;
  readonly level: 'good' | 'warning' | 'open';
  /** The filters at the client, then those where the message arrives. */
  readonly filters: readonly { readonly text: string; readonly place: Place }[];
  readonly onArrival: readonly { readonly text: string; readonly place: Place }[];
  readonly place: Place;
}

/** Puts what leaves into words. */
export function leavingView({ apps, scope, certain }: Leaving): LeavingView {
  return { note: scopeText(scope?.name), certain, apps: apps.map(appView) };
}

function appView({ app, sites, paths, streams, idle }: AppLeaving): AppView {
  return {
    app,
    sites,
    messages: paths.filter((path) => !isBare(path)).map(messageView),
    bare: [...new Set(paths.filter(isBare).map(({ task }) => task))],
    streams: streams.map((stream) => ({
      title: `${stream.what}: ${stream.text}`,
      way: streamWay(stream),
      place: placeOf(stream),
    })),
    idle: idle.map((chain) => ({ text: `${chain.filters.join(', ')}: ${chain.why}`, place: placeOf(chain) })),
  };
}

function messageView(path: OutgoingPath): MessageView {
  const texts = (filters: OutgoingPath['filters']) =>
    filters.map((filter) => ({ text: filterText(filter), place: placeOf(filter) }));
  const { kind } = path.privacy;
  return {
    title: messageTitle(path),
    payload: madeText(path),
    summary: pathSummary(path),
    level: kind === 'filtered' || kind === 'nothing-to-filter' ? 'good' : kind === 'none' ? 'warning' : 'open',
    filters: texts(path.filters),
    onArrival: texts(path.onArrival),
    place: placeOf(path),
  };
}

function placeOf({ file, range }: Place): Place {
  return { file, range };
}
