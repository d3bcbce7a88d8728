// P16, P16b, P16c: the preview of a job with 200 components and 1,000 sites: its models, and what a browser does with them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { previewHead, previewModel, siteGroups } from '../src/core/assist/index';
import { buildGraph } from '../src/core/graph/index';
import { readCatalog, wiringPart } from '../src/core/wiring/index';
import { interleaved, median, processClock } from './support/measure';
import { previewJob } from './support/preview-job';
import { hand, milliseconds, type Result } from './support/result';

const MODEL_BUDGET = 20;
const PAINT_BUDGET = 200;
const UPDATE_BUDGET = 50;
const ROUNDS = 15;
/** The page as it ships. */
const WEBVIEW = 'out/bench-product/dist/webview';

const catalog = readCatalog(JSON.parse(readFileSync('schemas/catalog/nvflare-2.9.json', 'utf8')));
const wiring = wiringPart(new Map([['2.9', catalog]]));
const jobs = [1, 2, 3, 4].map((edit) => previewJob(edit, wiring));

type Checked = (typeof jobs)[number];
/** What the extension sends for each tab. */
const SECTIONS = {
  overview: ({ job, findings, rejected }: Checked) => withGroups(previewModel(job, findings, rejected)),
  graph: ({ job, wiring: built, findings, rejected }: Checked) => ({
    title: previewHead(job, findings, rejected).title,
    graph: buildGraph(job, built, findings),
  }),
};
function withGroups(model: ReturnType<typeof previewModel>) {
  return { ...model, groups: siteGroups(model) };
}
type Tab = keyof typeof SECTIONS;

const results: Result[] = [];
for (const tab of Object.keys(SECTIONS) as Tab[]) {
  let next = 0;
  const make = () => SECTIONS[tab](jobs[next++ % jobs.length] as Checked);
  const { ours, again } = interleaved(ROUNDS, 1, { ours: make, again: make }, 5, processClock);
  results.push({
    goal: 'P16',
    at: tab,
    ratios: ours.map((time) => time / MODEL_BUDGET),
    again: ours.map((time, i) => time / (again[i] ?? Number.NaN)),
    size: milliseconds(median(ours)),
  });
}
results.push(...inBrowser());
hand(results);

/** Hands the models to a browser, which has a process of its own: its page is no part of Node's. */
function inBrowser(): readonly Result[] {
  const folder = mkdtempSync(join(tmpdir(), 'flare-jobs-bench-'));
  try {
    const tabs = (Object.keys(SECTIONS) as Tab[]).map((tab) => ({
      tab,
      messages: jobs.map((job) => ({
        ...{ type: 'show', job: 'bench:', section: tab, model: SECTIONS[tab](job) },
        head: previewHead(job.job, job.findings, job.rejected),
      })),
    }));
    const file = join(folder, 'tabs.json');
    writeFileSync(file, JSON.stringify(tabs));
    const { status, stdout, stderr } = spawnSync(process.execPath, ['bench/support/preview-page.mjs', WEBVIEW, file], {
      encoding: 'utf8',
    });
    if (status !== 0) return ['P16b', 'P16c'].map((goal) => ({ goal, missing: stderr.trim().split('\n')[0] ?? 'no browser' }));
    const times = JSON.parse(stdout) as readonly {
      readonly tab: string;
      readonly paints: number[];
      readonly updates: number[];
    }[];
    return times.flatMap(({ tab, paints, updates }) => [
      { goal: 'P16b', at: tab, ratios: paints.map((time) => time / PAINT_BUDGET), again: [], size: milliseconds(median(paints)) },
      {
        goal: 'P16c',
        at: tab,
        ratios: updates.map((time) => time / UPDATE_BUDGET),
        again: [],
        size: milliseconds(median(updates)),
      },
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
