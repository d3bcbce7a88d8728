import type { Range } from '../../../text/range';
import type { TextEdit } from '../../../text/text-edit';
import type { Plan } from '../../write-plan';
import { type Container, isOnlyMembers } from './container';
import type { WriteContext } from './context';
import { commaTidying, deletions } from './deletions';
import { insertions } from './insertions';

/** The text edits that carry out a plan. `textAfter` gives a range with the edits made that are inside of it. */
export function editContainer(
  context: WriteContext,
  container: Container,
  plan: Plan,
  textAfter: (range: Range) => string,
): readonly TextEdit[] {
  const { members, inside, text } = container;
  const isEmptied = members.every((_, index) => plan.gone.has(index));
  if (isEmptied && plan.fresh.size === 0 && members.length > 0 && isOnlyMembers(container)) {
    return [{ range: inside, newText: '' }];
  }
  const edits = deletions(container, plan);
  for (let index = 0; index <= members.length; index++) {
    const fresh = plan.fresh.get(index);
    if (fresh) edits.push(...insertions({ context, container, plan, textAfter }, index, fresh));
  }
  return [...edits, ...commaTidying(text, container, plan)];
}
