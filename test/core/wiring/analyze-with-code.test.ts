import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadJob } from '../../../src/core/job/load';
import { NEWEST } from '../../../src/core/job/release';
import { analyzeWithCode } from '../../../src/core/wiring/analyze-with-code';
import { ALL_RULES } from '../../support/all-rules';
import { HEALTHY } from '../../support/example-job';
import { type MemoryTree, memoryFileSystem } from '../../support/memory-file-system';

const CLIENT = (path: string) =>
  JSON.stringify({
    format_version: 2,
    executors: [{ tasks: ['train'], executor: { path, args: { epochs: 1 } } }],
    components: [],
  });

/** A job with more code than its configurations name. */
function jobWith(path: string, code: MemoryTree): MemoryTree {
  const others = Array.from({ length: 30 }, (_, i) => [`job/app/custom/other_${i}.py`, 'class Other: pass\n'] as const);
  const own = [...Object.entries(HEALTHY), ['app/config/config_fed_client.json', CLIENT(path)] as const];
  return Object.fromEntries([...own.map(([file, text]) => [`job/${file}`, text] as const), ...others, ...Object.entries(code)]);
}

async function codeRead(tree: MemoryTree) {
  const fs = memoryFileSystem(tree);
  const analysis = await analyzeWithCode(fs, await loadJob(fs, 'job'), { target: NEWEST, ...ALL_RULES });
  const read = fs.asked.filter((file) => file.endsWith('.py')).map((file) => file.slice(file.lastIndexOf('custom/') + 7));
  return { read, codes: analysis.findings.map(({ code }) => code) };
}

const TRAINER = 'from nvflare.app_common.np.np_trainer import NPTrainer\nfrom base import Base\n\nclass Trainer(Base): pass\n';
const BASE =
  'from nvflare.app_common.np.np_trainer import NPTrainer\n\nclass Base(NPTrainer):\n    def __init__(self, epochs): pass\n';

test('only the code that configurations name is read, and what that imports, each once', async () => {
  const tree = jobWith('trainer.Trainer', { 'job/app/custom/trainer.py': TRAINER, 'job/app/custom/base.py': BASE });
  const { read, codes } = await codeRead(tree);
  assert.deepEqual(read, ['trainer.py', 'base.py']);
  assert.deepEqual(
    codes.filter((code) => /^(?:arguments|classes)\//.test(code)),
    [],
  );
});

test('what the code says is known then', async () => {
  const base = BASE.replace('epochs', 'rounds');
  const { codes } = await codeRead(
    jobWith('trainer.Trainer', { 'job/app/custom/trainer.py': TRAINER, 'job/app/custom/base.py': base }),
  );
  assert.ok(codes.includes('arguments/unknown') && codes.includes('arguments/missing'), codes.join());
});

test('no code is read for a job that names none of its own', async () => {
  const tree = jobWith('nvflare.app_common.np.np_trainer.NPTrainer', {});
  assert.deepEqual((await codeRead(tree)).read, []);
});
