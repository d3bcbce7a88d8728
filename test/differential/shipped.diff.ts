// Are we quiet on what NVFLARE itself ships? The configurations of the installed package, checked for its own release.
//   FLARE_JOBS_PYTHON=/path/to/python   an interpreter with nvflare
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { after, test } from 'node:test';
import { analyze } from '../../src/core/analyze';
import { parseRelease } from '../../src/core/job/release';
import type { JobSources } from '../../src/core/job/sources';
import { ALL_RULES } from '../support/all-rules';
import { sourcesOf } from '../support/example-job';
import { startOracle } from './oracle-client';

const oracle = startOracle();
after(() => oracle.close());

async function ask(what: 'release' | 'package'): Promise<string> {
  const { ok } = await oracle.ask('config', { do: what });
  assert.ok(typeof ok === 'string');
  return ok;
}

test('the configurations that the installed nvflare ships have no errors', { timeout: 120_000 }, async (context) => {
  const target = parseRelease(await ask('release'));
  assert.ok(target);
  const jobs = jobsIn(await ask('package'));
  assert.ok(jobs.length >= 20, `only ${jobs.length} are there`);
  const errors: string[] = [];
  const warnings = new Map<string, number>();
  for (const { name, sources } of jobs) {
    const { findings, failures } = analyze(sources, { target, ...ALL_RULES });
    assert.deepEqual(failures, []);
    for (const { severity, code, file, message } of findings) {
      if (severity === 'error') errors.push(`${name} ${file}: ${code}: ${message}`);
      if (severity === 'warning') warnings.set(code, (warnings.get(code) ?? 0) + 1);
    }
  }
  context.diagnostic(
    `${jobs.length} jobs; warnings: ${[...warnings].map(([code, count]) => `${code} ${count}`).join(', ') || 'none'}`,
  );
  assert.deepEqual(errors, []);
});

/** The folders of the package with configurations, each as the job that `nvflare job create` makes of it. */
function jobsIn(folder: string): readonly { readonly name: string; readonly sources: JobSources }[] {
  const configs = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => /^config_fed_(?:server|client)\.(?:json|conf|ya?ml)$/.test(basename(path)));
  const byJob = new Map<string, string[]>();
  for (const config of configs) {
    const app = dirname(config);
    const job = /^app(?:_|$)/.test(basename(app)) ? dirname(app) : app;
    byJob.set(job, [...(byJob.get(job) ?? []), config]);
  }
  return [...byJob].map(([job, files]) => ({ name: relative(folder, job), sources: jobOf(job, files) }));
}

/** Their code is written by who uses them: an empty module stands for it, which may have everything. */
function jobOf(job: string, configs: readonly string[]): JobSources {
  const texts = new Map<string, string>();
  const sites = new Map<string, string[]>();
  for (const config of configs) {
    const app = relative(job, dirname(config)) || 'app';
    texts.set(`${app}/config/${basename(config)}`, readFileSync(config, 'utf8'));
    texts.set(`${app}/custom/code.py`, '');
    const own = sites.get(app) ?? [];
    sites.set(app, [...own, basename(config).includes('server') ? 'server' : `site-${sites.size}`]);
  }
  texts.set('meta.json', JSON.stringify({ name: basename(job), deploy_map: Object.fromEntries(sites) }));
  return sourcesOf(basename(job), texts);
}
