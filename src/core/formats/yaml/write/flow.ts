import type { TextEdit } from '../../../text/text-edit';
import type { Fresh, Plan } from '../../write-plan';
import { keyStyle, lastKept } from './block';
import { beginsLine, columnOf, lineStart } from './context';
import type { Work } from './members';
import { printFlowEntry, printInline } from './print';

/** Adds, removes and moves what is between brackets. */
export function editFlow(flow: Work, plan: Plan): readonly TextEdit[] {
  if (plan.gone.size === flow.members.length) return replaceAll(flow, plan);
  return [...removals(flow, plan), ...additions(flow, plan)];
}

function replaceAll(flow: Work, plan: Plan): readonly TextEdit[] {
  const { context, container, members } = flow;
  const fresh = [...plan.fresh.entries()].sort(([a], [b]) => a - b).flatMap(([, items]) => items);
  const newText = fresh.map((item) => freshText(flow, item)).join(', ');
  const first = members[0];
  const last = members.at(-1);
  if (!first || !last) return [{ range: { start: container.start + 1, end: container.end - 1 }, newText }];
  const comma = /\s*,/y;
  comma.lastIndex = last.end;
  const end = newText === '' && comma.test(context.text) ? comma.lastIndex : last.end;
  return [{ range: { start: first.start, end }, newText }];
}

/** Runs of members that go, each with the commas that only they need. */
function removals({ members }: Work, plan: Plan): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (let from = 0; from < members.length; from++) {
    if (!plan.gone.has(from)) continue;
    let behind = from + 1;
    while (plan.gone.has(behind)) behind++;
    const next = members[behind];
    const start = next ? members[from]?.start : members[from - 1]?.end;
    const end = next ? next.start : members.at(-1)?.end;
    if (start !== undefined && end !== undefined) edits.push({ range: { start, end }, newText: '' });
    from = behind;
  }
  return edits;
}

function additions(flow: Work, plan: Plan): readonly TextEdit[] {
  const { members } = flow;
  const separator = `,${separatorSpace(flow)}`;
  return [...plan.fresh.entries()]
    .sort(([a], [b]) => a - b)
    .map(([index, items]) => {
      const texts = items.map((item) => freshText(flow, item));
      const previous = members[lastKept(plan, index)];
      if (previous) {
        const { end } = previous;
        return { range: { start: end, end }, newText: texts.map((text) => separator + text).join('') };
      }
      const start = members.find((_, other) => !plan.gone.has(other))?.start ?? 0;
      return { range: { start, end: start }, newText: texts.map((text) => text + separator).join('') };
    });
}

/** A space, or a new line where each member has its own. */
function separatorSpace({ context, container, members }: Work): string {
  const { text } = context;
  const last = members.at(-1);
  const isOverLines = last && lineStart(text, last.start) > container.start && beginsLine(text, last.start);
  return isOverLines ? context.lineEnd + ' '.repeat(columnOf(text, last.start)) : ' ';
}

function freshText({ context, container, members, textOf }: Work, item: Fresh): string {
  if (item.kind === 'new') {
    return item.key === undefined
      ? printInline(item.value, true)
      : printFlowEntry(item.key, item.value, keyStyle(context, container));
  }
  const member = members[item.index];
  return member ? textOf(member.start, member.end) : '';
}
