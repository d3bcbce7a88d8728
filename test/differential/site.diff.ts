// Is one site's view what NVFLARE would hand that site? For every site of every job of the corpus that the server takes: the app that the
// scheduler sends, the resources and launcher options that its helpers give, and what its loader and configurators make of the app.
//   FLARE_JOBS_PYTHON=/path/to/python   an interpreter with nvflare 2.9
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { type Analysis, analyze } from '../../src/core/analyze';
import { creationOrder } from '../../src/core/assist/site/creation-order';
import { sitesOf, siteView } from '../../src/core/assist/site/view';
import { siteWiring } from '../../src/core/assist/site/wiring';
import type { AppConfig } from '../../src/core/job/config/app-config';
import { executorFor } from '../../src/core/job/config/task-takers';
import { ALL_SITES } from '../../src/core/job/job-def';
import { NEWEST } from '../../src/core/job/release';
import type { EffectiveSpec } from '../../src/core/job/site-blocks';
import type { JobSources } from '../../src/core/job/sources';
import type { ConfigNode } from '../../src/core/tree/node';
import { toPlain } from '../../src/core/tree/query';
import { ALL_RULES } from '../support/all-rules';
import { corpusJobs, HAS_CORPUS, sayNoCorpus } from '../support/corpus';
import { startOracle } from './oracle-client';

const bounded = process.env['FLARE_JOBS_BOUNDED'] === '1';
const MODES = ['docker', 'k8s', 'slurm'] as const;

interface CheckedJob {
  readonly id: string;
  readonly sources: JobSources;
  readonly analysis: Analysis;
  /** Every site that is named, and one more where an app goes to all. */
  readonly sites: readonly string[];
}

const jobs = HAS_CORPUS ? acceptedJobs() : [];
const oracle = startOracle();
after(() => oracle.close());

function acceptedJobs(): readonly CheckedJob[] {
  return corpusJobs()
    .filter(({ kind, oracle: { valid } }) => kind === 'job' && valid)
    .filter((_, i) => !bounded || i % 6 === 0)
    .map(({ id, sources }) => {
      const analysis = analyze(sources, { target: NEWEST, ...ALL_RULES });
      const { deployed } = sitesOf(analysis.job);
      return { id, sources, analysis, sites: deployed.map((site) => (site === ALL_SITES ? 'any-site' : site)) };
    });
}

async function ask<T>(op: string, request: Readonly<Record<string, unknown>>): Promise<readonly T[]> {
  const { ok, error } = await oracle.ask(op, request);
  assert.ok(Array.isArray(ok), error);
  return ok as unknown as readonly T[];
}

test('the app of each site is the one that the scheduler sends there', { timeout: 600_000 }, async (context) => {
  if (!HAS_CORPUS) return sayNoCorpus('site views');
  const clients = ({ sites }: CheckedJob) => sites.filter((site) => site !== 'server');
  const cases = jobs.map((job) => ({
    // Nobody is to be left out.
    meta: JSON.stringify({ deploy_map: metaOf(job)['deploy_map'] }),
    up: clients(job),
    offers: Object.fromEntries(clients(job).map((site) => [site, { kind: 'anything' }])),
  }));
  const answers = await ask<{ readonly decision: string; readonly sites: Readonly<Record<string, string>> }>('schedule', {
    cases,
  });
  let compared = 0;
  for (const [i, { id, sites, analysis }] of jobs.entries()) {
    const theirs = answers[i];
    // A job of the server alone is not started.
    if (theirs?.decision !== 'starts') continue;
    compared += sites.length;
    assert.deepEqual(
      Object.fromEntries(sites.map((site) => [site, siteView(analysis.job, site).app?.app])),
      { ...theirs.sites },
      id,
    );
  }
  context.diagnostic(`${compared} sites of ${jobs.length} jobs`);
  assert.ok(compared >= jobs.length);
});

test('the resources and launcher options of each site are those that NVFLARE’s helpers give', {
  timeout: 600_000,
}, async (context) => {
  if (!HAS_CORPUS) return sayNoCorpus('site views');
  let compared = 0;
  for (const job of jobs) {
    const meta = metaOf(job);
    const requests = job.sites.flatMap((site) => [
      { do: 'resource_manager_spec', meta, site },
      { do: 'portable_spec', meta, site },
      ...MODES.map((mode) => ({ do: 'launcher_spec', meta, site, mode })),
    ]);
    const theirs = await ask<unknown>('validator', { do: 'many', requests });
    const ours = job.sites.flatMap((site) => {
      const view = siteView(job.analysis.job, site);
      const launcher = (mode: string) => view.launchers.find((each) => each.mode === mode)?.spec;
      return [
        // A server has no resource manager, whatever is said of it.
        site === 'server' ? undefined : view.resources,
        view.portable,
        ...MODES.map(launcher),
      ];
    });
    ours.forEach((spec, i) => {
      if (requests[i]?.site === 'server' && requests[i]?.do === 'resource_manager_spec') return;
      compared++;
      assert.deepEqual({ ok: encodeSpec(spec) }, withNumbers(theirs[i]), `${job.id} ${JSON.stringify(requests[i])}`);
    });
  }
  context.diagnostic(`${compared} blocks`);
});

/** What NVFLARE makes of an app at a site. */
type Theirs =
  | { readonly error: string }
  | {
      readonly error?: undefined;
      readonly config: unknown;
      readonly built: readonly { readonly section: string; readonly id: string | null; readonly class: string }[];
      readonly tasks: Readonly<Record<string, number | null>>;
      readonly filters: Readonly<Record<'data' | 'result', Readonly<Record<string, readonly number[]>>>>;
    };

test('what each site runs is what NVFLARE’s loader and configurators make of its app', {
  timeout: 1_800_000,
}, async (context) => {
  if (!HAS_CORPUS) return sayNoCorpus('site views');
  const seen = { sites: 0, refused: 0, components: 0, tasks: 0, filters: 0 };
  for (const job of jobs) {
    const { job: model, wiring } = job.analysis;
    assert.ok(wiring);
    const asked = job.sites.flatMap((site) => {
      const view = siteView(model, site);
      const runs = siteWiring(model, wiring, site);
      const config = wiring.configs.find(({ app, side }) => app === view.app?.app && side === view.role);
      return runs && config ? [{ site, side: view.role, config, runs }] : [];
    });
    const theirs = await ask<Theirs>('site', {
      requests: asked.map(({ site, side, config, runs }) => ({
        site,
        side,
        files: filesOf(job.sources, config.app),
        tasks: runs.tasks.map(({ name }) => name),
      })),
    });
    asked.forEach(({ site, config, runs }, i) => {
      const what = `${job.id} ${site}`;
      const their = theirs[i] as Theirs;
      seen.sites++;
      if (their.error !== undefined) {
        // Nothing is handed to a site whose configuration NVFLARE refuses; then we report it.
        const { findings } = job.analysis;
        assert.ok(
          findings.some(({ severity, file }) => severity === 'error' && file === config.config.file),
          `${what}: ${their.error}`,
        );
        seen.refused++;
        return;
      }
      compareConfig(what, config, their.config);
      const made = creationOrder(config).filter(({ isDisabled }) => !isDisabled);
      assert.deepEqual(
        made.map(({ section, id, className }) => ({ section, id: id?.value ?? null, class: className?.value })),
        their.built.map((each, j) => ({ ...each, ...(made[j]?.classKey === 'name' && { class: made[j]?.className?.value }) })),
        what,
      );
      // The view has them in this order, filters apart.
      assert.deepEqual(
        runs.components.filter(({ isDisabled }) => !isDisabled).map(({ id, className }) => [id, className]),
        made.filter(({ section }) => !section.startsWith('task_')).map(({ id, className }) => [id?.value, className?.value]),
        what,
      );
      seen.components += made.length;
      for (const [name, index] of Object.entries(their.tasks)) {
        const executor = executorFor(config, name, NEWEST)?.executor.executor;
        assert.equal(executor ? made.indexOf(executor) : null, index, `${what}: task ${name}`);
        const shown = runs.tasks.find((task) => task.name === name);
        assert.equal(shown?.doneBy !== undefined, index !== null, `${what}: task ${name}`);
        seen.tasks++;
      }
      assert.deepEqual(filterTables(config, made), their.filters, what);
      assert.deepEqual(
        runs.filters.map(({ filters }) => filters.length),
        config.chains.map(({ filters }) => filters.length),
      );
      seen.filters += config.chains.length;
    });
  }
  context.diagnostic(JSON.stringify(seen));
  assert.ok(seen.sites > jobs.length && seen.refused < seen.sites / 10);
});

/** The tables that NVFLARE's configurators keep filters in, by task and direction. */
function filterTables(config: AppConfig, made: readonly unknown[]) {
  const tables: Record<'data' | 'result', Record<string, readonly number[]>> = { data: {}, result: {} };
  for (const { section, tasks, direction, filters } of config.chains) {
    const kind = section === 'task_data_filters' ? 'data' : 'result';
    const usual = (kind === 'data') === (config.side === 'server') ? 'out' : 'in';
    const directions = direction === 'inout' ? ['in', 'out'] : [direction ?? usual];
    for (const { value } of tasks.names) {
      for (const each of directions) tables[kind][`${value}/${each}`] = filters.map((filter) => made.indexOf(filter));
    }
  }
  return tables;
}

/** Everything that can be known of the file's value is what NVFLARE's loader and its variables make of it. */
function compareConfig(what: string, { root, config }: AppConfig, theirs: unknown): void {
  assert.ok(root, config.file);
  const difference = differs(root, withNumbers(theirs), '');
  assert.equal(difference, undefined, what);
}

function differs(node: ConfigNode, theirs: unknown, path: string): string | undefined {
  if (node.kind === 'unknown') return undefined;
  if (node.kind === 'object') {
    const pairs = (theirs as { dict?: readonly (readonly [unknown, unknown])[] }).dict;
    // Templates of variables are taken out before anything is made.
    const own = node.value.list.filter(({ key }) => path !== '' || !key.startsWith('@'));
    if (!pairs) return `${path}: NVFLARE ${JSON.stringify(theirs)}`;
    const keys = (all: readonly unknown[]) => all.map((key) => (typeof key === 'string' ? key : JSON.stringify(key))).join(', ');
    if (!node.value.incomplete && keys(own.map(({ key }) => key)) !== keys(pairs.map(([key]) => key))) {
      return `${path}: keys ${keys(own.map(({ key }) => key))}, NVFLARE ${keys(pairs.map(([key]) => key))}`;
    }
    for (const { key, value } of own) {
      const found = differs(value, pairs.find(([name]) => name === key)?.[1], `${path}.${key}`);
      if (found) return found;
    }
    return undefined;
  }
  if (node.kind === 'array') {
    if (!Array.isArray(theirs) || theirs.length !== node.value.length) return `${path}: NVFLARE ${JSON.stringify(theirs)}`;
    for (const [i, item] of node.value.entries()) {
      const found = differs(item, theirs[i], `${path}.#${i + 1}`);
      if (found) return found;
    }
    return undefined;
  }
  const ours = encodeLeaf(node);
  return JSON.stringify(ours) === JSON.stringify(theirs)
    ? undefined
    : `${path}: ours ${JSON.stringify(ours)}, NVFLARE ${JSON.stringify(theirs)}`;
}

function filesOf({ texts }: JobSources, app: string): Readonly<Record<string, string>> {
  const inside = [...texts].flatMap(([path, source]) =>
    path.startsWith(`${app}/`) && source.kind === 'text' ? [[path.slice(app.length + 1), source.text] as const] : [],
  );
  return Object.fromEntries(inside);
}

function metaOf({ analysis: { job } }: CheckedJob): Readonly<Record<string, unknown>> {
  assert.ok(job.metaObject);
  return toPlain(job.metaObject) as Readonly<Record<string, unknown>>;
}

function encodeSpec(spec: EffectiveSpec | undefined) {
  return { dict: spec?.entries.map(({ key, entry }) => [key, encode(entry.value)]) ?? [] };
}

/** The oracle's way to write a value (`encoding.py`). */
function encode(node: ConfigNode): unknown {
  if (node.kind === 'object') return { dict: node.value.list.map(({ key, value }) => [key, encode(value)]) };
  return node.kind === 'array' ? node.value.map(encode) : encodeLeaf(node);
}

function encodeLeaf(node: ConfigNode): unknown {
  if (node.kind === 'integer')
    return { int: node.value < 0 ? `-0x${(-node.value).toString(16)}` : `0x${node.value.toString(16)}` };
  if (node.kind === 'float') return { float: node.value };
  return node.value ?? null;
}

/** Floats of the oracle as numbers: Python and JavaScript write them differently. */
function withNumbers(theirs: unknown): unknown {
  if (Array.isArray(theirs)) return theirs.map(withNumbers);
  if (typeof theirs !== 'object' || theirs === null) return theirs;
  if ('float' in theirs) return { float: Number(String(theirs.float).replace('inf', 'Infinity')) };
  return Object.fromEntries(Object.entries(theirs).map(([key, value]) => [key, withNumbers(value)]));
}
