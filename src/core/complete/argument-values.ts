import { code, defaultText } from '../assist/index';
import { bareStop } from '../formats/typing/stops';
import type { ComponentDef } from '../job/config/components';
import type { ClassParameter } from '../job/config/known-class';
import type { Draft } from '../tree/draft';
import type { ConfigNode } from '../tree/node';
import type { Path } from '../tree/query';
import { detailOf } from './arguments';
import type { ConfigAsked } from './config-asked';
import { idOffers } from './ids';
import { scriptSuggestions } from './scripts';
import { type Suggestion, text, valueOffer } from './suggestion';

/** Values of an argument, or elements of a list that is one. */
export function* argumentValueSuggestions(asked: ConfigAsked, component: ComponentDef, below: Path): Generator<Suggestion> {
  const name = String(below[1]);
  const isItem = below.length > 2;
  const scripts = scriptSuggestions(asked, name);
  if (scripts) yield* scripts;
  const found = asked.classes.of(component, asked.app.name);
  const parameter = found.kind === 'known' ? found.parameters.find((each) => each.name === name) : undefined;
  const facts = found.kind === 'known' ? found.facts : undefined;
  const id = facts?.ids.find((each) => each.name === name);
  if (id || (!facts && /_ids?$/.test(name))) {
    const present = idsIn(component, name);
    const isList = id ? id.isList : name.endsWith('_ids');
    for (const { id: value, className, fits } of idOffers(asked, id, component)) {
      if (isItem && present.has(value)) continue;
      const draft: Draft = isList && !isItem ? { kind: 'array', items: [{ value: text(value) }] } : text(value);
      yield { label: value, kind: 'id', detail: className, offer: valueOffer(draft), rank: fits ? 0 : 5 };
    }
  }
  if (facts?.taskParameters.includes(name)) yield* taskNames(asked);
  if (parameter && !isItem) yield* typedValues(parameter);
}

function* taskNames(asked: ConfigAsked): Generator<Suggestion> {
  const names = asked.side === 'server' ? asked.tasks.handled : asked.tasks.sent;
  for (const name of names) yield { label: name, kind: 'task', detail: 'task', offer: valueOffer(text(name)), rank: 1 };
}

/** What the type says, and the default. */
function* typedValues(parameter: ClassParameter): Generator<Suggestion> {
  const { annotation = '', value } = parameter;
  const seen = new Set<string>();
  const usual = value && singleText(value);
  if (usual !== undefined && usual.label !== '') {
    seen.add(usual.label);
    yield {
      label: usual.label,
      kind: 'value',
      detail: `default · ${detailOf(parameter)}`,
      offer: valueOffer(usual.draft),
      rank: 3,
      about: () => [`Default: ${code(defaultText(parameter))}`],
    };
  }
  const choices = /\bLiteral\[([^\]]*)\]/.exec(annotation)?.[1] ?? '';
  for (const [, choice = ''] of choices.matchAll(/["']([^"']*)["']/g)) {
    if (!seen.has(choice))
      yield { label: choice, kind: 'value', detail: 'one of its values', offer: valueOffer(text(choice)), rank: 2 };
  }
  if (/\bbool\b/.test(annotation) || value?.kind === 'boolean') {
    for (const word of ['true', 'false'])
      if (!seen.has(word)) yield { label: word, kind: 'value', offer: valueOffer(bareStop(1, word)), rank: 4 };
  }
}

function singleText(value: NonNullable<ClassParameter['value']>): { readonly label: string; readonly draft: Draft } | undefined {
  switch (value.kind) {
    case 'none':
      return { label: 'null', draft: { kind: 'null' } };
    case 'boolean':
      return { label: String(value.value), draft: { kind: 'boolean', value: value.value } };
    case 'integer':
      return { label: String(value.value), draft: bareStop(1, String(value.value)) };
    case 'float':
      return Number.isFinite(value.value)
        ? { label: String(value.value), draft: { kind: 'float', value: value.value } }
        : undefined;
    case 'string':
      return { label: value.value, draft: text(value.value) };
    default:
      return undefined;
  }
}

function idsIn({ args }: ComponentDef, name: string): ReadonlySet<string> {
  const value: ConfigNode | undefined = args.find(({ key }) => key === name)?.value;
  const items = value?.kind === 'array' ? value.value : [];
  return new Set(items.flatMap((item) => (item.kind === 'string' ? [item.value] : [])));
}
