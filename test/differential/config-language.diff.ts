// The language of configurations, thing by thing: is what we call an error what NVFLARE's own configurators fail over, and do we report what
// they fail over?
//   FLARE_JOBS_PYTHON=/path/to/python   an interpreter with nvflare
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { JobSources } from '../../src/core/job/sources';
import { exampleJob } from '../support/example-job';
import { check, closeOracle, compare, differenceOf, errorsOf, sidesOf, told, written } from './config-compare';
import { LANGUAGE_CHANGES, LANGUAGE_JOB, type LanguageChange } from './language-job';

after(closeOracle);

const { sources } = exampleJob(LANGUAGE_JOB);
const asItIs = check(sources);
const sides = sidesOf(asItIs);
/** What is said of the job anyway is no word about a change of it. */
const saidAnyway = new Set(asItIs.findings.map(({ message }) => message));

test('the job that uses everything is built, starts, and has no errors', { timeout: 60_000 }, async () => {
  const [compared] = await compare([{ sources, sides }]);
  assert.equal(compared && told(compared.built), '');
  assert.equal(compared && written(errorsOf(compared.analysis)), '');
});

for (const [what, changes] of Object.entries(LANGUAGE_CHANGES)) {
  test(what, { timeout: 120_000 }, async (context) => {
    const compared = await compare(changes.map((change) => ({ sources: changed(change), sides })));
    const seen = { jobs: 0, failed: 0, refused: 0, errors: 0, warned: 0 };
    const differences = compared.flatMap((each, i) => {
      const findings = each.analysis.findings.filter(({ message }) => !saidAnyway.has(message));
      const difference = differenceOf({ ...each, analysis: { ...each.analysis, findings } }, seen);
      return difference === undefined ? [] : [`${changes[i]?.from}  ->  ${changes[i]?.to}\n    ${difference}`];
    });
    context.diagnostic(
      `${seen.jobs} changes, NVFLARE fails over ${seen.failed}, errors in ${seen.errors}, only warnings in ${seen.warned}`,
    );
    assert.deepEqual(differences, []);
    assert.ok(seen.failed > 0, 'some of the changes are not harmless');
  });
}

function changed({ side, from, to }: LanguageChange): JobSources {
  const file = `app/config/config_fed_${side}.json`;
  const source = sources.texts.get(file);
  assert.ok(source?.kind === 'text' && source.text.split(from).length === 2, `"${from}" is to stand once in ${file}`);
  return { ...sources, texts: new Map([...sources.texts, [file, { kind: 'text', text: source.text.replace(from, () => to) }]]) };
}
