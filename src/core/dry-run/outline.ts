import { counted } from '../text/counted';
import type { WorkflowRun } from './dry-run';
import { DOING, EVENT } from './events';
import { type Every, type Party, partyText, type RoundsStep, type Step, type TaskStep } from './step';

/** A line of the list of steps. */
export interface OutlineLine {
  /** 0 for the steps of the workflow itself, 1 for those of its rounds. */
  readonly depth: number;
  readonly text: string;
  /** Events that components are told of meanwhile, in order. */
  readonly events: readonly EventLine[];
}

/** Events at one place. */
export interface EventLine {
  readonly at: string;
  readonly events: readonly string[];
}

/** What an event is told of, where that is worth a line of its own; others go with the line before. */
const DEEDS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  [EVENT.startWorkflow]: ['begins the workflow', 'begin the workflow'],
  [EVENT.modelLoaded]: ['loads the initial model', 'load the initial model'],
  [EVENT.roundStarted]: ['begins the round', 'begin the round'],
  [EVENT.beforeAggregation]: ['aggregates the results', 'aggregate the results'],
  [EVENT.beforeUpdate]: ['puts the result into the model', 'put the result into the model'],
  [EVENT.beforeSave]: ['saves the model', 'save the model'],
  [EVENT.endWorkflow]: ['ends the workflow', 'end the workflow'],
};

/** The steps of a workflow in words; empty where their order is not known. */
export function outline({ steps }: Pick<WorkflowRun, 'steps'>): readonly OutlineLine[] {
  return linesOf(steps ?? [], 0);
}

function linesOf(steps: readonly Step[], depth: number): readonly OutlineLine[] {
  const lines: { depth: number; text: string; events: EventLine[] }[] = [];
  for (const step of steps) {
    switch (step.kind) {
      case 'event': {
        const deed = DEEDS[step.event];
        const at = partyText(step.at);
        if (deed) lines.push({ depth, text: `${at} ${deed[isMany(step.at) ? 1 : 0]}${whenText(step.when)}`, events: [] });
        const last = lines.at(-1);
        if (last) told(last.events, at, step.event);
        break;
      }
      case 'task':
        lines.push({ depth, text: taskText(step), events: eventsOf(step) });
        break;
      case 'rounds':
        lines.push({ depth, text: roundsText(step), events: [] }, ...mutable(linesOf(step.steps, depth + 1)));
        break;
      case 'note':
        lines.push({ depth, text: `${partyText(step.at)}: ${step.text}`, events: [] });
        break;
    }
  }
  return lines;
}

function mutable(lines: readonly OutlineLine[]): { depth: number; text: string; events: EventLine[] }[] {
  return lines.map((line) => ({ ...line, events: [...line.events] }));
}

function told(lines: EventLine[], at: string, event: string): void {
  const last = lines.at(-1);
  if (last?.at === at) lines[lines.length - 1] = { at, events: [...last.events, event] };
  else lines.push({ at, events: [event] });
}

/** `rounds 0 to 4`. */
export function roundsText({ of, first, count }: RoundsStep): string {
  if (of !== 'round') return `for each ${of}`;
  if (count === undefined) return first === undefined ? 'rounds' : `rounds from ${first} on`;
  if (count <= 0) return 'no rounds';
  if (first === undefined) return counted(count, 'round');
  return count === 1 ? `round ${first}` : `rounds ${first} to ${first + count - 1}`;
}

/** ` (every 2 rounds, and in the last)`. */
function whenText(when: Every | undefined): string {
  if (!when || when.every === 1) return '';
  const last = when.andLast ? 'in the last round' : '';
  if (when.every <= 0) return ` (${last || 'never'})`;
  return ` (every ${when.every} rounds${last && `, and ${last}`})`;
}

/** `the server sends train to all clients (site-1, site-2), until all have answered`. */
function taskText({ task, from, to, how, times, note }: TaskStep): string {
  const often = times === undefined ? ', once or more often each' : times === 1 ? '' : `, ${times} times each`;
  const turn = how === 'in turn' ? ', one after another' : '';
  return `${partyText(from)} ${isMany(from) ? 'send' : 'sends'} ${task} to ${withNames(to)}${turn}${often}${note ? `, ${note}` : ''}`;
}

function isMany(party: Party): boolean {
  return party.kind === 'clients' && !party.isOne;
}

/** Names are shown as long as they are few. */
function withNames(party: Party): string {
  if (party.kind === 'server' || !party.names || party.who === party.names.join(', ')) return partyText(party);
  if (party.who === party.names.join(', then ') || party.names.length > 5) return party.who;
  return `${party.who} (${party.names.join(', ')})`;
}

function eventsOf({ from, to, onSend, onResult }: TaskStep): EventLine[] {
  const sender = from.kind === 'server' ? 'the server, for each client' : partyText(from);
  const doing = from.kind === 'server' ? DOING : DOING.slice(0, -2);
  return [
    { at: sender, events: onSend },
    { at: to.kind === 'clients' && to.isOne ? to.who : 'each client', events: doing },
    { at: sender, events: onResult },
  ];
}
