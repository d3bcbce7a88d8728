import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

/** What a rule exports means the same in every rule (`rules/rule.ts`), and what it is about is in it. */
const OF_RULES = /^(rule|about|examples)$/;

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return files(path);
    return path.endsWith('.ts') && !path.includes('.generated.') ? [path] : [];
  });
}

/** The exports of a text that nothing is said of. Constants and types of one line each may share what stands above the first. */
function undocumented(text: string): string[] {
  const found: string[] = [];
  let isSaid = false;
  for (const line of text.split('\n')) {
    const name = /^export (?:async )?(?:function\*?|const|class|interface|type|enum) (\w+)/.exec(line)?.[1];
    if (name !== undefined && !isSaid && !OF_RULES.test(name)) found.push(name);
    const isShared: boolean = isSaid && /^export (?:const|type) .*;$/.test(line);
    isSaid = isShared || line.endsWith('*/') || (isSaid && line.startsWith('// biome-ignore'));
  }
  return found;
}

test('every export of the core says what it promises', () => {
  const wrong = files('src/core').flatMap((file) => undocumented(readFileSync(file, 'utf8')).map((name) => `${file}: ${name}`));
  assert.deepEqual(wrong, []);
});

test('an export without a word is found', () => {
  const text =
    '/** A. */\nexport const a = 1;\nexport const b = 2;\n\nexport function c() {\n}\n/** D. */\nexport interface D {\n}\nexport class E {}\n';
  assert.deepEqual(undocumented(text), ['c', 'E']);
});
