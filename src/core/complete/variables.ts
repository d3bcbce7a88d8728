import { STAND_IN } from '../formats/typing/typed-place';
import { isSince } from '../index';
import { SYSTEM_VARIABLES } from '../wiring/index';
import type { ConfigAsked } from './config-asked';
import type { Suggestion } from './suggestion';

/** Keys at the top that are parts of the configuration; nobody uses them as variables. */
const SECTIONS = [
  'format_version',
  'components',
  'workflows',
  'executors',
  'task_data_filters',
  'task_result_filters',
  'server',
  'client',
  'handlers',
];

/** Variables for a brace that is open before the caret; `undefined` where none is. */
export function variableSuggestions(asked: ConfigAsked): readonly Suggestion[] | undefined {
  const { place, text } = asked;
  const brace = place.typed.lastIndexOf('{');
  if (brace < 0 || place.typed.includes('}', brace)) return undefined;
  const typedName = place.typed.slice(brace + 1);
  if (!/^[@$\w]*$/.test(typedName) || place.typed[brace - 1] === '$') return undefined;
  const caret = place.content.start + place.typed.length;
  const behind = /^\w*/.exec(text.slice(caret, place.content.end))?.[0] ?? '';
  const end = place.typed.length + behind.length;
  const isClosed = text.charAt(place.content.start + end) === '}';
  const part = (name: string) => ({ from: brace + 1, end, text: isClosed ? name : `${name}}` });
  return [...ownVariables(asked), ...systemVariables(asked)].map(({ name, detail, about, rank }) => ({
    label: name,
    kind: 'variable',
    detail,
    offer: part(name),
    rank,
    about: () => [about],
  }));
}

interface Variable {
  readonly name: string;
  readonly detail: string;
  readonly about: string;
  readonly rank: number;
}

/** The keys at the top of the file; before 2.4 only single values. */
function ownVariables({ config, job }: ConfigAsked): readonly Variable[] {
  const { root } = config.config.document;
  if (root.kind !== 'object') return [];
  return root.value.list.flatMap(({ key, value }) => {
    const isSingle = value.kind !== 'object' && value.kind !== 'array';
    if (SECTIONS.includes(key) || key === STAND_IN || !/^\w+$/.test(key) || (!isSingle && !isSince(job.target, '2.4'))) return [];
    const shown = isSingle ? JSON.stringify(value.value) : value.kind;
    return [{ name: key, detail: String(shown), about: 'A key at the top of this file.', rank: 0 }];
  });
}

function systemVariables({ side, job }: ConfigAsked): readonly Variable[] {
  return SYSTEM_VARIABLES.filter(({ sides, since }) => sides.includes(side) && isSince(job.target, since)).map(
    ({ name, meaning }) => ({
      name,
      detail: 'set by NVFLARE',
      about: `NVFLARE sets it: ${meaning}.`,
      rank: 10,
    }),
  );
}
