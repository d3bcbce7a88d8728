import type { RuleSettings } from '../../core/index';
import { type Arguments, didYouMean, type OptionSpec, UsageError } from '../arguments';

/** The option that sets what the findings of rules matter, for this run. */
export const RULE_OPTION: OptionSpec = {
  name: 'rule',
  value: 'CODE=SEVERITY',
  isList: true,
  help: 'what findings of a rule are: error, warning, info, hint or off (repeatable)',
};

/** The settings of rules that were asked for. Throws a `UsageError` that names the mistake. */
export async function rulesOf({ values }: Arguments): Promise<RuleSettings> {
  const text = values.get(RULE_OPTION.name);
  if (text === undefined) return {};
  const { RULE_CODES, RULE_VALUES, ruleValue } = await import('../../core/settings/index');
  return Object.fromEntries(
    text.split(',').map((pair) => {
      const [code = '', word = ''] = pair.trim().split('=');
      if (!RULE_CODES.includes(code)) throw new UsageError(`there is no rule "${code}"${didYouMean(code, RULE_CODES)}`);
      const value = ruleValue(word);
      if (!value)
        throw new UsageError(
          `--rule ${code} cannot be "${word}"${didYouMean(word, RULE_VALUES)}; it can be ${RULE_VALUES.join(', ')}`,
        );
      return [code, value];
    }),
  );
}
