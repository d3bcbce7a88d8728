import { bareStop, emptyStop, stop, stopText } from '../formats/typing/stops';
import { isSince, type Release } from '../index';
import type { KeyFacts, Snippet } from '../schema/key-facts';
import { type Draft, draftOf } from '../tree/draft';
import type { Plain } from '../tree/query';

/** The value that a new key begins with: the caret stops at what has to be thought about. */
export function initialValue(facts: KeyFacts): Draft {
  const [kind] = facts.kinds;
  const [example] = facts.examples ?? [];
  if (typeof example === 'string' && facts.kinds.includes('string')) return stop(1, example);
  switch (kind) {
    case 'object':
      return requiredKeys(facts) ?? emptyStop(1, 'object');
    case 'array':
      return emptyStop(1, facts.item?.kinds[0] === 'object' || /components/.test(facts.type) ? 'objects' : 'list');
    case 'integer':
    case 'float':
      return bareStop(1, numberText(facts));
    case 'boolean':
      return bareStop(1, facts.default === 'true' ? 'false' : 'true');
    default:
      return stop(1);
  }
}

function requiredKeys({ keys }: KeyFacts): Draft | undefined {
  const required = Object.entries(keys ?? {}).filter(([, facts]) => facts.required);
  if (required.length === 0) return undefined;
  return { kind: 'object', entries: required.map(([key, facts]) => ({ key, value: initialValue(facts) })) };
}

function numberText({ examples, default: usual }: KeyFacts): string {
  const [example] = examples ?? [];
  if (typeof example === 'number') return String(example);
  const number = usual === undefined ? Number.NaN : Number(usual);
  return Number.isFinite(number) && number > 0 ? String(usual) : '1';
}

/** A snippet of the schema as a draft: its placeholders become stops. A choice begins with its first element. */
export function snippetDraft(value: Plain): Draft {
  if (typeof value === 'string') {
    const whole = /^\$\{(\d+)[:|]([^}]*)\}$/.exec(value);
    return whole ? stop(Number(whole[1]), first(whole[2] ?? '')) : { kind: 'string', value: withStops(value) };
  }
  if (typeof value === 'number') return draftOf(value);
  if (Array.isArray(value)) return { kind: 'array', items: value.map((item: Plain) => ({ value: snippetDraft(item) })) };
  if (value && typeof value === 'object') {
    return {
      kind: 'object',
      entries: Object.entries(value).map(([key, item]) => ({ key: withStops(key), value: snippetDraft(item) })),
    };
  }
  return draftOf(value);
}

function withStops(text: string): string {
  return text.replace(/\$\{(\d+)[:|]([^}]*)\}/g, (_, number: string, inner: string) => stopText(Number(number), first(inner)));
}

function first(inner: string): string {
  return inner.replace(/\|$/, '').split(',', 1)[0] ?? '';
}

/** Whether a snippet is for the release: its label names the first one where it is a newer one. */
export function isForRelease({ label }: Snippet, release: Release): boolean {
  const since = /\((2\.\d)\)/.exec(label)?.[1];
  return since === undefined || isSince(release, since);
}
