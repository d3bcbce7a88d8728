import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { documentsOf } from '../../../src/core/actions/fix-plan';
import { analyze } from '../../../src/core/analyze';
import type { Fix } from '../../../src/core/rules/finding';
import { fixedText, type ResolvedFix, resolveFix } from '../../../src/core/rules/resolve-fix';
import { ALL_RULES } from '../../support/all-rules';
import { exampleJob } from '../../support/example-job';
import { RULES_WITH_EXAMPLES } from '../../support/rules';
import { exampleIn, FORMAT_NAMES } from '../../support/three-formats';

/** What every fix does to the first example of its rule that has one, in each format. Made anew by `UPDATE_GOLDENS=1`, and then read. */
const GOLDENS = 'test/core/rules/fixes.golden.md';

test('fixes do what they did', () => {
  const text = RULES_WITH_EXAMPLES.map(({ rule, examples }) => sectionOf(rule.code, examples.bad)).join('');
  if (process.env['UPDATE_GOLDENS']) writeFileSync(GOLDENS, text);
  assert.ok(existsSync(GOLDENS));
  assert.equal(text, readFileSync(GOLDENS, 'utf8'));
});

function sectionOf(code: string, bad: readonly string[]): string {
  for (const source of bad) {
    const parts = FORMAT_NAMES.flatMap((format) => {
      const written = translated(format, source.replace(/<\||\|>/g, ''));
      return written === undefined ? [] : [{ format, diffs: diffsOf(code, written) }];
    });
    if (parts.every(({ diffs }) => diffs.length === 0)) continue;
    return `## ${code}\n\n${parts.flatMap(({ format, diffs }) => diffs.map((diff) => `${format}: ${diff}`)).join('')}\n`;
  }
  return '';
}

/** The titles of the fixes of the first finding of a rule, each with the lines that it changes. */
function diffsOf(code: string, source: string): readonly string[] {
  const { sources, target } = exampleJob(source);
  const analysis = analyze(sources, { target, ...ALL_RULES });
  const documents = documentsOf(analysis.job);
  const finding = analysis.findings.find((one) => one.code === code && one.fixes.length > 0);
  return (finding?.fixes ?? []).flatMap((fix) => {
    const resolved = resolveFix(fix, ALL_RULES.formats, (file) => documents.get(file));
    return resolved ? [`${title(fix)}\n\`\`\`diff\n${diffOf(resolved, (file) => documents.get(file)?.text ?? '')}\`\`\`\n`] : [];
  });
}

function title({ title: words, isPreferred }: Fix): string {
  return `${words}${isPreferred ? ' (preferred)' : ''}`;
}

function diffOf(resolved: ResolvedFix, textOf: (file: string) => string): string {
  const texts = [...resolved.edits.keys()].map((file) => {
    const before = textOf(file);
    return `@@ ${file}\n${changedLines(before.split('\n'), fixedText(resolved, file, before).split('\n'))}`;
  });
  const files = resolved.fileChanges.map((change) =>
    change.kind === 'rename'
      ? `@@ ${change.from} → ${change.to}\n`
      : `@@ ${change.kind} ${'file' in change ? change.file : change.folder}\n`,
  );
  return [...texts, ...files].join('');
}

/** The lines between what both texts begin and end with. */
function changedLines(before: readonly string[], after: readonly string[]): string {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  const gone = before.slice(start, before.length - same).map((line) => `-${line}\n`);
  return [...gone, ...after.slice(start, after.length - same).map((line) => `+${line}\n`)].join('');
}

function translated(format: (typeof FORMAT_NAMES)[number], source: string): string | undefined {
  try {
    return exampleIn(format, source);
  } catch (error) {
    if (error instanceof assert.AssertionError) return undefined;
    throw error;
  }
}
