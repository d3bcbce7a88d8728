import type { AppLeaving, Leaving, OutgoingPath } from '../../core/review/index';
import { placeText } from '../formats/human';
import { humanHead } from '../human-head';
import { type Styles, visible } from '../terminal';
import type { LeavesPage } from './shown-leaves';

/** What leaves, for people: by app, each message with the filters that it passes. */
export function humanLeaves({ apps, scope, certain }: Leaving, page: LeavesPage, styles: Styles): string {
  const lines = [
    ...humanHead(page.head, styles),
    visible(page.review.scopeText(scope?.name)),
    ...apps.flatMap((app) => ['', ...appLines(app, page, styles)]),
    ...(apps.length === 0 ? ['', 'No client gets an app that can be read.'] : []),
    ...(certain ? [] : ['', styles.dim('More may leave than is listed: not everything can be known from the files.')]),
  ];
  return `${lines.join('\n')}\n`;
}

function appLines({ app, sites, paths, streams, idle }: AppLeaving, page: LeavesPage, styles: Styles): readonly string[] {
  const where = sites.length === 0 ? 'no client' : sites.map(visible).join(', ');
  return [
    `${styles.bold(where)}  ${styles.dim(`app ${visible(app)}`)}`,
    ...(paths.length + streams.length === 0 ? ['  nothing that is known'] : []),
    ...paths.filter((path) => !page.review.isBare(path)).flatMap((path) => pathLines(path, page, styles)),
    ...answerLine(paths.filter(page.review.isBare)),
    ...streams.flatMap((stream) => [
      `  ${stream.what}: ${visible(stream.text)}, from ${visible(stream.by)}  ${styles.dim(placeText(page.locate(stream)))}`,
      `    ${visible(page.review.streamWay(stream))}`,
    ]),
    ...idle.map(
      ({ filters, why, ...place }) =>
        `  ${styles.severity('warning', 'never run')}: ${filters.join(', ')}; ${visible(why)}  ${styles.dim(placeText(page.locate(place)))}`,
    ),
  ];
}

/** Messages that carry nothing are named together. */
function answerLine(paths: readonly OutgoingPath[]): readonly string[] {
  const tasks = [...new Set(paths.map(({ task }) => task))];
  return tasks.length === 0 ? [] : [`  answers and requests without data: ${tasks.map(visible).join(', ')}`];
}

function pathLines(path: OutgoingPath, { review, locate }: LeavesPage, styles: Styles): readonly string[] {
  const summary = review.pathSummary(path);
  const level = path.privacy.kind === 'none' ? styles.severity('warning', summary) : summary;
  return [
    `  ${visible(review.messageTitle(path))}: ${visible(review.madeText(path))}  ${styles.dim(placeText(locate(path)))}`,
    `    ${level}`,
    ...path.filters.map((filter) => `      ${visible(review.filterText(filter))}  ${styles.dim(placeText(locate(filter)))}`),
    ...(path.onArrival.length > 0
      ? [`    then, where it arrives: ${visible(path.onArrival.map(review.filterText).join(', '))}`]
      : []),
  ];
}
