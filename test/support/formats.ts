import { hocon } from '../../src/core/formats/hocon/index';
import type { Formats } from '../../src/core/formats/index';
import { json } from '../../src/core/formats/json/index';
import { yaml } from '../../src/core/formats/yaml/index';

/** All formats loaded. */
export const TEST_FORMATS: Formats = { json, hocon, yaml };
