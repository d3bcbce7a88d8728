import { FixMemory, fixAll, migrate, organiseMeta, planRound, siteActions } from '../../src/core/actions/index';
import * as assist from '../../src/core/assist/index';
import { ClassLists, completionsAt } from '../../src/core/complete/index';
import * as edit from '../../src/core/edit/index';
import { hocon } from '../../src/core/formats/hocon/index';
import { yaml } from '../../src/core/formats/yaml/index';
import * as graph from '../../src/core/graph/index';
import { type Analysis, analyze, type JobSources, NEWEST, parseRelease, resolveFix } from '../../src/core/index';
import { defaultHints, lensesOf, valueHints } from '../../src/core/lenses/index';
import * as review from '../../src/core/review/index';
import { scheduleReport, supposedNetwork } from '../../src/core/schedule/index';
import { jobNames, linksOf, outlineOf, selectionAt } from '../../src/core/structure/index';
import { ALL_RULES } from '../../test/support/all-rules';
import { TEST_FORMATS } from '../../test/support/formats';

/** A grown job, and a second version of it in which a little is otherwise everywhere. */
export interface Grown {
  readonly analysis: Analysis;
  readonly other: Analysis;
}

/** One thing that is asked of a job, in the editor or on the command line. */
export interface Operation {
  readonly name: string;
  run(grown: Grown): unknown;
}

const RELEASE_BEFORE = parseRelease('2.4.0') ?? NEWEST;
const CLASS_LISTS = new ClassLists();
const check = (sources: JobSources, target = NEWEST) => analyze(sources, { target, ...ALL_RULES });

/** The files whose places are asked about: the meta file and the configurations of the first app. */
function filesOf({ analysis: { job } }: Grown): readonly string[] {
  const app = [...job.apps.values()].find(({ server }) => server);
  return [job.meta, app?.server, app?.client].flatMap((file) => (file ? [file.file] : []));
}

function textOf({ analysis }: Grown, file: string): string {
  const source = analysis.job.sources.texts.get(file);
  return source?.kind === 'text' ? source.text : '';
}

/** Some places of a file: behind the first quotes of lines spread over it, the last ones among them. */
function placesOf(text: string): readonly number[] {
  const places: number[] = [];
  for (let i = 0; i < 8; i++) {
    const quote = text.indexOf('"', Math.floor((text.length * (i + 0.5)) / 8));
    if (quote >= 0) places.push(quote + 2);
  }
  return [...places, text.lastIndexOf('"') - 1];
}

const perFile = (name: string, run: (grown: Grown, file: string) => unknown): Operation => ({
  name,
  run: (grown) => filesOf(grown).map((file) => run(grown, file)),
});
const perPlace = (name: string, run: (grown: Grown, file: string, offset: number) => unknown): Operation =>
  perFile(name, (grown, file) => placesOf(textOf(grown, file)).map((offset) => run(grown, file, offset)));
const perPlan = (name: string, run: (grown: Grown) => edit.EditPlan | edit.Refusal | undefined): Operation => ({
  name,
  run: (grown) => {
    const plan = run(grown);
    const documents = documentsOf(grown);
    return plan && !edit.isRefusal(plan) && edit.resolvePlan(plan, TEST_FORMATS, (file) => documents.get(file));
  },
});

function documentsOf({ analysis: { job } }: Grown) {
  const files = [job.meta, ...[...job.apps.values()].flatMap(({ server, client }) => [server, client])];
  return new Map(files.flatMap((file) => (file ? [[file.file, file.document] as const] : [])));
}

function allSites({ analysis: { job } }: Grown): readonly string[] {
  return job.deployment.sites.map(({ value }) => value).filter((site) => site !== 'server' && site !== '@ALL');
}

/** As the command line does that was asked to give up what the format cannot say. */
const converted = (to: 'hocon' | 'yaml') =>
  perFile(`convert to ${to}`, (grown, file) => {
    const document = documentsOf(grown).get(file);
    return document && assist.convert(document, to === 'hocon' ? hocon : yaml, { dropComments: true, writeOutReferences: true });
  });

const scheduled = (name: string, supposition: (sites: readonly string[]) => { up?: string; offers?: string }): Operation => ({
  name: `schedule, ${name}`,
  run: (grown) => scheduleReport(grown.analysis.job, supposedNetwork(grown.analysis.job, [], supposition(allSites(grown)))),
});

export const OPERATIONS: readonly Operation[] = [
  { name: 'check', run: ({ analysis }) => check(analysis.job.sources) },
  {
    name: 'fixes resolved',
    run: (grown) => {
      const documents = documentsOf(grown);
      return grown.analysis.findings
        .slice(0, 20)
        .map(({ fixes }) => fixes.map((fix) => resolveFix(fix, TEST_FORMATS, (file) => documents.get(file))));
    },
  },
  { name: 'one round of all fixes', run: ({ analysis }) => planRound({ analysis, formats: TEST_FORMATS }, new FixMemory()) },
  { name: 'all fixes', run: ({ analysis }) => fixAll({ analysis, formats: TEST_FORMATS }, check, {}) },
  {
    name: 'migrate',
    run: ({ analysis: { job } }) =>
      migrate({ sources: job.sources, from: RELEASE_BEFORE, to: NEWEST, formats: TEST_FORMATS, changes: undefined, check }),
  },
  { name: 'order of keys', run: ({ analysis }) => organiseMeta(analysis.job) },
  { name: 'tree', run: ({ analysis: { job, findings, wiring } }) => assist.jobTree(job, findings, wiring) },
  perFile('lenses', ({ analysis }, file) => lensesOf(analysis, file)),
  perFile('inlay hints', ({ analysis }, file) => [defaultHints(analysis, file), valueHints(analysis, file)]),
  perFile('outline', ({ analysis }, file) => outlineOf(analysis, file)),
  perFile('links', ({ analysis }, file) => linksOf(analysis, file)),
  { name: 'names', run: ({ analysis }) => [...jobNames(analysis, 'e')] },
  perPlace('selection', (grown, file, offset) => {
    const document = documentsOf(grown).get(file);
    return document && selectionAt(document, offset);
  }),
  perPlace('hover', ({ analysis }, file, offset) => assist.hoverAt(analysis, file, offset)),
  perPlace('definition', ({ analysis }, file, offset) => assist.definitionAt(analysis, file, offset)),
  perPlace('references', ({ analysis }, file, offset) => assist.referencesAt(analysis, file, offset)),
  perPlace('highlights', ({ analysis }, file, offset) => assist.highlightsAt(analysis, file, offset)),
  perPlace('rename', (grown, file, offset) => {
    const { analysis } = grown;
    const what = edit.renameableAt(analysis, file, offset);
    const plan = edit.isRefusal(what) ? what : edit.planRename(analysis, what, 'another_name');
    const documents = documentsOf(grown);
    return edit.isRefusal(plan) ? plan : edit.resolvePlan(plan, TEST_FORMATS, (path) => documents.get(path));
  }),
  perPlace('completion', (grown, file, offset) =>
    completionsAt({
      job: grown.analysis.job,
      wiring: grown.analysis.wiring,
      file,
      text: textOf(grown, file),
      offset,
      formats: TEST_FORMATS,
      sites: [],
      code: { custom: new Map(), folders: new Map() },
      classLists: CLASS_LISTS,
    }),
  ),
  {
    name: 'actions of sites',
    run: ({ analysis: { job } }) => {
      const { sites } = job.deployment;
      return [sites[1], sites[sites.length >> 1], sites.at(-1)].map((site) => site && siteActions(job, site));
    },
  },
  {
    name: 'actions of sites, made',
    run: (grown) => {
      const { job } = grown.analysis;
      const documents = documentsOf(grown);
      const site = job.deployment.sites.at(-1);
      return (
        site &&
        siteActions(job, site)
          .slice(0, 20)
          .map((action) => resolveFix(action, TEST_FORMATS, (file) => documents.get(file)))
      );
    },
  },
  perPlan('site added', ({ analysis }) => edit.addSite(analysis, 'a-new-site', analysis.job.deployment.apps.at(-1)?.name ?? '')),
  perPlan('all sites moved', (grown) =>
    edit.moveSites(grown.analysis, allSites(grown), grown.analysis.job.deployment.apps.at(-1)?.name ?? ''),
  ),
  perPlan('all sites removed', (grown) => edit.removeSites(grown.analysis, allSites(grown), true)),
  { name: 'sites named elsewhere', run: (grown) => edit.namedElsewhere(grown.analysis, allSites(grown)) },
  perPlan('all sites mandatory', (grown) => edit.setMandatory(grown.analysis, allSites(grown), true)),
  perPlan('no site mandatory', (grown) => edit.setMandatory(grown.analysis, allSites(grown), false)),
  perPlan('app added', (grown) => edit.addApp(grown.analysis, 'a_new_app', allSites(grown), TEST_FORMATS)),
  perPlan('app removed', ({ analysis }) => edit.removeApps(analysis, [analysis.job.deployment.apps.at(-1)?.name ?? ''])),
  perPlan('app renamed', ({ analysis }) => edit.renameApp(analysis, analysis.job.deployment.apps[0]?.name ?? '', 'a_new_app')),
  perPlan('site renamed', (grown) => edit.renameSite(grown.analysis, allSites(grown).at(-1) ?? '', 'a-new-site')),
  perPlan('file moved', ({ analysis }) => edit.followMove(analysis, 'app/custom/code_1.py', 'app/custom/code_x.py')),
  {
    name: 'head of the preview',
    run: ({ analysis: { job, findings, rejected } }) => assist.previewHead(job, findings, rejected),
  },
  {
    name: 'overview',
    run: ({ analysis: { job, findings, rejected } }) => assist.siteGroups(assist.previewModel(job, findings, rejected)),
  },
  {
    name: 'sheet of a site',
    run: (grown) => assist.siteSheet(grown.analysis.job, grown.analysis.wiring, allSites(grown).at(-1) ?? 'server'),
  },
  { name: 'graph', run: ({ analysis: { job, wiring, findings } }) => graph.buildGraph(job, wiring, findings) },
  {
    name: 'graph, outline and text',
    run: ({ analysis: { job, wiring, findings } }) => {
      const built = graph.buildGraph(job, wiring, findings);
      return [graph.outlineOf(built), graph.graphMermaid(built)];
    },
  },
  {
    name: 'graph, drawn',
    run: ({ analysis: { job, wiring, findings } }) => {
      const layout = graph.layoutGraph(graph.buildGraph(job, wiring, findings), graph.guessWidth);
      return graph.svgText(graph.graphSvg(layout, 'grown'));
    },
  },
  { name: 'leaves', run: ({ analysis: { job, wiring } }) => wiring && review.leavingView(review.leaving(job, wiring)) },
  {
    name: 'steps',
    run: ({ analysis: { job, wiring } }) => {
      if (!wiring) return undefined;
      const run = review.dryRun(job, wiring);
      return [
        review.dryRunView(run, ''),
        review.sequenceMermaid(review.sequenceOf(run)),
        review.sequenceSvg(review.sequenceOf(run), ''),
      ];
    },
  },
  {
    name: 'diff with itself',
    run: ({ analysis: { job, wiring } }) => wiring && review.compareJobs({ job, wiring }, { job, wiring }),
  },
  {
    name: 'diff',
    run: ({ analysis: a, other: b }) =>
      a.wiring && b.wiring && review.compareJobs({ job: a.job, wiring: a.wiring }, { job: b.job, wiring: b.wiring }),
  },
  scheduled('all up', () => ({})),
  scheduled('all up without GPUs', () => ({ offers: '*: none' })),
  scheduled('half of the sites up', (sites) => ({ up: sites.slice(0, sites.length >> 1).join(',') })),
  scheduled('nobody up', () => ({ up: '' })),
  scheduled('each its own offer', (sites) => ({
    offers: sites.map((site, i) => `${site}: num_of_gpus=${i % 9}, mem_per_gpu_in_GiB=${i}`).join('; '),
  })),
  perFile('pack', (grown, file) => {
    const document = documentsOf(grown).get(file);
    const packing = document && assist.packFile(document, grown.analysis.job.target);
    return packing;
  }),
  converted('hocon'),
  converted('yaml'),
];
