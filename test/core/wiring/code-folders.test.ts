import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hoverAt } from '../../../src/core/assist/hover/hover';
import { outsideDefinitionAt } from '../../../src/core/assist/outside-code';
import { loadJob } from '../../../src/core/job/load';
import { NEWEST } from '../../../src/core/job/release';
import { analyzeWithCode } from '../../../src/core/wiring/analyze-with-code';
import { ALL_RULES } from '../../support/all-rules';
import { HEALTHY } from '../../support/example-job';
import { type MemoryTree, memoryFileSystem } from '../../support/memory-file-system';

const NAMES = ['lib', 'more'];
const FILE = 'app/config/config_fed_client.json';

/** The findings about classes and arguments of a job whose executor has this path and these arguments, with folders of code beside it. */
async function check(path: string, code: MemoryTree, args: object = { epochs: 1 }, names: readonly string[] = NAMES) {
  const config = JSON.stringify({
    format_version: 2,
    executors: [{ tasks: ['train'], executor: { path, args } }],
    components: [],
  });
  const own = Object.entries({ ...HEALTHY, [FILE]: config }).map(([file, text]) => [`job/${file}`, text] as const);
  const fs = memoryFileSystem({ ...Object.fromEntries(own), ...code });
  const codeFolders = names.map((name) => ({ folder: name, written: `../${name}` }));
  const analysis = await analyzeWithCode(fs, await loadJob(fs, 'job'), { target: NEWEST, ...ALL_RULES, codeFolders });
  const found = analysis.findings.filter(({ code: rule }) => /^(?:arguments|classes)\//.test(rule));
  return {
    analysis,
    config,
    codes: found.map((finding) => finding.code),
    messages: found.map(({ message }) => message),
    read: fs.asked
      .filter((file) => /(?:^|\/)(?:lib|more)\//.test(file))
      .map((file) => file.replace(/^.*\/(?=(?:lib|more)\/)/, '')),
  };
}

const TRAINER = `from nvflare.apis.executor import Executor
class Trainer(Executor):
    def __init__(self, epochs, rate=0.1):
        super().__init__()
`;

test('a class in a folder of code has the signature that its text says', async () => {
  const lib = { 'lib/ours/trainer.py': TRAINER };
  assert.deepEqual((await check('ours.trainer.Trainer', lib)).codes, []);
  assert.deepEqual((await check('ours.trainer.Trainer', lib, { epochs: 1, rat: 1 })).messages, [
    'Trainer has no argument "rat"; is "rate" meant?',
  ]);
  assert.deepEqual((await check('ours.trainer.Trainer', lib, {})).codes, ['arguments/missing']);
});

test('nothing is said of the same class where no setting names the folder', async () => {
  const found = await check('ours.trainer.Trainer', { 'lib/ours/trainer.py': TRAINER }, { nothing: 1 }, []);
  assert.deepEqual([found.codes, found.read], [[], []]);
});

test('a class that a module of a folder of code does not have is an error, and a better name is offered', async () => {
  const { codes, messages, analysis } = await check('ours.trainer.Trainr', { 'lib/ours/trainer.py': TRAINER });
  assert.deepEqual(codes, ['classes/not-in-custom-code']);
  assert.deepEqual(messages, ['../lib/ours/trainer.py has no "Trainr"; is "Trainer" meant?']);
  const finding = analysis.findings.find(({ code }) => code === 'classes/not-in-custom-code');
  assert.deepEqual([finding?.related ?? [], finding?.fixes.length], [[], 1]);
});

test('a class of the wrong kind is one, wherever its code lies', async () => {
  const filter = 'from nvflare.apis.filter import Filter\nclass F(Filter):\n    def __init__(self, epochs): pass\n';
  assert.deepEqual((await check('ours.F', { 'lib/ours.py': filter })).codes, ['classes/wrong-kind']);
});

test('a module that is in none of the folders stays unknown', async () => {
  assert.deepEqual((await check('theirs.trainer.Trainer', { 'lib/ours/trainer.py': TRAINER }, { any: 1 })).codes, []);
  assert.deepEqual((await check('ours.Trainer', {}, { any: 1 })).codes, [], 'the folders are not there');
  assert.deepEqual((await check('ours.Trainer', { 'lib/ours/trainer.py': TRAINER }, { any: 1 })).codes, [], 'a bare folder');
});

test('no path leads out of the folders', async () => {
  const tree = { 'secret.py': TRAINER, 'lib/a.py': '' };
  assert.deepEqual((await check('../secret.Trainer', tree, { any: 1 })).read, []);
});

test('bases are followed from custom code into the folders, through re-exports, and only their files are read', async () => {
  const { codes, read } = await check(
    'mine.Trainer',
    {
      'job/app/custom/mine.py': 'import numpy\nfrom ours import Base\nclass Trainer(Base): pass\n',
      'lib/ours/__init__.py': 'import torch\nfrom .trainer import Trainer as Base\nfrom .other import thing\n',
      'lib/ours/trainer.py': TRAINER,
      'lib/ours/other.py': 'thing = 1\n',
      'lib/unrelated.py': 'class Unrelated: pass\n',
    },
    { epoch: 1 },
  );
  assert.deepEqual(codes, ['arguments/missing', 'arguments/unknown']);
  assert.deepEqual(read, ['lib/ours/__init__.py', 'lib/ours/trainer/__init__.py', 'lib/ours/trainer.py']);
});

test('the code of the app comes first, then the folders in their order', async () => {
  const other = TRAINER.replace('epochs', 'rounds');
  const codes = async (tree: MemoryTree) => (await check('ours.Trainer', tree)).codes;
  assert.deepEqual(await codes({ 'lib/ours.py': TRAINER, 'more/ours.py': other }), []);
  assert.deepEqual(await codes({ 'more/ours.py': TRAINER }), []);
  assert.deepEqual(await codes({ 'job/app/custom/ours.py': TRAINER, 'lib/ours.py': other }), []);
  const hidden = { 'job/app/custom/pkg/__init__.py': '', 'lib/pkg/ours.py': other };
  assert.deepEqual((await check('pkg.ours.Trainer', hidden)).codes, [], "the app's own package hides that of the folder");
  const first = { 'lib/pkg/__init__.py': '', 'more/pkg/ours.py': other };
  assert.deepEqual((await check('pkg.ours.Trainer', first)).codes, [], 'so does a package of an earlier folder');
});

test('a class and its parameter lead into the folder, and the hover says where it is', async () => {
  const { analysis, config } = await check('ours.Trainer', { 'lib/ours.py': TRAINER });
  const at = (text: string) => outsideDefinitionAt(analysis, FILE, config.indexOf(text) + 1);
  const shown = (text: string) => {
    const found = at(text);
    assert.ok(found);
    return [found.module.file, TRAINER.slice(found.range.start, found.range.end)];
  };
  assert.equal(shown('ours.Trainer')[0], 'lib/ours.py');
  assert.match(shown('ours.Trainer')[1] ?? '', /Trainer/);
  assert.match(shown('epochs')[1] ?? '', /^epochs/);
  assert.equal(at('train"'), undefined);
  const hover = hoverAt(analysis, FILE, config.indexOf('ours.Trainer') + 1)?.paragraphs.join('\n') ?? '';
  assert.match(hover, /executor of the code that `codeFolders` names/);
  assert.match(hover, /Defined in `\.\.\/lib\/ours\.py`/);
});
