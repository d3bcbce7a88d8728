import assert from 'node:assert/strict';
import { analyze } from '../../src/core/analyze';
import { type DryRun, dryRun } from '../../src/core/dry-run/dry-run';
import { EVENT } from '../../src/core/dry-run/events';
import type { Party, Step } from '../../src/core/dry-run/step';
import { parseRelease } from '../../src/core/job/release';
import { ALL_RULES } from './all-rules';
import { disagreement, eventsAtClient, eventsAtServer } from './event-order';
import { jobOfRun, parseSeen, type RecordedRun } from './recorded-runs';

/** Fails where the events of a run are not in the order of the dry run of its job. */
export function agreeWithDryRun(name: string, { made, server, clients }: RecordedRun): void {
  const played = playOf(name, made.nvflare);
  assert.ok(played.workflows.every(({ steps }) => steps !== undefined));
  for (const [client, lines] of Object.entries(server)) {
    const isMeant = roleOf(clients[client] ?? []);
    assert.equal(
      disagreement(eventsAtServer(played, client, isMeant), lines.map(parseSeen)),
      undefined,
      `${name}, at the server with ${client}`,
    );
    const own = clients[client] ?? [];
    if (!betweenClients(played).length) {
      assert.equal(disagreement(eventsAtClient(played, client, isMeant), own.map(parseSeen)), undefined, `${name}, at ${client}`);
    } else agreeWithPeers(played, own, `${name}, at ${client}`);
  }
}

function playOf(name: string, release: string): DryRun {
  const target = parseRelease(release);
  assert.ok(target, release);
  const { job, wiring } = analyze(jobOfRun(name), { target, ...ALL_RULES });
  assert.ok(wiring);
  return dryRun(job, wiring);
}

/** Which parties a client belongs to that the job does not name: all groups, and the one client that was told to start. */
function roleOf(lines: readonly string[]): (party: Party) => boolean {
  const starts = lines.some((line) => line.startsWith(`${EVENT.beforeExecution} · `) && /_start$/.test(line));
  return (party) => party.kind === 'clients' && (!party.isOne || (party.who === 'the starting client' && starts));
}

/** Between clients the order depends on who aggregates; what is done, how often, and the rounds do not. */
function agreeWithPeers(played: DryRun, lines: readonly string[], where: string): void {
  const between = betweenClients(played);
  const fromPeers = lines.filter((line) => line.includes(' from ')).map((line) => line.replace(/^.* · (\w+) from .*$/, '$1'));
  for (const task of fromPeers) assert.ok(between.includes(task), `${where}: ${task} is not among ${between.join(', ')}`);
  const rounds = lines.filter((line) => line.startsWith(EVENT.roundStarted));
  const expected = played.workflows.flatMap(({ steps }) =>
    (steps ?? []).flatMap((step) =>
      step.kind === 'rounds' && step.steps.some((each) => each.kind === 'event' && each.event === EVENT.roundStarted)
        ? Array.from({ length: step.count ?? 0 }, (_, i) => (step.first ?? 0) + i)
        : [],
    ),
  );
  assert.deepEqual(
    rounds.map((line) => parseSeen(line).round),
    expected,
    where,
  );
}

function betweenClients({ workflows }: DryRun): readonly string[] {
  return workflows.flatMap(({ steps }) => tasksIn(steps ?? []));
}

function tasksIn(steps: readonly Step[]): readonly string[] {
  return steps.flatMap((step) => {
    if (step.kind === 'rounds') return tasksIn(step.steps);
    return step.kind === 'task' && step.from.kind === 'clients' ? [step.task] : [];
  });
}
