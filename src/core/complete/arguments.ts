import { defaultText } from '../assist/index';
import { bareStop, emptyStop, stop } from '../formats/typing/stops';
import type { ComponentDef } from '../job/config/components';
import type { ClassParameter, KnownClass } from '../job/config/known-class';
import type { Literal } from '../python/literal';
import { type Draft, type DraftEntry, floatText } from '../tree/draft';
import { bringing, idNeeds } from './brought-components';
import type { InApp } from './config-asked';
import type { Brought } from './found';
import { keysIn } from './from-facts';
import { idOffers } from './ids';
import type { Suggestion } from './suggestion';

/** The arguments that a component may still be given: those that it needs first, and all of them at once. */
export function* argumentSuggestions(
  asked: InApp,
  component: ComponentDef,
  about: (name: string) => readonly string[],
): Generator<Suggestion> {
  const found = asked.classes.of(component, asked.app.name);
  if (found.kind !== 'known') return;
  const given = keysIn(component.argsEntry?.value);
  const open = found.parameters.filter(({ name }) => !given.has(name));
  const { brought } = idNeeds(asked, component, found);
  const required = requiredArguments(asked, component, found, brought);
  if (required.length > 1) {
    const [first, ...also] = required;
    const names = required.map(({ key }) => key).join(', ');
    if (first)
      yield {
        label: `${required.length} required arguments`,
        kind: 'snippet',
        detail: names,
        offer: { ...first, also },
        brings: bringing(namedIn(required, brought)),
        rank: 0,
      };
  }
  for (const [index, parameter] of open.entries()) {
    const { name } = parameter;
    yield {
      label: name,
      kind: 'argument',
      detail: detailOf(parameter),
      offer: { key: name, value: argumentValue(asked, component, found, parameter, 1) },
      rank: (parameter.default === undefined ? 1 : 100) + index,
      about: () => about(name),
    };
  }
}

/** Those of the components that the arguments name; a default that names one is no matter of arguments. */
export function namedIn(args: readonly DraftEntry[], brought: readonly Brought[]): readonly Brought[] {
  return brought.filter(({ parameter }) => args.some(({ key }) => key === parameter));
}

/**
 * The arguments that must be given and are not, with values to begin with: the ids of components that are brought, where they ask
 * for one that is not there.
 */
export function requiredArguments(
  asked: InApp,
  component: ComponentDef,
  found: KnownClass,
  brought: readonly Brought[] = [],
): readonly DraftEntry[] {
  if (found.required.length === 0) return [];
  const given = keysIn(component.argsEntry?.value);
  return found.required
    .filter(({ name }) => !given.has(name))
    .map((parameter, index) => {
      const id = brought.find(({ parameter: name }) => name === parameter.name)?.id;
      const isList = found.facts?.ids.some(({ name, isList: many }) => many && name === parameter.name);
      const asValue = id === undefined ? undefined : stop(index + 1, id);
      const own = asValue && (isList ? { kind: 'array' as const, items: [{ value: asValue }] } : asValue);
      return { key: parameter.name, value: own ?? argumentValue(asked, component, found, parameter, index + 1) };
    });
}

/** `int = 1`, `str, required`. */
export function detailOf(parameter: ClassParameter): string {
  const type = parameter.annotation === undefined ? '' : short(parameter.annotation);
  if (parameter.default === undefined) return type === '' ? 'required' : `${type}, required`;
  return `${type}${type === '' ? '' : ' '}= ${short(defaultText(parameter))}`;
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

/** The value that an argument begins with: its default, a fitting id, a task of the job, or the least of its type. */
function argumentValue(
  asked: InApp,
  component: ComponentDef,
  found: KnownClass,
  parameter: ClassParameter,
  number: number,
): Draft {
  const { name, value, annotation = '' } = parameter;
  const id = found.facts?.ids.find((each) => each.name === name);
  if (id) {
    const offers = idOffers(asked, id, component);
    const usual = value?.kind === 'string' ? value.value : undefined;
    const best = offers.find((offer) => offer.id === usual) ?? offers.find(({ fits }) => fits) ?? offers[0];
    if (id.isList) return best ? { kind: 'array', items: [{ value: stop(number, best.id) }] } : emptyStop(number, 'list');
    return stop(number, best?.id ?? usual ?? '');
  }
  if (value) return literalDraft(value, number);
  if (found.facts?.taskParameters.includes(name)) {
    const [task] = asked.side === 'server' ? asked.tasks.handled : asked.tasks.sent;
    return stop(number, task ?? '');
  }
  if (/\bbool\b/.test(annotation)) return bareStop(number, 'false');
  if (/\bint\b/.test(annotation)) return bareStop(number, '1');
  if (/\bfloat\b/.test(annotation)) return bareStop(number, '1.0');
  if (/\bstr\b/.test(annotation)) return stop(number, '');
  if (/\b[Dd]ict\b/.test(annotation)) return emptyStop(number, 'object');
  if (/\b(?:[Ll]ist|[Tt]uple|[Ss]et|Sequence)\b/.test(annotation)) return emptyStop(number, 'list');
  if (/^(?:num|min|max)_|_(?:num|count|rounds|clients|size)$/.test(name)) return bareStop(number, '1');
  return stop(number, '');
}

/** A default of Python as a configuration says it. */
function literalDraft(value: Literal, number: number): Draft {
  switch (value.kind) {
    case 'none':
      return bareStop(number, 'null');
    case 'boolean':
      return bareStop(number, String(value.value));
    case 'integer':
      return bareStop(number, String(value.value));
    case 'float':
      return bareStop(number, Number.isFinite(value.value) ? floatText(value.value) : '1.0');
    case 'string':
      return stop(number, value.value);
    case 'dict':
      return emptyStop(number, 'object');
    default:
      return emptyStop(number, 'list');
  }
}
