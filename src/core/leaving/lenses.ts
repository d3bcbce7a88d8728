import type { Wiring } from '../job/config/wiring';
import type { Job } from '../job/model';
import type { Place } from '../text/range';
import { appLeaver } from './leaving';
import { pathSummary } from './path';

/** A line above the tasks of an executor that says what stands on the way of their results. */
export interface LeavingLens extends Place {
  /** `results: 3 filters · no privacy filter`. */
  readonly text: string;
}

/** The lenses of a client's configuration, in file order; none for other files. Results that are only an answer have none. */
export function leavingLenses(job: Job, wiring: Wiring, file: string): readonly LeavingLens[] {
  const client = wiring.configs.find(({ side, config }) => side === 'client' && config.file === file);
  if (!client) return [];
  const app = appLeaver(job, wiring)(client);
  return client.executors.flatMap(({ tasks, node }) => {
    const range = tasks.entry ?? { keyStart: node.start, keyEnd: node.end };
    const paths = app.paths.filter(
      ({ message, privacy, range: at }) =>
        message === 'result' && privacy.kind !== 'nothing-to-filter' && at.start >= node.start && at.end <= node.end,
    );
    const texts = [...new Set(paths.map(pathSummary))];
    const [only] = texts;
    if (only === undefined) return [];
    const text = texts.length === 1 ? `results: ${only}` : paths.map((path) => `${path.task}: ${pathSummary(path)}`).join('; ');
    return [{ text, file, range: { start: range.keyStart, end: range.keyEnd } }];
  });
}
