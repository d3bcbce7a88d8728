import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placedFolders } from '../../../src/core/settings/code-folders';

const PLACES: readonly (readonly [written: string, folder: string])[] = [
  ['src', '/team/jobs/src'],
  ['./src/', '/team/jobs/src'],
  ['.', '/team/jobs'],
  ['../our-package/src', '/team/our-package/src'],
  ['..\\lib', '/team/lib'],
  ['../../../..', '/'],
  ['/opt//code/', '/opt/code'],
  ['C:\\code\\lib', 'C:/code/lib'],
];

for (const [written, folder] of PLACES) {
  test(`a folder of code is placed: ${written}`, () => {
    assert.deepEqual(
      placedFolders('/team/jobs', [written]).map((placed) => placed.folder),
      [folder],
    );
  });
}

test('a folder of code on a drive is placed on it', () => {
  assert.equal(placedFolders('C:/team/jobs', ['../lib'])[0]?.folder, 'C:/team/lib');
});
