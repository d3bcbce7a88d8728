import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { analyze } from '../../src/core/analyze';
import { parseRelease } from '../../src/core/job/release';
import type { Finding } from '../../src/core/rules/finding';
import { wiringPart } from '../../src/core/wiring/index';
import { META_RULES } from '../support/all-rules';
import { ALL_CATALOGS } from '../support/catalogs';
import { corpusJobs, HAS_CORPUS, sayNoCorpus } from '../support/corpus';
import { NOTES, REAL_FAULTS } from './precision-notes';

// Every real job that NVFLARE accepts, checked for the release that it comes from. `FLARE_WRITE=1` writes docs/precision.md.
const PAGE = 'docs/precision.md';
const wiring = wiringPart(ALL_CATALOGS);
const jobs = HAS_CORPUS ? corpusJobs().filter(({ kind, oracle }) => kind === 'job' && oracle.valid) : [];
if (!HAS_CORPUS) sayNoCorpus('precision');

const checked = jobs.map(({ id, sources }) => {
  const target = parseRelease(/^NVFlare-([\d.]+)/.exec(id)?.[1] ?? '');
  assert.ok(target, `${id} does not say its release`);
  const { findings, failures } = analyze(sources, { target, ...META_RULES, wiring });
  assert.deepEqual(failures, [], id);
  return { id, findings };
});

test('a real job has no error but those that are known to be its own', () => {
  const errors = checked.flatMap(({ id, findings }) =>
    findings.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${id}: ${code}: ${message}`),
  );
  const unexpected = errors.filter((error) => !REAL_FAULTS.some(({ job, code }) => error.startsWith(`${job}: ${code}: `)));
  assert.deepEqual(unexpected, []);
  const gone = REAL_FAULTS.filter(({ job, code }) => !errors.some((error) => error.startsWith(`${job}: ${code}: `)));
  if (HAS_CORPUS) assert.deepEqual(gone, [], 'faults of real jobs that are not found any more');
});

test('the page on precision says what is found today', () => {
  if (!HAS_CORPUS) return;
  assert.ok(checked.length > 150, `only ${checked.length} jobs`);
  const page = pageOf(checked);
  if (process.env.FLARE_WRITE) writeFileSync(PAGE, page);
  assert.equal(readFileSync(PAGE, 'utf8'), page, 'run: FLARE_WRITE=1 npm run test:unit -- precision');
});

function pageOf(all: readonly { readonly id: string; readonly findings: readonly Finding[] }[]): string {
  const kinds = new Map<string, { count: number; readonly jobs: Set<string> }>();
  for (const { id, findings } of all) {
    for (const { severity, code } of findings) {
      const key = `${severity} ${code}`;
      const kind = kinds.get(key) ?? { count: 0, jobs: new Set<string>() };
      kind.count++;
      kind.jobs.add(id);
      kinds.set(key, kind);
    }
  }
  const rows = [...kinds].sort().map(([key, { count, jobs: touched }]) => {
    const note = NOTES[key];
    assert.ok(note, `${key} is found in real jobs, and precision-notes.ts has no word on it`);
    const [severity = '', code = ''] = key.split(' ');
    return `| ${severity} | \`${code}\` | ${count} | ${touched.size} (${((100 * touched.size) / all.length).toFixed(1)} %) | ${note} |`;
  });
  const order = ['error', 'warning', 'info', 'hint'];
  rows.sort((a, b) => order.indexOf(a.split(' ')[1] ?? '') - order.indexOf(b.split(' ')[1] ?? ''));
  return `# Precision on real jobs

Every job of NVFLARE's own repository that its validator accepts (${all.length} different ones), checked with the classes of the
release that it comes from; 2.1 and 2.2, of which there is no catalogue, without. The files of their custom code are empty, so
what is in them is unknown. Made by \`test/conformance/precision.test.ts\`.

| Severity | Rule | Findings | Jobs | What was found on looking at them |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

## Errors

Each is a fault of the job: NVFLARE's own code of the release that the job comes from was given the component, and refused it with what is quoted; without the fault it
built it (\`npm run test:differential -- real-faults\`; packages besides NVFLARE that the modules import were stood in for).

${REAL_FAULTS.map(({ job, code, why, component, said }) => `- \`${job}\`, \`${code}\`, ${component}: ${why}. NVFLARE: \`${said}\``).join('\n')}

## What the newest release ships

The 28 jobs whose configurations are in the wheel of NVFLARE 2.9.0 have no errors (\`npm run test:differential -- shipped\`). Warnings: scripts that
are to be written by who uses a template, workflows that wait for more clients than a template names, and one cleanser that is not there, the same as above.
`;
}
