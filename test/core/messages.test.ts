// What rules say: what is wrong, on what, and what to do next. Judged on the findings of all bad examples.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze } from '../../src/core/analyze';
import type { Finding } from '../../src/core/rules/finding';
import { ALL_RULES } from '../support/all-rules';
import { exampleJob } from '../support/example-job';
import { RULES_WITH_EXAMPLES } from '../support/rules';

const FINDINGS: readonly Finding[] = RULES_WITH_EXAMPLES.flatMap(({ rule, examples }) =>
  examples.bad.flatMap((source) => {
    const { sources, target } = exampleJob(source);
    const { findings } = analyze(sources, { target, ...ALL_RULES, settings: { [rule.code]: rule.severity } });
    return findings.filter(({ code }) => code === rule.code);
  }),
);

/** What must be or may be there, a question that has its answer in it, or an order. */
const NEXT = [
  /\b(?:must|may|needs?|needs a|expected|only)\b/,
  /\b(?:did you mean|is one of them misspelt|is that)\b|\bis "[^"]+" meant\?/,
  /(?:^|[;,:] |\b(?:and|or) )(?:add|ask|change|check|correct|deploy|give|keep|leave|let|make|move|name|put|remove|rename|run|save|say|set|submit|take|use|write)\b/,
  /(?:names|a name|site names) (?:have|starts)/,
];

test('a finding that no fix is offered for says what to do next', () => {
  const silent = FINDINGS.filter(({ fixes, message }) => fixes.length === 0 && !NEXT.some((next) => next.test(message)));
  assert.deepEqual(
    silent.map(({ code, message }) => `${code}: ${message}`),
    [],
  );
});

test('messages are one line of plain words, not too long for a list of problems', () => {
  for (const { code, message } of FINDINGS) {
    const what = `${code}: ${message}`;
    assert.ok(message.length <= 260, what);
    assert.doesNotMatch(message, /\n| {2}|\b1 (?:GPUs|clients|sites|nodes|files)\b|please|invalid|error occurred/i, what);
    assert.match(message, /^(?:[a-z"0-9]|NVFLARE\b|[A-Z]\w* )/, what);
  }
});

test('fixes of one finding can be told apart, and say what they do', () => {
  for (const { code, fixes } of FINDINGS) {
    const titles = fixes.map(({ title }) => title);
    assert.deepEqual(titles, [...new Set(titles)], code);
    for (const title of titles) assert.match(title, /^[A-Z].*[^.]$/, code);
  }
});
