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
import { SURVEY, SURVEY_FINDINGS, SURVEY_REPOSITORIES } from './precision-survey';
import { RELEASES_SURVEY } from './releases-survey';

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

${surveyText()}
${RELEASES_SURVEY}`;
}

function surveyText(): string {
  const { date, nvflare, exported, others } = SURVEY;
  const rows = SURVEY_FINDINGS.map(
    ([severity, code, count, ours, theirs, note]) => `| ${severity} | \`${code}\` | ${count} | ${ours} | ${theirs} | ${note} |`,
  );
  return `## Jobs that no rule was written for

Looked at on ${date}: ${nvflare + exported + others} folders, each different from all others. ${nvflare} are the jobs, templates and apps of before 2.1 in NVFLARE's
repository at the branches 2.1 to 2.8 and main, with their real Python code; ${exported} are what the \`job.py\` files of its examples exported with NVFLARE 2.9, where they need no
framework besides NumPy, pandas and scikit-learn; ${others} are from ${SURVEY_REPOSITORIES.length} other repositories on GitHub (forks only with what differs). Each was checked for the
release of its branch, or the one that its repository pins, or else the newest at its last commit; a fork, for the branch that it shares most files with. Whoever wants to count again clones the
repositories below, takes each folder with a meta file and a \`config_fed_*\` file at most two folders below it and each other folder with
\`config/config_fed_*\`, leaves out what sites and simulators wrote, and runs \`flare-jobs check --format json --target-version X.Y\` on each.

- The verdict, for 2.9, was that of NVFLARE's validator on all of them, and on 2,672 copies of the jobs with one to three random faults in their files.
- Of the folders that it accepts, \`prepare_job_config\` of NVFLARE 2.9, which is what \`nvflare job submit\` runs, failed on 55 and packed 432,
  and of the faulty copies that it accepts on 153 of 701: just as the rules say.
- NVFLARE's own configurators were given the apps of these folders that are NVFLARE's or bring no code. They built 195 of 803 configurations; none of those has an
  error. Most of the others lack a package that was not installed, and 60 could not be started without a whole server or client around
  them. It refused 15: in nine the rules have an error, and the other six are configurations of the server in apps that no server gets.
- Every meta file and configuration of an app (1,146 different texts) that can be converted came back from the other formats with the same value.
- None of 12,898 runs of \`show\`, \`preview\`, \`leaves\`, \`steps\`, \`schedule\` and \`manifest\` ended with an internal error.

| Severity | Rule | Findings | Folders of NVFLARE's | Of others | What was found on looking at them |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

Wrong or misleading before, and mended: null for an argument that a class above takes as optional; a hundred findings for one unfinished merge;
"no meta file" for a whole project with an app of before 2.1 in it; "no meta file" for templates without one; a missing script where the folder of the code is a link; limits of time that were rounded down.

The repositories, with the release: ${SURVEY_REPOSITORIES.map(([name, release]) => `${name} (${release})`).join(', ')}.
`;
}
