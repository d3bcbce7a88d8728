// P13: a keystroke in an app's configuration to the findings of all rules, with the catalogue of the release loaded.
import { readFileSync } from 'node:fs';
import { analyze, DocumentCache, type JobModel, type JobSources, LIGHT_FORMATS, lineOf, NEWEST } from '../src/core/index';
import { RARE_RULES } from '../src/core/rules/rare.generated';
import { readCatalog, wiringPart } from '../src/core/wiring/index';
import { largeConfigJob } from './support/large-config';
import { interleaved, median, processClock, ratios } from './support/measure';
import { hand, milliseconds } from './support/result';

const COMPONENTS = 50;
const line = lineOf(NEWEST);
const catalog = readCatalog(JSON.parse(readFileSync(`schemas/catalog/nvflare-${line}.json`, 'utf8')));
const wiring = wiringPart(new Map([[line, catalog]]));
const job = largeConfigJob(COMPONENTS);
const cache = new DocumentCache();
let previous: JobModel | undefined;
let keystroke = 0;

const ours = () => {
  const analysis = analyze(job(keystroke++), {
    target: NEWEST,
    formats: LIGHT_FORMATS,
    rare: RARE_RULES,
    wiring,
    cache,
    previous,
  });
  previous = analysis;
  return analysis;
};
const errors = ours().findings.filter(({ severity }) => severity === 'error');
if (errors.length > 0) throw new Error(`the job is to have no errors: ${errors.map(({ message }) => message).join('; ')}`);

const times = interleaved(
  9,
  300,
  { ours, again: ours, parse: () => textsOf(job(0)).map((text) => JSON.parse(text)) },
  8,
  processClock,
);
hand([
  {
    goal: 'P13',
    at: `${COMPONENTS} components`,
    ratios: [median(ratios(times.ours, times.parse))],
    again: [median(ratios(times.again, times.ours))],
    size: milliseconds(median(times.ours)),
  },
]);

function textsOf({ texts }: JobSources): readonly string[] {
  return [...texts.values()].flatMap((source) => (source.kind === 'text' ? [source.text] : []));
}
