import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze } from '../../src/core/analyze';
import { NEWEST } from '../../src/core/job/release';
import { wiringPart } from '../../src/core/wiring/index';
import { META_RULES } from '../support/all-rules';
import { type CorpusJob, corpusJobs, HAS_CORPUS, sayNoCorpus } from '../support/corpus';

const jobs = HAS_CORPUS ? corpusJobs() : [];
if (!HAS_CORPUS) sayNoCorpus('verdicts');

function disagreements(some: readonly CorpusJob[]): string[] {
  return some.flatMap(({ id, oracle, sources }) => {
    const { rejected, findings, failures } = analyze(sources, { target: NEWEST, ...META_RULES });
    if (failures.length > 0) return [`${id}: ${failures.map(({ code, error }) => `${code} threw ${error}`).join('; ')}`];
    if (rejected !== oracle.valid) return [];
    const said = findings.filter((finding) => finding.stage === 'submit').map((finding) => `${finding.code}: ${finding.message}`);
    return [
      `${id}: NVFLARE ${oracle.valid ? 'accepts' : `refuses (${oracle.exception ?? ''} ${oracle.error} at ${oracle.where})`}; we say ${said.join('; ') || 'nothing'}`,
    ];
  });
}

for (const [title, formats] of [
  ['JSON', ['JSON']],
  ['every format', undefined],
] as const) {
  test(`the verdict on every job of the corpus that NVFLARE read as ${title} is NVFLARE's`, () => {
    const some = jobs.filter(
      ({ oracle }) => formats === undefined || oracle.parsed.every((parsed) => (formats as readonly string[]).includes(parsed)),
    );
    assert.deepEqual(disagreements(some), []);
    if (HAS_CORPUS) assert.ok(some.length > 300, `only ${some.length} jobs`);
  });
}

test('a real job that NVFLARE accepts has no error of any stage', () => {
  const wrong = jobs
    .filter(({ kind, oracle }) => kind === 'job' && oracle.valid)
    .flatMap(({ id, sources }) =>
      analyze(sources, { target: NEWEST, ...META_RULES, wiring: wiringPart() })
        .findings.filter((finding) => finding.severity === 'error')
        .map((finding) => `${id}: ${finding.code}: ${finding.message}`),
    );
  assert.deepEqual(wrong, []);
});
