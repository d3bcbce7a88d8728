/**
 * The third door of the core: what judges the configurations of apps. Hosts load it after the first findings are shown, because
 * it brings the classes of NVFLARE.
 */
import type { WiringPart } from '../analyze';
import { buildWiring } from '../job/config/wiring';
import { WIRING_RULES } from '../rules/wiring.generated';

/** The rules about what apps run, and the model that they look at. */
export const wiringPart: WiringPart = { rules: WIRING_RULES, build: buildWiring };
export { WIRING_RULES } from '../rules/wiring.generated';
