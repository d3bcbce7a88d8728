import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nvflareNameAt } from '../../../src/core/assist/installed-class';
import { placeInPackage } from '../../../src/core/installed/place-in-package';
import { memoryFileSystem } from '../../support/memory-file-system';
import { wiredJob } from '../../support/wired-job';

const PACKAGE = {
  'nvflare/app_common/np/np_trainer.py': `from nvflare.apis.executor import Executor

class NPTrainer(Executor):
    def __init__(self, delta=1, sleep_time=0):
        pass
`,
  'nvflare/app_common/workflows/fedavg.py': `class FedAvg(BaseFedAvg):
    def __init__(self, *args, stop_cond=None, **kwargs):
        super().__init__(*args, **kwargs)
`,
  'nvflare/app_common/workflows/base_fedavg.py': `class BaseFedAvg(ModelController):
    def __init__(self, *args, num_clients: int = 3, **kwargs):
        pass
`,
};

async function find(classes: readonly string[], parameter?: string): Promise<string | undefined> {
  const place = await placeInPackage(memoryFileSystem(PACKAGE), 'nvflare', { classes, parameter });
  return place && `${place.file}: ${place.text.slice(place.range.start, place.range.end)}`;
}

test('a class and its parameter are found in the package', async () => {
  const trainer = 'nvflare.app_common.np.np_trainer.NPTrainer';
  assert.equal(await find([trainer]), 'nvflare/app_common/np/np_trainer.py: NPTrainer');
  assert.equal(await find([trainer], 'sleep_time'), 'nvflare/app_common/np/np_trainer.py: sleep_time');
});

test('a parameter is found where a class above declares it, and the class where none does', async () => {
  const classes = [
    'nvflare.app_common.workflows.fedavg.FedAvg',
    'nvflare.app_common.workflows.base_fedavg.BaseFedAvg',
    'abc.ABC',
  ];
  assert.equal(await find(classes, 'num_clients'), 'nvflare/app_common/workflows/base_fedavg.py: num_clients');
  assert.equal(await find(classes, 'persistor_id'), 'nvflare/app_common/workflows/fedavg.py: FedAvg');
});

test('what the package does not have leads nowhere', async () => {
  assert.equal(await find(['nvflare.app_common.np.np_trainer.Other']), undefined);
  assert.equal(await find(['nvflare.gone.Class']), undefined);
  assert.equal(await find(['torch.nn.Module']), undefined);
});

test('a configuration names classes of NVFLARE and their parameters', () => {
  const job = wiredJob(`
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": {
  "path": "<|nvflare.app_common.np.np_trainer.NPTrainer|>", "args": { "<|sleep_time|>": 1 } } }] }`);
  const [path, argument] = job.marks;
  const at = (mark: (typeof job.marks)[number] | undefined) => nvflareNameAt(job, mark?.file ?? '', (mark?.start ?? 0) + 2);
  assert.equal(at(path)?.classes[0], 'nvflare.app_common.np.np_trainer.NPTrainer');
  assert.ok(at(path)?.classes.includes('nvflare.apis.executor.Executor'));
  assert.equal(at(path)?.parameter, undefined);
  assert.equal(at(argument)?.parameter, 'sleep_time');
  assert.equal(nvflareNameAt(job, 'app/config/config_fed_client.json', 3), undefined);
});
