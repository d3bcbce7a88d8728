import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { analyze } from '../../../src/core/analyze';
import { ALL_RULES } from '../../support/all-rules';
import { exampleJob } from '../../support/example-job';
import { RULES_WITH_EXAMPLES } from '../../support/rules';

test('each rule shows a fix in one of its examples, or is among those that have none for a reason', () => {
  const table = readFileSync('docs/rules-without-fix.md', 'utf8');
  const without = [...table.matchAll(/^\| `([\w-]+\/[\w-]+)` \| \S.*\. \|$/gm)].map(([, code]) => code);
  const found = RULES_WITH_EXAMPLES.filter(({ rule, examples }) => !examples.bad.some((source) => offersFix(rule.code, source)));
  assert.deepEqual(found.map(({ rule }) => rule.code).sort(), without);
});

function offersFix(code: string, source: string): boolean {
  const { sources, target } = exampleJob(source);
  const { findings } = analyze(sources, { target, ...ALL_RULES });
  return findings.some((finding) => finding.code === code && finding.fixes.length > 0);
}
