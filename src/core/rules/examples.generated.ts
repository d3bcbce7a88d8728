// Made by scripts/generate.mjs; change the rules instead.
import { examples as deployMapNoServer } from './deploy-map/no-server';
import type { RuleExamples } from './rule';

/** The examples of all rules, for tests and pages; no product loads them. */
export const ALL_EXAMPLES: Readonly<Record<string, RuleExamples>> = {
  'deploy-map/no-server': deployMapNoServer,
};
