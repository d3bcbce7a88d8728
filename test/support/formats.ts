import type { Formats } from '../../src/core/formats/index';
import { LIGHT_FORMATS } from '../../src/core/formats/index';
import { yaml } from '../../src/core/formats/yaml/index';

/** All formats, YAML loaded. */
export const TEST_FORMATS: Formats = { ...LIGHT_FORMATS, yaml };
