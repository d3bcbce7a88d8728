import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookupClass, lookupShortName } from '../../../src/core/catalog/catalog';
import { openClasses } from '../../../src/core/installed/classes/index';
import { loadJob } from '../../../src/core/job/load';
import { NEWEST } from '../../../src/core/job/release';
import { analyzeWithCode, wiringPart } from '../../../src/core/wiring/index';
import { META_RULES } from '../../support/all-rules';
import { ALL_CATALOGS, HISTORY } from '../../support/catalogs';
import { HEALTHY } from '../../support/example-job';
import { installedPackage, PACKAGE } from '../../support/installed-package';
import { type MemoryTree, memoryFileSystem } from '../../support/memory-file-system';

const NEAREST = ALL_CATALOGS.get('2.9');

/** What a test's job runs, beside what it says itself. */
interface Runs {
  readonly executor?: object;
  readonly tasks?: readonly string[];
  readonly workflow?: object;
  readonly components?: readonly object[];
  readonly filter?: object;
  readonly custom?: string;
}

const TRAINER = { path: 'nvflare.app_common.executors.Trainer', args: { epochs: 1 } };
const ROUNDS = { path: 'nvflare.app_common.workflow.Rounds' };
const STORE = { id: 'store', path: 'nvflare.app_common.stores.Store' };

/** What is said of a job that is checked with an installed package. */
async function check(runs: Runs, files: MemoryTree = {}, version = '2.10.0.dev1') {
  const { executor = TRAINER, workflow = ROUNDS, components = [STORE], tasks = ['train'], filter, custom = 'a = 1\n' } = runs;
  const server = { format_version: 2, workflows: [workflow], components };
  const client = {
    format_version: 2,
    executors: [{ tasks, executor }],
    ...(filter && { task_result_filters: [{ tasks: ['train'], filters: [filter] }] }),
  };
  const fs = memoryFileSystem({
    ...Object.fromEntries(Object.entries(HEALTHY).map(([file, text]) => [`job/${file}`, text])),
    'job/app/config/config_fed_server.json': JSON.stringify(server),
    'job/app/config/config_fed_client.json': JSON.stringify(client),
    'job/app/custom/mine.py': custom,
    ...installedPackage(files),
  });
  assert.ok(NEAREST);
  const installed = await openClasses({ fs, folder: PACKAGE, version, nearest: NEAREST, pause: () => Promise.resolve() });
  const wiring = wiringPart(new Map([['2.9', installed.catalog]]), HISTORY);
  const options = { ...META_RULES, target: NEWEST, wiring, learning: installed };
  const { findings } = await analyzeWithCode(fs, await loadJob(fs, 'job'), options);
  const prefix = `${PACKAGE}/`;
  const read = new Set(
    fs.asked.filter((path) => path.includes(prefix)).map((path) => path.slice(path.indexOf(prefix) + prefix.length)),
  );
  return {
    codes: findings.map(({ code }) => code).filter((code) => !/^(?:meta|apps)\//.test(code)),
    messages: findings.map(({ message }) => message),
    errors: findings.filter(({ severity }) => severity === 'error').map(({ message }) => message),
    read,
    catalog: installed.catalog,
  };
}

test('classes that only the installed package has are known, with all that is said of classes', async () => {
  assert.deepEqual((await check({})).codes, []);
  const { messages } = await check({ executor: { ...TRAINER, args: { epoch: 1 } } });
  assert.deepEqual(messages, ['Trainer needs the argument "epochs"', 'Trainer has no argument "epoch"; is "epochs" meant?']);
});

test('a class that the nearest release has and the installed package has not is an error', async () => {
  const gone = 'nvflare.app_common.np.np_trainer.NPTrainer';
  const { codes, messages } = await check({ executor: { path: gone } });
  assert.ok(lookupClass(NEAREST as never, gone));
  assert.deepEqual(codes, ['classes/not-in-nvflare']);
  assert.match(
    messages[0] ?? '',
    /^in NVFLARE 2\.10\.0\.dev1 \(installed\) there is no module nvflare\.app_common\.np\.np_trainer/,
  );
});

test('an argument that the installed package takes is no error, whatever the nearest release says', async () => {
  const scatter = 'nvflare.app_common.workflows.scatter_and_gather.ScatterAndGather';
  const files = {
    'app_common/workflows/__init__.py': '',
    'app_common/workflows/scatter_and_gather.py': `from nvflare.app_common.workflow import Rounds
class ScatterAndGather(Rounds):
    def __init__(self, warmup, **kwargs):
        super().__init__(**kwargs)
`,
  };
  assert.deepEqual((await check({ workflow: { path: scatter, args: { warmup: 3, num_rounds: 2 } } }, files)).codes, []);
  const old = await check({ workflow: { path: scatter, args: { min_clients: 1 } } }, files);
  assert.deepEqual(old.codes, ['arguments/missing', 'arguments/unknown']);
});

test('the kind of component that an id asks for is that of the installed package', async () => {
  const filter = { id: 'store', path: 'nvflare.apis.filter.Filter' };
  assert.deepEqual((await check({ components: [filter] })).codes, ['ids/wrong-kind']);
  assert.deepEqual((await check({ components: [] })).codes, ['ids/default-missing']);
  const workflow = { ...ROUNDS, args: { store_id: 'stor' } };
  assert.deepEqual((await check({ workflow })).errors.length, 1);
  const subclass = 'from nvflare.app_common.stores import Store\nclass Disk(Store):\n    pass\n';
  assert.deepEqual((await check({ components: [{ id: 'store', path: 'mine.Disk' }], custom: subclass })).codes, []);
});

test('a class that moved is still of its kind', async () => {
  const moved = {
    'apis/executor.py': 'from nvflare.apis.new_executor import Executor\n',
    'apis/new_executor.py': `from .fl_component import FLComponent
class Executor(FLComponent):
    pass
`,
  };
  assert.deepEqual((await check({}, moved)).codes, []);
  const custom = 'from nvflare.apis.executor import Executor\nclass Mine(Executor):\n    pass\n';
  assert.deepEqual((await check({ executor: { path: 'mine.Mine' }, custom }, moved)).codes, []);
  assert.deepEqual((await check({ filter: TRAINER }, moved)).codes, ['classes/wrong-kind']);
});

test('tasks are those that the installed classes send and do', async () => {
  assert.deepEqual((await check({ tasks: ['validate'] })).codes, ['tasks/never-sent', 'tasks/no-executor']);
  const other = await check({ workflow: { ...ROUNDS, args: { task_name: 'learn' } }, tasks: ['learn'] });
  assert.deepEqual(other.codes, ['tasks/not-handled']);
});

test('what is re-exported is found where it is, and a near name is offered', async () => {
  const files = { 'app_common/api.py': 'from .executors import Trainer as Worker\nfrom .executors import *\n' };
  assert.deepEqual((await check({ executor: { ...TRAINER, path: 'nvflare.app_common.api.Worker' } }, files)).codes, []);
  assert.deepEqual((await check({ executor: { ...TRAINER, path: 'nvflare.app_common.api.Trainer' } }, files)).codes, []);
  const { messages } = await check({ executor: { ...TRAINER, path: 'nvflare.app_common.executors.Trainr' } });
  assert.match(messages[0] ?? '', /is "nvflare\.app_common\.executors\.Trainer" meant\?/);
});

test('what cannot be read is unknown, never missing', async () => {
  const odd: MemoryTree = {
    'compiled.cpython-312-x86_64-linux-gnu.so': 'x',
    'folder/inside.py': 'from nvflare.apis.executor import Executor\nclass Here(Executor):\n    pass\n',
    'broken.py': new Uint8Array([0xff, 0xfe, 0x41]),
    'computed.py': 'def __getattr__(name):\n    return make(name)\n',
    'stars.py': 'from elsewhere import *\n',
    'paths/__init__.py': 'import pkgutil\n__path__ = pkgutil.extend_path(__path__, __name__)\n',
  };
  for (const path of ['compiled.A', 'folder.inside.Here', 'broken.A', 'computed.A', 'stars.A', 'paths.other.A'])
    assert.deepEqual((await check({ executor: { path: `nvflare.${path}` } }, odd)).errors, [], path);
  assert.equal((await check({ executor: { path: 'nvflare.folder.inside.There' } }, odd)).errors.length, 1);
});

test('names without a path are looked up in the table of the installed package', async () => {
  const table = JSON.stringify({ Trainer: ['nvflare.app_common.executors'] });
  const files = { 'fuel/utils/component_classes.json': table };
  assert.deepEqual((await check({ executor: { name: 'Trainer', args: { epochs: 1 } } }, files)).codes, []);
  assert.deepEqual((await check({ executor: { name: 'NPTrainer' } }, files)).codes, ['classes/bad-name']);
  for (const odd of [{}, { 'fuel/utils/component_classes.json': '[1' }])
    assert.deepEqual((await check({ executor: { name: 'NPTrainer' } }, odd)).codes, []);
  const { catalog } = await check({}, files);
  assert.deepEqual(lookupShortName(catalog, 'Trainer'), ['nvflare.app_common.executors.Trainer']);
});

test('only the modules are read that the classes of the job need', async () => {
  const files = { 'app_common/other.py': 'class Other:\n    pass\n', 'app_opt/__init__.py': '', 'app_opt/pt.py': 'x = 1\n' };
  const { read } = await check({}, files);
  assert.ok(read.has('app_common/executors.py') && read.has('apis/fl_component.py') && read.has('app_common/constants.py'));
  assert.deepEqual(
    [...read].filter((path) => /other|app_opt/.test(path)),
    [],
  );
});
