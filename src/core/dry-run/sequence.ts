import type { DryRun, WorkflowRun } from './dry-run';
import { EVENT } from './events';
import { roundsText } from './outline';
import { type Party, partyText, type Step } from './step';

/** A sequence diagram: lanes side by side, rows from top to bottom. */
export interface Sequence {
  readonly lanes: readonly string[];
  readonly rows: readonly Row[];
}

/** One line of a sequence diagram, or several that come again. Parties are indexes. */
export type Row =
  | { readonly kind: 'message'; readonly from: number; readonly to: number; readonly text: string; readonly isAnswer: boolean }
  /** What one does by itself. */
  | { readonly kind: 'deed'; readonly at: number; readonly text: string }
  /** Rows that come again. */
  | { readonly kind: 'loop'; readonly text: string; readonly rows: readonly Row[] }
  /** The heading of a workflow. */
  | { readonly kind: 'heading'; readonly text: string };

const DEEDS: Readonly<Record<string, string>> = {
  [EVENT.modelLoaded]: 'load model',
  [EVENT.beforeAggregation]: 'aggregate',
  [EVENT.beforeSave]: 'save model',
};

/** The most lanes of clients with names; a group of more is one lane. */
const MOST_NAMED = 4;

/** The workflows of a job as one diagram. A workflow whose order is not known is a heading only. */
export function sequenceOf({ workflows }: DryRun): Sequence {
  const lanes: string[] = ['server'];
  const laneOf = (party: Party): readonly number[] => laneNames(party).map((name) => indexIn(lanes, name));
  const rows = workflows.flatMap((run): readonly Row[] => [
    { kind: 'heading', text: headingOf(run) },
    ...rowsOf(run.steps ?? [], laneOf),
  ]);
  return { lanes, rows };
}

function headingOf({ id, className, steps }: WorkflowRun): string {
  const name = id === className ? id : `${id} (${className})`;
  return steps ? name : `${name}: order not known`;
}

function indexIn(lanes: string[], name: string): number {
  const index = lanes.indexOf(name);
  return index >= 0 ? index : lanes.push(name) - 1;
}

/** Each named client has a lane as long as they are few. */
function laneNames(party: Party): readonly string[] {
  if (party.kind === 'server') return ['server'];
  const { names } = party;
  if (names && names.length > 0 && names.length <= MOST_NAMED) return party.isOne && names.length > 1 ? [party.who] : names;
  return [party.who.replace(/,.*$/, '')];
}

function rowsOf(steps: readonly Step[], laneOf: (party: Party) => readonly number[]): readonly Row[] {
  return steps.flatMap((step): readonly Row[] => {
    if (step.kind === 'rounds') return [{ kind: 'loop', text: roundsText(step), rows: rowsOf(step.steps, laneOf) }];
    if (step.kind === 'note') return laneOf(step.at).map((at) => ({ kind: 'deed', at, text: step.text }));
    if (step.kind === 'event') {
      const text = DEEDS[step.event];
      return text ? laneOf(step.at).map((at) => ({ kind: 'deed', at, text })) : [];
    }
    const { task, times, how } = step;
    const text = times === undefined ? `${task}, once or more often` : times === 1 ? task : `${task}, ${times} times`;
    const targets = laneOf(step.to);
    const sources = laneOf(step.from);
    const pairs = sources.flatMap((from) => targets.map((to) => ({ from, to }))).filter(({ from, to }) => from !== to);
    const sent = pairs.map(({ from, to }): Row => ({ kind: 'message', from, to, text, isAnswer: false }));
    const back = pairs.map(({ from, to }): Row => ({ kind: 'message', from: to, to: from, text: 'result', isAnswer: true }));
    if (how === 'in turn') return sent.flatMap((row, i) => [row, back[i] as Row]);
    return [...sent, ...back];
  });
}

/** The lanes in words, for those who do not see the diagram. */
export function lanesText({ lanes }: Sequence): string {
  return lanes.map((lane) => (lane === 'server' ? partyText({ kind: 'server' }) : lane)).join(', ');
}
