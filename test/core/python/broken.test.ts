import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scanModule } from '../../../src/core/python/scan';
import { BROKEN_TEXTS } from './broken-texts';
import { factsOf } from './facts';

for (const { title, text, facts } of BROKEN_TEXTS) {
  test(`${title}: the rest is found`, () => assert.deepEqual(factsOf(scanModule(text)), facts));
}
