import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listModules } from '../../../src/core/complete/index';
import { accepted, caretIn, completionsFor } from '../../support/completing';
import { memoryFileSystem } from '../../support/memory-file-system';
import { ENDINGS, FORMAT_NAMES, textIn } from '../../support/three-formats';

const TRAINER = `from nvflare.apis.executor import Executor
class Trainer(Executor):
    def __init__(self, epochs: int, rate=0.1): ...
`;

const FOLDERS = [{ folder: 'lib', written: '../lib' }];

test('the modules of folders of code, without those that are tests or belong to tools', async () => {
  const fs = memoryFileSystem({
    'lib/ours/__init__.py': '',
    'lib/ours/trainer.py': TRAINER,
    'lib/ours/data/read.py': '',
    'lib/single.py': '',
    'lib/tests/helper.py': '',
    'lib/ours/test_trainer.py': '',
    'lib/node_modules/x.py': '',
    'lib/my-script.py': '',
    'more/ours/late.py': '',
    'more/other.py': '',
  });
  const found = await listModules(fs, [...FOLDERS, { folder: 'more', written: '../more' }, { folder: 'gone', written: 'gone' }]);
  assert.deepEqual(
    [...found].map(([module, what]) => (what === 'folder' ? `${module}/` : `${module} ${what.shown}`)),
    [
      'ours ../lib/ours/__init__.py',
      'single ../lib/single.py',
      'ours.data/',
      'ours.trainer ../lib/ours/trainer.py',
      'ours.data.read ../lib/ours/data/read.py',
      'other ../more/other.py',
    ],
  );
});

for (const format of FORMAT_NAMES) {
  test(`a class of a folder of code is offered with its arguments, ${format}`, async () => {
    const folders = await listModules(memoryFileSystem({ 'lib/ours/trainer.py': TRAINER }), FOLDERS);
    const file = 'app/config/config_fed_client';
    const json = '{"format_version": 2, "executors": [{"tasks": ["train"], "executor": {"path": "ours.tr|"}}]}';
    const caret = caretIn(`--- !${file}.json\n--- ${file}${ENDINGS[format]}\n${textIn(format, json)}`);
    const [first] = completionsFor(caret, [], folders).items;
    assert.equal(first?.label, 'Trainer');
    const expected = textIn(
      format,
      '{"format_version": 2, "executors": [{"tasks": ["train"], "executor": {"path": "ours.trainer.Trainer", "args": {"epochs": 1}}}]}',
    );
    assert.equal(accepted(caret.text, first), expected.trimEnd());
  });
}
