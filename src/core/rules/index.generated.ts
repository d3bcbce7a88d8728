// Made by scripts/generate.mjs; change the rules instead.
import { rule as deployMapNoServer } from './deploy-map/no-server';
import type { Rule } from './rule';

/** All rules, by code. */
export const RULES: readonly Rule[] = [
  deployMapNoServer,
];
