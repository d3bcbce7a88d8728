import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze } from '../../../src/core/analyze';
import { ClassLists, completionsAt } from '../../../src/core/complete/index';
import { NEWEST } from '../../../src/core/job/release';
import { ALL_RULES } from '../../support/all-rules';
import { sourcesOf } from '../../support/example-job';
import { TEST_FORMATS } from '../../support/formats';

// What tries each way to read a text takes longer than anybody lives at these lengths; what is read in one way takes milliseconds.
const TIMEOUT = { timeout: 30_000 };

const TEXTS: readonly (readonly [why: string, file: string, text: string])[] = [
  ['a line of # above an object without braces', 'meta.conf', `${'#'.repeat(80)}\n# the job\n${'#'.repeat(80)}\nname = x\n`],
  ['a line of // above an object without braces', 'meta.conf', `${'//'.repeat(80)}\nname = x\n`],
  ['a key in triple quotes that has pairs of quotes and no end', 'meta.conf', `"""${'a""'.repeat(5000)}\n= 1\n`],
  ['a value in triple quotes that has pairs of quotes and no end', 'meta.conf', `name = """${'a""'.repeat(5000)}\n`],
  ['a long line without an end', 'meta.conf', `name = "${'a.'.repeat(50_000)}`],
  ['a long line of blanks', 'meta.conf', `name = x${' '.repeat(30_000)}`],
  ['a long line', 'meta.json', `{ "name": "${'a\\\\"'.repeat(30_000)}", `],
  ['a long line of blanks', 'meta.json', `{ "name":${' '.repeat(30_000)}`],
  [
    'a number of many digits',
    'meta.yml',
    `name: ${'1'.repeat(50_000)}x\nresource_spec: { a: { memory: ${'1'.repeat(50_000)}x } }\n`,
  ],
  [
    'a number of many digits',
    'meta.conf',
    `name: ${'1'.repeat(50_000)}x\nresource_spec { a { memory: "${'1'.repeat(50_000)}x" } }\n`,
  ],
  ['blanks in numbers', 'meta.json', blanks('resource_spec')],
  ['blanks in numbers', 'meta.conf', blanks('launcher_spec')],
  ['aliases of aliases', 'meta.yml', `a0: &a0 [x, x, x, x, x, x, x, x, x]\n${doubled(30)}name: *a30\n`],
  ['references to references', 'meta.conf', `a0 = [x, x]\n${referred(30)}name = \${a30}\n`],
  ['deep brackets', 'meta.conf', `name = ${'['.repeat(20_000)}`],
  ['deep braces', 'meta.yml', `name: ${'{a: '.repeat(20_000)}`],
];

function blanks(map: string): string {
  const odd = `1${' '.repeat(50_000)}x`;
  return `{ "name": "x", "min_clients": "${odd}", "deploy_map": { "app": ["@ALL"] }, "${map}": { "site-1": { "mem_per_gpu_in_GiB": "${odd}", "num_of_gpus": "${odd}" } } }`;
}

function doubled(levels: number): string {
  return Array.from({ length: levels }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]\n`).join('');
}

function referred(levels: number): string {
  return Array.from({ length: levels }, (_, i) => `a${i + 1} = [\${a${i}}, \${a${i}}]\n`).join('');
}

for (const [why, file, text] of TEXTS) {
  test(`takes no time that grows faster than the text: ${why} (${file})`, TIMEOUT, () => {
    const analysis = analyze(sourcesOf('job', new Map([[file, text]])), { target: NEWEST, ...ALL_RULES });
    assert.deepEqual(analysis.failures, []);
    const { job, wiring } = analysis;
    const classLists = new ClassLists();
    for (const offset of [0, text.length >> 1, text.length]) {
      const code = { custom: new Map(), folders: new Map() };
      completionsAt({ job, wiring, file, text, offset, formats: TEST_FORMATS, sites: [], code, classLists });
    }
  });
}
