import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { compareCodePoints } from '../../../src/core/manifest/code-points';
import { type Concern, concernsOf, sizeText } from '../../../src/core/manifest/concerns';
import { kindOfBytes, kindOfName } from '../../../src/core/manifest/file-kind';
import { readPack } from '../../../src/core/manifest/read-pack';
import { secretIn } from '../../../src/core/manifest/secret-text';
import { sha256 } from '../../../src/core/manifest/sha256';
import { utf8 } from '../../../src/core/manifest/utf8';
import { type MemoryOptions, type MemoryTree, memoryFileSystem } from '../../support/memory-file-system';

async function concernsIn(tree: MemoryTree, options: MemoryOptions = {}, largest?: number): Promise<readonly Concern[]> {
  return concernsOf(await readPack(memoryFileSystem(tree, options), '', { name: 'demo' }), largest);
}

const told = (concerns: readonly Concern[]) =>
  concerns.map(
    ({ kind, path, isFolder, line, files }) =>
      `${kind} ${path}${isFolder ? `/ (${files})` : ''}${line === undefined ? '' : `:${line}`}`,
  );

test('our SHA-256 is that of Node, however the bytes come', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 5 }), (pieces) => {
      const [ours, theirs] = [sha256(), createHash('sha256')];
      for (const piece of pieces) {
        ours.update(piece);
        theirs.update(piece);
      }
      assert.equal(ours.digest(), theirs.digest('hex'));
    }),
    { numRuns: 300, seed: 5 },
  );
});

test('our UTF-8 and our order of texts are those of Python', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      assert.deepEqual([...utf8(a)], [...Buffer.from(a)]);
      assert.equal(Math.sign(compareCodePoints(a, b)), Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))));
    }),
    { numRuns: 500, seed: 5 },
  );
});

test('everything in the folder is sent, with its size, and the hash does not depend on the order', async () => {
  const tree = { 'meta.json': '{}', 'app/config/config_fed_server.json': '{ }', 'app/empty/': '', '.env': 'A=1' };
  const pack = await readPack(memoryFileSystem(tree), '', { name: 'demo' });
  assert.deepEqual(
    pack.entries.map(({ path, kind, size }) => `${path}${kind === 'folder' ? '/' : ''} ${size}`),
    ['.env 3', 'app/ 0', 'app/config/ 0', 'app/config/config_fed_server.json 3', 'app/empty/ 0', 'meta.json 2'],
  );
  const turned = Object.fromEntries(Object.entries(tree).reverse());
  assert.equal((await readPack(memoryFileSystem(turned), '', { name: 'other' })).hash, pack.hash);
  const changed = await readPack(memoryFileSystem({ ...tree, '.env': 'A=2' }), '', { name: 'demo' });
  assert.notEqual(changed.hash, pack.hash);
});

test('the hash is made as the documentation says', async () => {
  const { hash } = await readPack(memoryFileSystem({ 'meta.json': '{}', 'app/.__nvfl_sig.json': 'signed' }), '', {
    name: 'demo',
  });
  const length = (size: number) => Buffer.from([0, 0, 0, 0, 0, 0, 0, size]);
  const wanted = createHash('sha256').update(length(9)).update('meta.json').update(length(2)).update('{}').digest('hex');
  assert.equal(hash, `sha256:${wanted}`);
});

test('what to look at first', async () => {
  const concerns = await concernsIn({
    'meta.json': '{}',
    'app/custom/train.csv': 'a,b',
    'app/custom/net.py': 'import torch\n# nothing\ntoken = "hf_abcdefghijklmnopqrstuvwxyzABCDEFGH"\n',
    'app/custom/scan': new Uint8Array([...new Uint8Array(128), ...Buffer.from('DICM')]),
    'app/custom/id_rsa': 'x',
    'app/custom/__pycache__/net.cpython-311.pyc': 'x',
    'app/custom/__pycache__/a.cpython-311.pyc': 'x',
    'app/config/.env': 'A=1',
    'app/config/.env.example': 'A=',
    '.git/HEAD': 'x',
    '.git/objects/aa/bb': 'x',
    '.gitignore': '*.pyc',
    'app/.__nvfl_sig.json': '{}',
  });
  assert.deepEqual(told(concerns), [
    'secret app/custom/id_rsa',
    'secret app/custom/net.py:3',
    'environment app/config/.env',
    'data app/custom/scan',
    'data app/custom/train.csv',
    'repository .git/ (2)',
    'cache app/custom/__pycache__/ (2)',
    'signature app/.__nvfl_sig.json',
  ]);
});

test('a secret in a folder of tools is told of all the same', async () => {
  const key = '-----BEGIN OPENSSH PRIVATE KEY-----\nabc\n';
  assert.deepEqual(told(await concernsIn({ '.git/hooks/deploy': key })), ['secret .git/hooks/deploy:1', 'repository .git/ (1)']);
});

test('links, folders that cannot be read, and large files', async () => {
  const options = {
    folderLinks: ['app/data'],
    unreadable: { 'app/closed': 'permission denied', 'app/secret.txt': 'permission denied' },
  };
  const tree = { 'meta.json': '{}', 'app/closed/a.txt': 'x', 'app/secret.txt': 'x', 'app/big.txt': 'x'.repeat(2000) };
  const concerns = await concernsIn(tree, options, 1000);
  assert.deepEqual(told(concerns), ['stops app/closed/ (0)', 'stops app/secret.txt', 'large app/big.txt', 'link app/data/ (0)']);
  const { hash } = await readPack(memoryFileSystem(tree, options), '', { name: 'demo' });
  assert.equal(hash, undefined);
});

test('files too large to be read leave the hash open', async () => {
  const pack = await readPack(memoryFileSystem({ 'a.bin': 'x'.repeat(100) }), '', { name: 'demo', largestRead: 50 });
  assert.deepEqual([pack.hash, pack.entries[0]?.size], [undefined, 100]);
});

test('kinds of data by name and by content', () => {
  const names = [
    'a.CSV',
    'b.nii.gz',
    'c.dcm',
    'd.tar.gz',
    'e.pt',
    'f.pkl',
    'g.npz',
    'h.sqlite',
    'i.py',
    'j.json',
    'k.txt',
    'l.md',
    'm.yaml',
  ];
  assert.deepEqual(
    names.map((name) => kindOfName(name) ?? '-'),
    ['table', 'nifti', 'dicom', 'archive', 'weights', 'pickle', 'array', 'database', '-', '-', '-', '-', '-'],
  );
  const head = (text: string) => kindOfBytes(Buffer.from(text, 'latin1'));
  assert.deepEqual(
    ['\x89PNG\r\n', 'PK\x03\x04', '\x80\x04\x95abc', 'PAR1', 'import os', ''].map((text) => head(text) ?? '-'),
    ['image', 'archive', 'pickle', 'table', '-', '-'],
  );
});

test('texts that are secrets, and texts that are none', () => {
  const secrets = [
    '-----BEGIN RSA PRIVATE KEY-----',
    'AKIAIOSFODNN7EXAMPLE',
    `ghp_${'a1'.repeat(18)}`,
    `glpat-${'x'.repeat(20)}`,
  ];
  assert.ok(secrets.every((text) => secretIn(`x = "${text}"`)));
  const others = [
    '-----BEGIN CERTIFICATE-----',
    'pad_token = "[PAD]"',
    'sk-learn',
    'hf_model',
    'AKIA',
    'https://huggingface.co/hf_org',
  ];
  assert.deepEqual(
    others.filter((text) => secretIn(text)),
    [],
  );
});

test('sizes for people', () => {
  assert.deepEqual([0, 1023, 1024, 1536, 200_000, 10 * 1024 * 1024, 3 * 1024 ** 3].map(sizeText), [
    '0 B',
    '1023 B',
    '1 KB',
    '1.5 KB',
    '195 KB',
    '10 MB',
    '3 GB',
  ]);
});
