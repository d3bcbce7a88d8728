import type { AnalyzeOptions, WiringPart } from '../../src/core/analyze';
import { RARE_RULES } from '../../src/core/rules/rare.generated';
import { wiringPart } from '../../src/core/wiring/index';
import { ALL_CATALOGS, HISTORY } from './catalogs';
import { TEST_FORMATS } from './formats';

/** What `analyze` needs to check as a host does that has loaded every part; tests give the release. */
export const META_RULES = { formats: TEST_FORMATS, rare: RARE_RULES } as const satisfies Partial<AnalyzeOptions>;

/** The same with the rules about what apps run and the catalogues of all releases. */
export const ALL_RULES: typeof META_RULES & { readonly wiring: WiringPart } = {
  ...META_RULES,
  wiring: wiringPart(ALL_CATALOGS, HISTORY),
};
