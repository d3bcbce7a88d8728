import type { AppLeaving, Leaving, OutgoingPath, PathFilter } from '../../core/review/index';
import { placeText } from '../formats/human';
import { type Styles, visible } from '../terminal';
import type { LeavesPage } from './shown-leaves';

/** What leaves, for people: by app, each message with the filters that it passes. */
export function humanLeaves({ apps, scope, certain }: Leaving, page: LeavesPage, styles: Styles): string {
  const lines = [
    `${styles.bold(visible(page.name))} ${styles.dim(`for NVFLARE ${page.target}`)}`,
    scope
      ? `Privacy scope ${visible(scope.name)}: each site puts the filters of that scope first, by its own privacy policy.`
      : 'A site may put filters first by its own privacy policy; those are not in the job.',
    ...apps.flatMap((app) => ['', ...appLines(app, page, styles)]),
    ...(apps.length === 0 ? ['', 'No client gets an app that can be read.'] : []),
    ...(certain ? [] : ['', styles.dim('More may leave than is listed: not everything can be known from the files.')]),
  ];
  return `${lines.join('\n')}\n`;
}

function appLines({ app, sites, paths, streams, idle }: AppLeaving, page: LeavesPage, styles: Styles): readonly string[] {
  const where = sites.length === 0 ? 'no client' : sites.map(visible).join(', ');
  return [
    `${styles.bold(where)} ${styles.dim(`app ${visible(app)}`)}`,
    ...(paths.length + streams.length === 0 ? ['  nothing that is known'] : []),
    ...paths.filter((path) => !isAnswer(path)).flatMap((path) => pathLines(path, page, styles)),
    ...answerLine(paths.filter(isAnswer)),
    ...streams.flatMap((stream) => [
      `  ${stream.what}: ${visible(stream.text)} ${styles.dim(`${visible(stream.by)} ${placeText(page.locate(stream))}`)}`,
      `    ${takers(stream)}`,
    ]),
    ...idle.map(
      ({ filters, why, ...place }) =>
        `  ${styles.severity('warning', 'never run')}: ${filters.join(', ')}; ${visible(why)} ${styles.dim(placeText(page.locate(place)))}`,
    ),
  ];
}

/** Messages that carry nothing are named together. */
function answerLine(paths: readonly OutgoingPath[]): readonly string[] {
  const tasks = [...new Set(paths.map(({ task }) => task))];
  return tasks.length === 0 ? [] : [`  messages without data: ${tasks.map(visible).join(', ')}`];
}

function isAnswer({ payload, filters }: OutgoingPath): boolean {
  return payload.how === 'answer' && filters.length === 0;
}

function takers({ to, takenBy }: AppLeaving['streams'][number]): string {
  if (to === 'elsewhere') return 'goes from the site to a system outside of the federation';
  if (takenBy.length === 0) return 'goes to the server, where no component is known to take it';
  return `goes to the server, taken by ${takenBy.map(visible).join(', ')}`;
}

function pathLines(path: OutgoingPath, { review, locate }: LeavesPage, styles: Styles): readonly string[] {
  const what = path.message === 'result' ? `result of ${path.task}` : `${path.task}, sent on`;
  const summary = review.pathSummary(path);
  const level = path.privacy.kind === 'none' ? styles.severity('warning', summary) : summary;
  return [
    `  ${visible(what)} to ${path.to === 'server' ? 'the server' : 'other clients'}: ${review.payloadText(path.payload)} ${styles.dim(`${visible(path.by ?? '-')} ${placeText(locate(path))}`)}`,
    `    ${level}`,
    ...path.filters.map((filter) => `      ${filterText(filter)} ${styles.dim(placeText(locate(filter)))}`),
    ...(path.onArrival.length > 0 ? [`    then, where it arrives: ${path.onArrival.map(filterText).join(', ')}`] : []),
  ];
}

function filterText({ name, privacy, acts }: PathFilter): string {
  if (privacy.kind === 'none') return visible(name);
  if (privacy.kind === 'unknown') return `${visible(name)}, of which it is not known what it does`;
  const effect = acts === 'yes' ? '' : acts === 'no' ? ', but not for this kind of data' : ', if it is for this kind of data';
  return `${visible(name)}: ${privacy.means}${effect}`;
}
