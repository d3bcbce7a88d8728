import { emptyStop } from '../formats/typing/stops';
import type { Draft } from '../tree/draft';
import type { ConfigAsked } from './config-asked';
import type { Suggestion } from './suggestion';
import { usualComponent, usualEntry } from './whole';

/** Everything that a configuration has, for a file with nothing in it. */
export function wholeConfig(asked: ConfigAsked): Suggestion {
  const { side, place } = asked;
  const section = side === 'server' ? 'workflows' : 'executors';
  const usual = side === 'server' ? usualComponent(asked, 'workflows') : usualEntry(asked, 'executors', 0);
  const components = (usual?.brought ?? []).map(({ value }) => ({ value }));
  const first = { key: 'format_version', value: { kind: 'integer', digits: '2' } as const };
  const also = [
    { key: section, value: listOf(usual?.draft) },
    { key: 'components', value: { kind: 'array', items: components } as const },
  ];
  const offer = place.kind === 'key' ? { ...first, also } : { value: { kind: 'object', entries: [first, ...also] } as const };
  return {
    label: `${side} configuration`,
    kind: 'snippet',
    detail: `format_version, ${section} and components`,
    offer,
    rank: 0,
  };
}

/** A list that begins with a value, or with nothing yet. */
export function listOf(value: Draft | undefined): Draft {
  return value ? { kind: 'array', items: [{ value }] } : emptyStop(1, 'objects');
}
