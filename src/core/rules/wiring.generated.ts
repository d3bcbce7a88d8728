// Made by scripts/generate.mjs; change the rules instead.
import { rule as configFormatVersion } from './config/format-version';
import type { WiringRule } from './rule';

/** The rules about what apps run, by code. */
export const WIRING_RULES: readonly WiringRule[] = [
  configFormatVersion,
];
