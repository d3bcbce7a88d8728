// P1, P1b, P2, P2b, P3: a new text of meta.json to its final findings. Sizes may be given: 10,1000.
import { analyze, DocumentCache, type JobModel, LIGHT_FORMATS, NEWEST } from '../src/core/index';
import { RARE_RULES } from '../src/core/rules/rare.generated';
import { jobAround } from './support/job-around';
import { serviceKeystroke } from './support/json-service';
import { interleavedAsync, median, processClock, ratios } from './support/measure';
import { metaText } from './support/meta-text';
import { hand, type Measured, milliseconds } from './support/result';

const SIZES = (process.argv[2] ?? '10,100,1000,10000,100000').split(',').map(Number);
const HUGE = 100_000;
const LARGE = 1000;

/** What came of one size: the times for a byte are for the comparison with another size. */
interface Outcome {
  readonly sites: number;
  readonly manyApps: boolean;
  readonly isAllWrong: boolean;
  readonly perByte: number;
  readonly parsePerByte: number;
}

const results: Measured[] = [];
const outcomes: Outcome[] = [];
for (const sites of SIZES) {
  for (const apps of [4, sites]) {
    await measure(sites, apps, false);
    if (sites === LARGE || sites === HUGE) await measure(sites, apps, true);
  }
}
for (const small of outcomes.filter(({ sites }) => sites === LARGE)) {
  const huge = outcomes.find(
    ({ sites, manyApps, isAllWrong }) => sites === HUGE && manyApps === small.manyApps && isAllWrong === small.isAllWrong,
  );
  if (!huge) continue;
  results.push({
    goal: 'P3',
    at: `${small.manyApps ? 'an app for each site' : '4 apps'}, ${small.isAllWrong ? 'all wrong' : 'all right'}`,
    ratios: [huge.perByte / small.perByte / (huge.parsePerByte / small.parsePerByte)],
    again: [],
    size: `${(huge.perByte / small.perByte).toFixed(2)} × the time for a byte`,
  });
}
hand(results);

async function measure(sites: number, apps: number, isAllWrong: boolean): Promise<void> {
  const text = metaText({ sites, apps, isAllWrong });
  const isHuge = sites >= HUGE;
  const repetitions = Math.max(1, Math.min(400, Math.floor(500_000 / text.length)));
  const withMeta = jobAround(apps);
  const cache = new DocumentCache();
  let previous: JobModel | undefined;
  const ours = () => {
    previous = analyze(withMeta(nextText()), { target: NEWEST, formats: LIGHT_FORMATS, rare: RARE_RULES, cache, previous });
  };
  const nextText = edited(text);
  const parse = () => JSON.parse(nextText());
  const sides = { ours, again: ours, parse, ...(!isAllWrong && { peer: () => serviceKeystroke(nextText()) }) };
  const times = await interleavedAsync<'ours' | 'again' | 'parse' | 'peer'>(
    isHuge ? 5 : 9,
    repetitions,
    { peer: () => undefined, ...sides },
    isHuge ? 1 : 6,
    processClock,
  );
  const time = median(times.ours);
  outcomes.push({
    sites,
    manyApps: apps === sites,
    isAllWrong,
    perByte: time / text.length,
    parsePerByte: median(times.parse) / text.length,
  });
  if (isAllWrong) return;
  const at = `${sites.toLocaleString('en')} sites, ${apps === 4 ? '4 apps' : 'an app for each'}`;
  const again = [median(ratios(times.again, times.ours))];
  const size = milliseconds(time);
  const toPeer = [median(ratios(times.ours, times.peer))];
  const toParse = [median(ratios(times.ours, times.parse))];
  if (isHuge) results.push({ goal: 'P2', at, ratios: toPeer, again, size }, { goal: 'P2b', at, ratios: toParse, again, size });
  else results.push({ goal: 'P1', at, ratios: toPeer, again, size }, { goal: 'P1b', at, ratios: toParse, again, size });
}

/** A text that is another one each time, so that nobody may remember what he made of the last. */
function edited(text: string): () => string {
  const texts = Array.from({ length: 4 }, (_, i) => `${text}${' '.repeat(i)}`);
  let turn = 0;
  return () => texts[turn++ % texts.length] ?? text;
}
