// Do the errors that we find in real jobs end these jobs? Each component with one is built by NVFLARE's own code of the release that
// the job comes from, from its wheel, and once more without the fault.
//   FLARE_JOBS_PYTHON=/path/to/python   an interpreter with pip, and with what nvflare needs
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { analyze } from '../../src/core/analyze';
import type { ComponentDef } from '../../src/core/job/config/components';
import { parseRelease } from '../../src/core/job/release';
import { type Plain, toPlain } from '../../src/core/tree/query';
import { REAL_FAULTS, type RealFault } from '../conformance/precision-notes';
import { ALL_RULES } from '../support/all-rules';
import { ALL_CATALOGS } from '../support/catalogs';
import { corpusJobs } from '../support/corpus';
import { PYTHON } from './oracle-client';
import { unpackRelease } from './releases';

/** A component as NVFLARE builds it. */
interface Built {
  readonly path: string;
  readonly args: Readonly<Record<string, Plain>>;
}

const jobs = new Map(corpusJobs().map((job) => [job.id, job]));

/** By release: the components of real jobs that have an error, and the same without it. */
const cases = new Map<string, { readonly fault: RealFault; readonly wrong: Built; readonly right: Built }[]>();
for (const fault of REAL_FAULTS) {
  const [, line = ''] = /^NVFlare-([\d.]+)/.exec(fault.job) ?? [];
  const target = parseRelease(line);
  const job = jobs.get(fault.job);
  assert.ok(target && job, fault.job);
  const { wiring, findings } = analyze(job.sources, { target, ...ALL_RULES });
  const own = findings.filter(({ code }) => code === fault.code);
  const found = (wiring?.configs ?? []).flatMap(({ app, config, built }) =>
    built.flatMap((component) => {
      const isIn = ({ file, range }: (typeof own)[number]) =>
        file === config.file && range.start >= component.node.start && range.end <= component.node.end;
      const known = wiring?.classes.of(component, app);
      if (!own.some(isIn) || !known) return [];
      const path = known.kind === 'known' ? known.path : (component.className?.value ?? '');
      if (!path.endsWith(`.${fault.component}`)) return [];
      return [
        {
          fault,
          wrong: { path, args: argsOf(component) },
          right: { path: fault.mended.path ?? path, args: mended(fault, component) },
        },
      ];
    }),
  );
  assert.equal(found.length, 1, `${fault.job}: ${fault.component}`);
  cases.set(line, [...(cases.get(line) ?? []), ...found]);
}

const root = mkdtempSync(join(tmpdir(), 'real-faults-'));
after(() => rmSync(root, { recursive: true }));

for (const [line, all] of cases) {
  test(`errors in real jobs of ${line}`, { timeout: 300_000 }, (context) => {
    const input = JSON.stringify(all.flatMap(({ wrong, right }) => [wrong, right]));
    const env = { ...process.env, PYTHONPATH: unpackRelease(versionOf(line), root) };
    const answers: (string | null)[] = JSON.parse(
      execFileSync(PYTHON, ['test/differential/build_component.py'], { input, env, encoding: 'utf8' }),
    );
    assert.equal(answers.length, all.length * 2);
    for (const [i, { fault }] of all.entries()) {
      const [wrong, right] = answers.slice(2 * i, 2 * i + 2);
      context.diagnostic(`${fault.job}: ${wrong}`);
      assert.ok(wrong?.includes(fault.said), `${fault.job}: ${wrong}`);
      assert.equal(right, null, `${fault.job}, mended`);
    }
  });
}

function versionOf(line: string): string {
  const catalog = ALL_CATALOGS.get(line);
  assert.ok(catalog, line);
  return catalog.data.release;
}

function argsOf({ args }: ComponentDef): Record<string, Plain> {
  return Object.fromEntries(args.map(({ key, value }) => [key, toPlain(value)]));
}

function mended({ mended: { add = {}, without = [] } }: RealFault, component: ComponentDef): Record<string, Plain> {
  const kept = Object.entries(argsOf(component)).filter(([key]) => !without.includes(key));
  return { ...Object.fromEntries(kept), ...add };
}
