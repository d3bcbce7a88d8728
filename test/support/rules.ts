import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ABOUT } from '../../src/core/rules/about.generated';
import { ALL_EXAMPLES } from '../../src/core/rules/examples.generated';
import { RULES } from '../../src/core/rules/index.generated';
import type { Rule, RuleAbout, RuleExamples } from '../../src/core/rules/rule';

/** Each rule with its examples. */
export const RULES_WITH_EXAMPLES: readonly { readonly rule: Rule; readonly about: RuleAbout; readonly examples: RuleExamples }[] =
  RULES.map((rule) => {
    const examples = ALL_EXAMPLES[rule.code];
    const about = ABOUT[rule.code];
    if (!examples || !about) throw new Error(`${rule.code} has no examples, or nothing about it`);
    return { rule, about, examples };
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
