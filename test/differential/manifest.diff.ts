// Is our manifest the content of NVFLARE's own archive, our hash its hash, and do we read policies as it does? All jobs of the corpus,
// folders that are nasty, and random policies.
//   FLARE_JOBS_PYTHON=/path/to/python   an interpreter with nvflare 2.9
//   FLARE_JOBS_RUNS=6000                how many questions about policies
import assert from 'node:assert/strict';
import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { nodeFileSystem } from '../../src/cli/node/file-system';
import { modelOf } from '../../src/core/analyze';
import { readJson } from '../../src/core/formats/json/read';
import { loadJob } from '../../src/core/job/load';
import { NEWEST } from '../../src/core/job/release';
import { byocReasons } from '../../src/core/manifest/byoc';
import type { Pack } from '../../src/core/manifest/pack';
import { permission, readPolicy } from '../../src/core/manifest/policy';
import { readPack } from '../../src/core/manifest/read-pack';
import { corpusFolders, HAS_CORPUS, sayNoCorpus } from '../support/corpus';
import { TEST_FORMATS } from '../support/formats';
import { type Oracle, startOracle } from './oracle-client';

const runs = Number(process.env['FLARE_JOBS_RUNS'] ?? 6000);
const seed = Number(process.env['FLARE_JOBS_SEED'] ?? 1);
const bounded = process.env['FLARE_JOBS_BOUNDED'] === '1';

interface Theirs {
  readonly entries: readonly (readonly [string, number])[];
  readonly size: number;
  readonly hash: string;
  readonly byoc: boolean | null;
}

/** What is different about a folder; `undefined` where nothing is. */
async function difference(oracle: Oracle, folder: string): Promise<string | undefined> {
  const pack = await packOf(folder);
  const reply = await oracle.ask('manifest', { do: 'pack', folder });
  const stops = pack.entries.filter(({ trouble }) => trouble?.stops);
  if (reply.error !== undefined) return stops.length > 0 ? undefined : `NVFLARE cannot pack it: ${reply.error} ${reply.message}`;
  const theirs = reply.ok as unknown as Theirs;
  if (stops.length > 0)
    return `NVFLARE packs it, ours: ${stops.map(({ path, trouble }) => `${path}: ${trouble?.why}`).join('; ')}`;
  const ours = pack.entries.map(({ path, kind, size }) => [`${basename(folder)}/${path}${kind === 'folder' ? '/' : ''}`, size]);
  const sorted = (entries: readonly unknown[]) => entries.map((entry) => JSON.stringify(entry)).sort();
  const [a, b] = [sorted(ours), sorted(theirs.entries)];
  if (a.join('\n') !== b.join('\n'))
    return `entries: ours ${a.filter((x) => !b.includes(x))}, NVFLARE ${b.filter((x) => !a.includes(x))}`;
  if (pack.archiveSize !== theirs.size) return `the archive has ${theirs.size} bytes, ours ${pack.archiveSize}`;
  if (pack.hash !== theirs.hash) return `the hash is ${theirs.hash}, ours ${pack.hash}`;
  return undefined;
}

function packOf(folder: string): Promise<Pack> {
  return readPack(nodeFileSystem(process.cwd()), folder, { name: basename(folder) });
}

test('the archive of every job of the corpus', { timeout: 600_000 }, async (context) => {
  if (!HAS_CORPUS) return sayNoCorpus('manifest');
  const oracle = startOracle();
  const folders = corpusFolders().filter((_, i) => !bounded || i % 8 === 0);
  const differences: string[] = [];
  for (const folder of folders) {
    const found = await difference(oracle, folder);
    if (found) differences.push(`${folder}: ${found}`);
  }
  oracle.close();
  context.diagnostic(`${folders.length} folders, ${differences.length} differences`);
  assert.deepEqual(differences.slice(0, 10), []);
  assert.ok(folders.length > 20);
});

test('whether a job of the corpus brings code of its own', { timeout: 600_000 }, async (context) => {
  if (!HAS_CORPUS) return sayNoCorpus('byoc');
  const oracle = startOracle();
  let counted = 0;
  for (const folder of corpusFolders().filter((_, i) => i % (bounded ? 8 : 1) === 0)) {
    const reply = await oracle.ask('manifest', { do: 'pack', folder });
    const theirs = reply.ok as unknown as Theirs | undefined;
    const { job } = modelOf(await loadJob(nodeFileSystem(process.cwd()), folder), { target: NEWEST, formats: TEST_FORMATS });
    if (!theirs || theirs.byoc === null) continue;
    counted++;
    const byFolder = byocReasons(job).some(({ app }) => app !== undefined);
    assert.equal(byFolder, theirs.byoc === true, folder);
  }
  oracle.close();
  context.diagnostic(`${counted} jobs`);
});

/** A folder that is nasty in one way. Each begins with a small job. */
const NASTY: Readonly<Record<string, (folder: string) => void>> = {
  'as it should be': () => undefined,
  'empty folders, one in the other': (folder) => mkdirSync(join(folder, 'app/custom/a/b'), { recursive: true }),
  'hidden files and folders': (folder) => {
    mkdirSync(join(folder, '.git/objects'), { recursive: true });
    writeFileSync(join(folder, '.git/HEAD'), 'ref: refs/heads/main\n');
    writeFileSync(join(folder, '.env'), 'A=b');
    writeFileSync(join(folder, 'app/.DS_Store'), '');
  },
  'a link to a folder': (folder) => symlinkSync(folder, join(folder, 'app/loop')),
  'custom code that is a link': (folder) => symlinkSync(folder, join(folder, 'app/custom')),
  'a link to a file': (folder) => symlinkSync(join(folder, 'meta.json'), join(folder, 'app/other.json')),
  'a link to a file outside': (folder) => symlinkSync(resolve('package.json'), join(folder, 'app/package.json')),
  'a link to nothing': (folder) => symlinkSync('/nowhere/at/all', join(folder, 'app/broken')),
  'a link in a circle': (folder) => {
    symlinkSync('b', join(folder, 'a'));
    symlinkSync('a', join(folder, 'b'));
  },
  'two names of one file': (folder) => linkSync(join(folder, 'meta.json'), join(folder, 'again.json')),
  'a name with a backslash': (folder) => writeFileSync(join(folder, 'app\\file.txt'), 'x'),
  'names of all kinds': (folder) => {
    for (const name of [
      'a b',
      'ä',
      '\u{1f600}',
      '\uff21',
      '漢字',
      '#',
      '%41',
      "it's",
      '"',
      'CON',
      '-rf',
      '~',
      'Z',
      'a',
      '_',
      'é',
      'e\u0301',
    ]) {
      writeFileSync(join(folder, 'app', name), name);
    }
  },
  'the files of an earlier signature': (folder) => {
    writeFileSync(join(folder, 'app/.__nvfl_sig.json'), '{}');
    writeFileSync(join(folder, '.__nvfl_submitter.crt'), 'x');
  },
  'files of odd sizes': (folder) => {
    for (const size of [0, 1, 55, 56, 63, 64, 65, 127, 128, 65_535, 65_536, 70_001, 1_000_001]) {
      writeFileSync(join(folder, 'app', `${size}.bin`), Buffer.alloc(size, size % 251));
    }
  },
  'a file from before 1980': (folder) => utimesSync(join(folder, 'meta.json'), 0, 0),
  'a folder from before 1980': (folder) => utimesSync(join(folder, 'app'), 0, 0),
  'a deep folder': (folder) => {
    mkdirSync(join(folder, ...Array.from({ length: 60 }, (_, i) => `d${i}`)), { recursive: true });
  },
  'many files': (folder) => {
    for (let i = 0; i < 300; i++) writeFileSync(join(folder, 'app', `f${i}.txt`), `${i}`);
  },
};

test('the archive of folders that are nasty', { timeout: 600_000 }, async (context) => {
  const root = mkdtempSync(join(tmpdir(), 'flare-jobs-'));
  const oracle = startOracle();
  const differences: string[] = [];
  const kinds = Object.entries(NASTY);
  kinds.forEach(([, make], i) => {
    const folder = join(root, `job-${i}`);
    mkdirSync(join(folder, 'app/config'), { recursive: true });
    writeFileSync(join(folder, 'meta.json'), '{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }');
    for (const side of ['server', 'client'])
      writeFileSync(join(folder, `app/config/config_fed_${side}.json`), '{ "format_version": 2 }');
    make(folder);
  });
  const linked = join(root, `job-${kinds.findIndex(([what]) => what === 'custom code that is a link')}`);
  const reply = await oracle.ask('manifest', { do: 'pack', folder: linked });
  const { job } = modelOf(await loadJob(nodeFileSystem(process.cwd()), linked), { target: NEWEST, formats: TEST_FORMATS });
  assert.deepEqual([(reply.ok as unknown as Theirs).byoc, byocReasons(job).length], [true, 1]);
  let stopped = 0;
  for (const [i, [what]] of kinds.entries()) {
    const folder = join(root, `job-${i}`);
    const found = await difference(oracle, folder);
    if (found) differences.push(`${what}: ${found}`);
    if ((await packOf(folder)).entries.some(({ trouble }) => trouble?.stops)) stopped++;
  }
  oracle.close();
  rmSync(root, { recursive: true, force: true });
  context.diagnostic(`${kinds.length} folders, of which ${stopped} cannot be packed; ${differences.length} differences`);
  assert.deepEqual(differences, []);
  assert.equal(stopped, 5);
});

const WORD = fc.constantFrom('lead', 'Member', 'org_admin', 'nvidia', 'Acme', 'ann', 'bob@acme.com');
const CONDITION = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'any',
      'all',
      'none',
      'no',
      'o:site',
      'org:site',
      'o:submitter',
      'n:submitter',
      'NOT any',
      'not none',
      'not o:site',
    ),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom('o:', 'n:', 'not o:', 'not  n:', 'Org:', 'name: '), WORD)
      .map(([type, word]) => type + word),
  },
  { weight: 1, arbitrary: fc.constantFrom('', 'x', 'o', 'o:a:b', 'not', 'not x y', 'r:lead', ' any ') },
);
const EXPRESSION = fc.oneof(
  { weight: 3, arbitrary: CONDITION as fc.Arbitrary<unknown> },
  { weight: 2, arbitrary: fc.array(CONDITION, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, 3, [1], {}) },
);
const RIGHT = fc.constantFrom('submit_job', 'byoc', 'BYOC', 'view', '*', 'server-predeployed-flwr', 'manage_job');
const SANE = fc.dictionary(
  RIGHT,
  CONDITION.filter((text) => !['', 'x', 'o', 'o:a:b', 'not', 'not x y', 'r:lead'].includes(text)),
  { noNullPrototype: true },
);
const ROLE = fc.oneof(
  { weight: 8, arbitrary: SANE as fc.Arbitrary<unknown> },
  { weight: 2, arbitrary: fc.dictionary(RIGHT, EXPRESSION, { noNullPrototype: true }) as fc.Arbitrary<unknown> },
  { weight: 2, arbitrary: EXPRESSION },
);
const POLICY = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(
        fc.constantFrom('1.0', '1.0', '1.0', '1.0', '1.0', '1.0', '2.0'),
        fc.dictionary(fc.constantFrom('lead', 'Member', 'org_admin', ' Lead '), ROLE, { noNullPrototype: true }),
      )
      .map(([format_version, permissions]): unknown => ({ format_version, permissions })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(
      {},
      { permissions: {} },
      { format_version: '1.0', permissions: 'any' },
      { format_version: 1.0, permissions: { lead: 'any' } },
    ),
  },
);

const QUESTION = fc.record({
  right: fc.constantFrom('submit_job', 'byoc', 'server-predeployed-flwr'),
  name: fc.constantFrom('ann', 'Bob@acme.com'),
  org: fc.constantFrom('nvidia', 'acme'),
  role: fc.constantFrom('lead', 'member', 'org_admin', 'super', 'nobody'),
  site_org: fc.constantFrom('nvidia', 'other'),
  submitter: fc.boolean(),
});

test('random policies allow what they allow in NVFLARE', { timeout: 600_000 }, async (context) => {
  const oracle = startOracle();
  const policies = fc.sample(POLICY, { seed, numRuns: Math.ceil(runs / 8) });
  const questions = fc.sample(QUESTION, { seed, numRuns: 8 * policies.length });
  const seen = { yes: 0, no: 0, broken: 0 };
  for (const [i, policy] of policies.entries()) {
    const asked = questions.slice(i * 8, i * 8 + 8);
    const reply = await oracle.ask('manifest', { do: 'policy', policy, questions: asked });
    const theirs = reply.ok as unknown as { error?: string; answers?: readonly boolean[] };
    const ours = readPolicy(readJson(JSON.stringify(policy)).root);
    const broken = reply.error ?? theirs.error;
    assert.equal(ours.kind === 'invalid', broken !== undefined, `${JSON.stringify(policy)}: ${broken ?? 'valid'}`);
    if (broken !== undefined) {
      seen.broken++;
      continue;
    }
    for (const [j, { right, name, org, role, site_org, submitter }] of asked.entries()) {
      const answer = permission(ours, { right, person: { name, org, role }, siteOrg: site_org, isSubmitter: submitter });
      assert.equal(answer.kind, theirs.answers?.[j] ? 'yes' : 'no', `${JSON.stringify(policy)} ${JSON.stringify(asked[j])}`);
      seen[answer.kind === 'yes' ? 'yes' : 'no']++;
      // Who says less of a person gets the same answer, or a condition.
      const vague = permission(ours, { right, person: { role }, isSubmitter: submitter });
      if (vague.kind !== 'if') assert.equal(vague.kind, answer.kind, `${JSON.stringify(policy)} ${JSON.stringify(asked[j])}`);
    }
  }
  oracle.close();
  context.diagnostic(JSON.stringify(seen));
  assert.ok(seen.yes > 50 && seen.no > 50 && seen.broken > 20);
});
