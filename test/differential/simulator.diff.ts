// What only a run shows: NVFLARE's simulator runs jobs that are right, and the same jobs with one fault that is an error to us. Only in the
// full run, because each takes some ten seconds.
//   FLARE_JOBS_PYTHON=/path/to/python   an interpreter with nvflare
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze } from '../../src/core/analyze';
import { NEWEST } from '../../src/core/job/release';
import { ALL_RULES } from '../support/all-rules';
import { sourcesOf } from '../support/example-job';
import { wholeJobs } from './config-jobs';
import { PYTHON } from './oracle-client';
import { type Simulation, simulate } from './simulate';

const HOW: Simulation = { python: PYTHON, clients: ['site-1', 'site-2'], mostSeconds: 120 };

type Files = ReadonlyMap<string, string>;

interface Fault {
  readonly file: 'server' | 'client';
  readonly from: string;
  readonly to: string;
  readonly code: string;
  /** What the log then says. */
  readonly says: RegExp;
}

const NUMPY = filesOf('hello-numpy');
const STATISTICS = filesOf('statistics of tables');

const CASES: readonly { readonly name: string; readonly files: Files; readonly faults: readonly Fault[] }[] = [
  {
    name: 'scatter and gather',
    files: NUMPY,
    faults: [
      {
        file: 'client',
        from: '["train"]',
        to: '["trian"]',
        code: 'tasks/no-executor',
        says: /no executor available for task train/,
      },
      { file: 'client', from: 'NPTrainer"', to: 'NPTriner"', code: 'classes/not-in-nvflare', says: /NPTriner/ },
      { file: 'client', from: '"sleep_time"', to: '"sleeptime"', code: 'arguments/unknown', says: /sleeptime/ },
      {
        file: 'server',
        from: '"aggregator_id": "aggregator"',
        to: '"aggregator_id": "agregator"',
        code: 'ids/unknown',
        says: /aggregator agregator must be/,
      },
      {
        file: 'server',
        from: '"persistor_id": "persistor"',
        to: '"persistor_id": "aggregator"',
        code: 'ids/wrong-kind',
        says: /[Pp]ersistor|learnable/,
      },
      {
        file: 'server',
        from: '"format_version": 2',
        to: '"format_version": 3',
        code: 'config/format-version',
        says: /format_version/,
      },
    ],
  },
  {
    name: 'statistics',
    files: STATISTICS,
    faults: [
      {
        file: 'client',
        from: '"generator_id": "generator"',
        to: '"generator_id": "generater"',
        code: 'ids/unknown',
        says: /NoneType must implement .*Statistics/,
      },
    ],
  },
];

for (const { name, files, faults } of CASES) {
  test(`${name}: runs as it is, and has no errors`, { timeout: 300_000 }, async () => {
    assert.deepEqual(errorsIn(files), []);
    await simulate(files, HOW, ({ status, log }) => {
      assert.equal(status, 0, log);
      assert.deepEqual(
        log.split('\n').filter((line) => line.includes(' - ERROR - ')),
        [],
      );
    });
  });

  for (const { file, from, to, code, says } of faults) {
    test(`${name}: ${code}, ${to}`, { timeout: 300_000 }, async () => {
      const path = `app/config/config_fed_${file}.json`;
      const text = files.get(path) ?? '';
      assert.ok(text.includes(from), `${path} has no ${from}`);
      const faulty = new Map([...files, [path, text.replace(from, () => to)]]);
      assert.ok(errorsIn(faulty).includes(code), errorsIn(faulty).join(', '));
      await simulate(faulty, HOW, ({ status, log }) => {
        // A client that cannot be configured leaves the simulator's exit code at 0; its log says what happened.
        assert.ok(status !== 0 || / - (?:ERROR|CRITICAL) - |Traceback/.test(log), 'nothing failed');
        assert.match(log, says);
      });
    });
  }
}

function filesOf(name: string): Files {
  const job = wholeJobs().find((each) => each.name === name);
  assert.ok(job, `there is no job ${name}`);
  const texts = [...job.sources.texts].flatMap(([path, source]) =>
    source.kind === 'text' ? [[path, source.text] as const] : [],
  );
  return new Map(texts);
}

function errorsIn(files: Files): readonly string[] {
  const { findings } = analyze(sourcesOf('job', files), { target: NEWEST, ...ALL_RULES });
  return findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}
