import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ABOUT } from '../../src/core/rules/about.generated';
import { ALL_EXAMPLES } from '../../src/core/rules/examples.generated';
import { RULES } from '../../src/core/rules/index.generated';
import { RARE_RULES } from '../../src/core/rules/rare.generated';
import type { AboutRule, RuleExamples } from '../../src/core/rules/rule';
import { WIRING_RULES } from '../../src/core/rules/wiring.generated';

/** Each rule with what is about it and its examples, by code. */
export const RULES_WITH_EXAMPLES: readonly { readonly rule: AboutRule; readonly examples: RuleExamples }[] = [
  ...RULES,
  ...RARE_RULES,
  ...WIRING_RULES,
]
  .sort((a, b) => (a.code < b.code ? -1 : 1))
  .map(({ code }) => {
    const rule = ABOUT.find((candidate) => candidate.code === code);
    const examples = ALL_EXAMPLES[code];
    if (!examples || !rule) throw new Error(`${code} has no examples, or nothing about it`);
    return { rule, examples };
  });

/** The rule files below `src/core/rules`, as codes. */
export function ruleFiles(folder = 'src/core/rules'): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((area) =>
      readdirSync(join(folder, area.name))
        .filter((name) => name.endsWith('.ts') && !name.startsWith('_'))
        .map((name) => `${area.name}/${name.slice(0, -3)}`),
    )
    .sort();
}
