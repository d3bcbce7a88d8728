// One mistake of an author is told once, at its cause: what only follows from it would send the reader to the wrong place.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze } from '../../../src/core/analyze';
import { ALL_RULES } from '../../support/all-rules';
import { exampleJob, HEALTHY } from '../../support/example-job';

const META = 'meta.json';
const SERVER = 'app/config/config_fed_server.json';
const CLIENT = 'app/config/config_fed_client.json';
const TRAINER = 'nvflare.app_common.np.np_trainer.NPTrainer';

/** Each writes something else in one place of a healthy job. */
const MISTAKES: readonly {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly codes: readonly string[];
  /** What the first fix of the first finding is called. */
  readonly fix?: string;
}[] = [
  { file: META, from: '"app"', to: '"App"', codes: ['apps/missing'], fix: 'Rename to "app"' },
  { file: META, from: '"app"', to: '"jobs/app"', codes: ['apps/missing', 'deploy-map/invalid-app-name'], fix: 'Rename to "app"' },
  { file: CLIENT, from: '["train"]', to: '"train"', codes: ['tasks/not-a-list'], fix: 'Make it a list' },
  { file: CLIENT, from: '"tasks"', to: '"task"', codes: ['tasks/not-a-list'], fix: 'Rename to "tasks"' },
  { file: CLIENT, from: '"executors"', to: '"executor"', codes: ['config/nothing-to-run', 'config/misspelt-section'] },
  { file: SERVER, from: '"workflows"', to: '"workflow"', codes: ['config/nothing-to-run', 'config/misspelt-section'] },
  { file: CLIENT, from: 'nvflare.', to: 'nvflar.', codes: ['classes/module-elsewhere'], fix: `Change to "${TRAINER}"` },
  { file: CLIENT, from: '.NPTrainer"', to: '"', codes: ['classes/not-in-nvflare'], fix: `Change to "${TRAINER}"` },
  { file: CLIENT, from: '.NPTrainer"', to: ':NPTrainer"', codes: ['classes/not-in-nvflare'], fix: `Change to "${TRAINER}"` },
  {
    file: CLIENT,
    from: TRAINER,
    to: 'nvflare/app_common/np/np_trainer.py',
    codes: ['components/no-class'],
    fix: `Change to "${TRAINER}"`,
  },
  { file: CLIENT, from: '"path"', to: '"class"', codes: ['components/no-class'], fix: 'Rename to "path"' },
  { file: SERVER, from: '"persistor_id": "persistor"', to: '"persistor_id": "persister"', codes: ['ids/unknown'] },
  { file: SERVER, from: '"persistor_id": "persistor"', to: '"persistor_id": "aggregator"', codes: ['ids/wrong-kind'] },
  { file: SERVER, from: '"num_rounds": 2', to: '"num_rounds": "{rounds}"', codes: ['variables/undefined'] },
  {
    file: SERVER,
    from: '"id": "aggregator",\n',
    to: '\n',
    codes: ['ids/unknown', 'components/no-id', 'pack/cannot-be-packed'],
  },
  {
    file: SERVER,
    from: '"train_task_name": "train"',
    to: '"train_task_name": "learning"',
    codes: ['tasks/no-executor', 'tasks/never-sent'],
  },
];

for (const { file, from, to, codes, fix } of MISTAKES) {
  test(`${to} in the place of ${from} is told as ${codes.join(' and ')}`, () => {
    const text = HEALTHY[file] ?? '';
    assert.ok(text.includes(from));
    const { sources, target } = exampleJob(`--- ${file}\n${text.replace(from, to)}`);
    const { findings } = analyze(sources, { target, ...ALL_RULES });
    assert.deepEqual(findings.map(({ code }) => code).sort(), [...codes].sort());
    const [first] = findings.filter(({ code }) => code === codes[0]);
    if (fix !== undefined) assert.equal(first?.fixes[0]?.title, fix);
  });
}

test('a component without an id is given the one that is asked for', () => {
  const { sources, target } = exampleJob(`--- ${SERVER}\n${(HEALTHY[SERVER] ?? '').replace('"id": "aggregator",', '')}`);
  const { findings } = analyze(sources, { target, ...ALL_RULES });
  const titles = findings
    .filter(({ code }) => code === 'components/no-id')
    .flatMap(({ fixes }) => fixes.map(({ title }) => title));
  assert.deepEqual(titles, ['Give it the id "aggregator"']);
});
