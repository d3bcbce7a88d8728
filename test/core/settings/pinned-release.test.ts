import assert from 'node:assert/strict';
import { test } from 'node:test';
import { releaseName } from '../../../src/core/job/release';
import { type PIN_FILES, pinnedRelease } from '../../../src/core/settings/pinned-release';

const CASES: readonly (readonly [file: (typeof PIN_FILES)[number], text: string, release: string | undefined])[] = [
  ['requirements.txt', 'nvflare==2.8.1\n', '2.8.1'],
  ['requirements.txt', 'torch\r\nNVFlare[PT] == 2.7.2 ; python_version > "3.9"  # as on the server\r\n', '2.7.2'],
  ['requirements.txt', 'nvflare~=2.6.0', '2.6'],
  ['requirements.txt', 'nvflare==2.6.*', '2.6'],
  ['requirements.txt', 'nvflare==2.8.0rc1', '2.8.0'],
  ['requirements.txt', 'nvflare>=2.4,==2.5.1', '2.5.1'],
  ['requirements.txt', 'nvflare==2.5.1 \\\n    --hash=sha256:0', '2.5.1'],
  ['requirements.txt', 'nvflare-nightly==2.7.0.dev250101', '2.7.0'],
  ['requirements.txt', 'nvflare>=2.8', undefined],
  ['requirements.txt', 'nvflare~=2.8', undefined],
  ['requirements.txt', 'nvflare\n# nvflare==2.3.0\n', undefined],
  ['requirements.txt', 'nvflare-extras==1.0\nmy-nvflare==2.3', undefined],
  ['pyproject.toml', '[project]\ndependencies = [\n  "torch", "nvflare[HE]==2.5.2",\n]\n', '2.5.2'],
  ['pyproject.toml', '[tool.poetry.dependencies]\nnvflare = "2.4.1"\n', '2.4.1'],
  ['pyproject.toml', '[tool.poetry.dependencies]\nnvflare = { version = "~2.6", extras = ["PT"] }\n', '2.6'],
  ['pyproject.toml', 'nvflare = "^2.4"\n', undefined],
  ['pyproject.toml', '# "nvflare==2.4.1"\nname = "nvflare"\nversion = "2.4.1"\n', undefined],
];

for (const [file, text, expected] of CASES) {
  test(`${file}: ${JSON.stringify(text)}`, () => {
    const found = pinnedRelease(file, text);
    assert.equal(found && releaseName(found.release), expected);
  });
}

test('a pin knows its line', () => {
  const text = 'torch\nnvflare==2.8.1  # here\n';
  const found = pinnedRelease('requirements.txt', text);
  assert.equal(found && text.slice(found.range.start, found.range.end), 'nvflare==2.8.1  # here');
});
