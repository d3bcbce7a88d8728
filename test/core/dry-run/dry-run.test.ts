import assert from 'node:assert/strict';
import { test } from 'node:test';
import { budgetText, durationText } from '../../../src/core/dry-run/budget';
import { dryRun } from '../../../src/core/dry-run/dry-run';
import { sequenceMermaid } from '../../../src/core/dry-run/mermaid';
import { outline } from '../../../src/core/dry-run/outline';
import { sequenceOf } from '../../../src/core/dry-run/sequence';
import { sequenceSvg } from '../../../src/core/dry-run/svg';
import { disagreement } from '../../support/event-order';
import { wiredJob } from '../../support/wired-job';

const WORKFLOWS = 'nvflare.app_common.workflows';

/** A job whose server has the workflows. */
function server(...workflows: readonly (readonly [path: string, args: Readonly<Record<string, unknown>>])[]): string {
  const list = workflows.map(([path, args], i) => ({ id: `w${i + 1}`, path, args }));
  return `
--- app/config/config_fed_server.json
${JSON.stringify({ format_version: 2, workflows: list })}`;
}

function play(source: string) {
  const { job, wiring } = wiredJob(source);
  assert.ok(wiring);
  return dryRun(job, wiring);
}

function steps(source: string): readonly string[] {
  return play(source).workflows.flatMap((run) => outline(run).map(({ depth, text }) => `${'  '.repeat(depth)}${text}`));
}

const SITES = `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server", "site-1", "site-2"] } }`;

const SAG = `${WORKFLOWS}.scatter_and_gather.ScatterAndGather`;

test('scatter and gather, by its arguments and the defaults of the release', () => {
  const args = { min_clients: 2, num_rounds: 5, start_round: 1, persistor_id: 'persistor', persist_every_n_rounds: 2 };
  assert.deepEqual(steps(SITES + server([SAG, args])), [
    'the server loads the initial model',
    'the server begins the workflow',
    'rounds 1 to 5',
    '  the server begins the round',
    '  the server sends train to all clients (site-1, site-2), until all have answered, or 10 s after 2 of them',
    '  the server aggregates the results',
    '  the server puts the result into the model',
    '  the server saves the model (every 2 rounds, and in the last round)',
    'the server ends the workflow',
  ]);
});

test('FedAvg draws clients where it asks for fewer', () => {
  const text = (num_clients: number) => steps(SITES + server([`${WORKFLOWS}.fedavg.FedAvg`, { num_clients }]))[4];
  assert.match(text(2) ?? '', /sends train to all clients \(site-1, site-2\), and waits until all of them have answered$/);
  assert.match(text(1) ?? '', /sends train to 1 client \(drawn anew each round if more are connected\),/);
});

test('events differ between releases', () => {
  const events = (target: string) =>
    play(`--- target ${target}${server([`${WORKFLOWS}.fedavg.FedAvg`, {}])}`)
      .workflows.flatMap((run) => outline(run))
      .flatMap((line) => line.events.flatMap((at) => at.events));
  assert.equal(events('2.6').includes('_round_started'), false);
  assert.equal(events('2.9').includes('_round_started'), true);
  assert.equal(events('2.8').includes('_after_aggregation'), false);
});

test('a relay goes from client to client', () => {
  const args = { num_rounds: 2, order: ['site-2', 'site-1'] };
  const source = SITES + server([`${WORKFLOWS}.cyclic_ctl.CyclicController`, args]);
  assert.match(
    steps(source)[3] ?? '',
    /^ {2}the server sends train to site-2, then site-1, one after another, each client has 10 s to fetch it$/,
  );
  assert.equal(
    sequenceMermaid(sequenceOf(play(source))),
    `sequenceDiagram
  participant p0 as server
  participant p1 as site-2
  participant p2 as site-1
  Note over p0,p2: w1 (CyclicController)
  Note over p0: load model
  loop rounds 0 to 1
    p0->>p1: train
    p1-->>p0: result
    p0->>p2: train
    p2-->>p0: result
    Note over p0: save model
  end
`,
  );
});

test('a workflow of the job itself is not played', () => {
  const { workflows, certain } = play(server(['mine.Flow', {}]));
  assert.deepEqual(
    workflows.map((run) => [run.className, run.steps]),
    [['Flow', undefined]],
  );
  assert.equal(certain, false);
  assert.match(sequenceSvg(sequenceOf({ sites: undefined, workflows, certain }), 'demo'), /w1 \(Flow\): order not known/);
});

test('a class of the job that inherits from a workflow may do otherwise', () => {
  const own = `${server(['mine.Flow', {}])}
--- app/custom/mine.py
from ${WORKFLOWS}.fedavg import FedAvg

class Flow(FedAvg):
    pass`;
  assert.equal(play(own).workflows[0]?.steps, undefined);
});

test('the time that settings allow', () => {
  const budget = (args: Readonly<Record<string, unknown>>) => {
    const found = play(server([SAG, args])).workflows[0]?.budget;
    return found && budgetText(found);
  };
  assert.equal(budget({ min_clients: 1, num_rounds: 5, train_timeout: 600 }), 'at most 50 min');
  assert.equal(
    budget({ min_clients: 1, num_rounds: 5 }),
    'no limit in all: train_timeout is 0, so a round waits until all have answered, or 10 s after 1 of them',
  );
});

test('durations in few words', () => {
  const texts = [90, 600, 6600, 7200, 7260, 190_800].map(durationText);
  assert.deepEqual(texts, ['90 s', '10 min', '110 min', '2 h', '2 h 1 min', '2 d 5 h']);
  // What is left out is never taken off a limit.
  const odd = [0.5, 200, 200.5, 7201, 187_201].map(durationText);
  assert.deepEqual(odd, ['0.5 s', '3 min 20 s', '3 min 21 s', '2 h 1 min', '2 d 5 h']);
});

test('a wait that the timeout cuts off is a contradiction', () => {
  const [run] = play(server([SAG, { min_clients: 1, train_timeout: 30, wait_time_after_min_received: 60 }])).workflows;
  assert.deepEqual(
    run?.contradictions.map(({ message, places }) => [message, places.length]),
    [
      [
        'the wait for late clients, wait_time_after_min_received (60 s), never comes to its end: the task itself ends after train_timeout (30 s)',
        2,
      ],
    ],
  );
});

test('a server that gives a task up before the process of an executor must be there', () => {
  const client = (timeout: number) => `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.executors.client_api_executor.ClientAPIExecutor",
  "args": { "execution_mode": "external_process", "command": "python train.py", "launch_timeout": ${timeout} } } }] }`;
  const contradictions = (timeout: number) =>
    play(server([SAG, { min_clients: 1, train_timeout: 60 }]) + client(timeout)).workflows[0]?.contradictions.length;
  assert.equal(contradictions(300), 1);
  assert.equal(contradictions(30), 0);
});

test('client controlled workflows are played with what clients are told', () => {
  const source = `${SITES}${server(['nvflare.app_common.ccwf.SwarmServerController', { num_rounds: 2, starting_client: 'site-2' }])}
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [
  { "tasks": ["learn"], "executor": { "path": "nvflare.app_common.ccwf.comps.np_trainer.NPTrainer", "args": { "train_task_name": "learn" } } },
  { "tasks": ["swarm_*"], "executor": { "path": "nvflare.app_common.ccwf.SwarmClientController", "args": { "learn_task_name": "learn", "learn_task_timeout": 7200 } } }] }`;
  const lines = steps(source);
  assert.match(lines[2] ?? '', /^the server sends swarm_start to site-2$/);
  assert.ok(lines.some((line) => line.includes('learn is done by its own executor, and filters for learn are not applied')));
  assert.match(play(source).workflows[0]?.contradictions[0]?.message ?? '', /^clients may take learn_task_timeout \(7200 s\)/);
});

test('texts of the job are only texts in the drawing', () => {
  const source = server([SAG, { min_clients: 1, train_task_name: '<script>&"' }]);
  const svg = sequenceSvg(sequenceOf(play(source)), 'a & b');
  assert.doesNotMatch(svg, /<script>/);
  assert.match(svg, /&lt;script&gt;&amp;&quot;/);

  const nasty = server([SAG, { min_clients: 1, train_task_name: '%%{init: {}}%%<img>;\u0007\n# x' }]);
  const sequence = sequenceOf(play(nasty));
  assert.match(sequenceMermaid(sequence), /#37;#37;{init: {}}#37;#37;#60;img#62;#59;\ufffd #35; x/);
  // XML has no way to say such a character: with it, the editor would draw nothing.
  assert.ok(sequenceSvg(sequence, 'a').includes('\ufffd') && !sequenceSvg(sequence, 'a').includes('\u0007'));
});

test('another order of events is noticed', () => {
  const [a, b] = [{ event: 'a' }, { event: 'b' }];
  assert.equal(disagreement([a, { again: [b] }], [a, b, b]), undefined);
  assert.equal(disagreement([a, b], [b, a]), 'event 1 is b, not a');
  assert.equal(disagreement([a, b], [a]), 'event 2 is the end, not b');
  assert.equal(disagreement([a], [a, b]), 'event 2 is b, not the end');
});
