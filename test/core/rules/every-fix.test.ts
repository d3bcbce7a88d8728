import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentsOf } from '../../../src/core/actions/fix-plan';
import { type Analysis, analyze } from '../../../src/core/analyze';
import type { Finding, Fix } from '../../../src/core/rules/finding';
import { resolveFix } from '../../../src/core/rules/resolve-fix';
import { ALL_RULES } from '../../support/all-rules';
import { exampleJob } from '../../support/example-job';
import { afterFix } from '../../support/fixed-job';
import { RULES_WITH_EXAMPLES } from '../../support/rules';
import { exampleIn, FORMAT_NAMES } from '../../support/three-formats';

/** What is said, wherever it stands then: places move with every edit. */
function saying({ code, message }: Finding): string {
  return `${code}: ${message}`;
}

function codesOf({ findings }: Analysis): readonly string[] {
  return findings.map(({ code }) => code);
}

/** What is new after a fix and right so: the next thing that only the author can decide. */
const NEXT: Readonly<Record<string, string>> = {
  'apps/not-deployed': 'apps/no-sites',
  'ids/duplicate': 'ids/unused',
  'resources/wrong-default': 'pack/key-changes',
};

/** How often each is in the list. */
function counted(all: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/** Why a fix is no good, if it is none. */
function fault(analysis: Analysis, finding: Finding, fix: Fix): string | undefined {
  const { sources, target } = analysis.job;
  const documents = documentsOf(analysis.job);
  const resolved = resolveFix(fix, ALL_RULES.formats, (file) => documents.get(file));
  // A format that cannot say a change is not offered it.
  if (!resolved) return undefined;
  const fixed = analyze(afterFix(sources, resolved), { target, ...ALL_RULES });
  const before = counted(analysis.findings.map(saying)).get(saying(finding)) ?? 0;
  const left = counted(fixed.findings.map(saying)).get(saying(finding)) ?? 0;
  if (left >= before) return `leaves "${finding.message}"`;
  const old = counted(codesOf(analysis));
  const more = [...counted(codesOf(fixed))].filter(([code, count]) => count > (old.get(code) ?? 0)).map(([code]) => code);
  // What is written in YAML cannot be packed, whatever it says.
  const others = more.filter((code) => code !== NEXT[finding.code] && code !== 'pack/cannot-be-packed');
  return others.length > 0 ? `brings ${others.join(', ')}` : undefined;
}

for (const format of FORMAT_NAMES) {
  test(`${format}: every fix that an example of a rule is offered takes its finding away and brings no other`, () => {
    const faults: string[] = [];
    let tried = 0;
    for (const { rule, examples } of RULES_WITH_EXAMPLES) {
      for (const source of examples.bad) {
        const written = translated(format, source);
        if (written === undefined) continue;
        const { sources, target } = exampleJob(written);
        const analysis = analyze(sources, { target, ...ALL_RULES });
        for (const finding of analysis.findings.filter(({ code }) => code === rule.code)) {
          for (const fix of finding.fixes) {
            tried++;
            const wrong = fault(analysis, finding, fix);
            if (wrong !== undefined) faults.push(`${rule.code}: "${fix.title}" ${wrong}`);
          }
        }
      }
    }
    assert.deepEqual(faults, []);
    assert.ok(tried > 150, `only ${tried} fixes were tried`);
  });
}

/** The example in another format, without its marks; nothing where the format cannot say it. */
function translated(format: (typeof FORMAT_NAMES)[number], source: string): string | undefined {
  const text = source.replace(/<\||\|>/g, '');
  if (format === 'json') return text;
  try {
    return exampleIn(format, text);
  } catch (error) {
    if (error instanceof assert.AssertionError) return undefined;
    throw error;
  }
}
