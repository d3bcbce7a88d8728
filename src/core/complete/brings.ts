import { code } from '../assist/index';
import { addToSites } from '../edit/site-lists';
import { settled } from '../formats/typing/settled';
import type { Draft, DraftEntry, DraftObject } from '../tree/draft';
import type { TreeEdit } from '../tree/edit';
import { type ConfigNode, get, type ObjectNode } from '../tree/node';
import { at, type Path, type Plain, toPlain } from '../tree/query';
import type { Beyond } from './beyond';

/** What an accepted offer changes elsewhere in the same text, because it would be a mistake without. */
export type Bring =
  /** Another class takes other arguments. */
  | {
      readonly kind: 'arguments';
      readonly component: Path;
      readonly drop: readonly string[];
      readonly rename: readonly (readonly [from: string, to: string])[];
      readonly add: readonly DraftEntry[];
    }
  /** Further components; the list of them may not be there yet. */
  | { readonly kind: 'components'; readonly items: readonly { readonly id: string; readonly value: Draft }[] }
  /** Further elements of the list of executors. */
  | { readonly kind: 'executors'; readonly items: readonly DraftObject[] }
  /** Sites for an app that may have none yet. */
  | { readonly kind: 'sites'; readonly app: string; readonly sites: readonly string[] };

/** What is brought, as words behind a label: `with "server"`. */
export function bringWords(brings: readonly Bring[], beyond: readonly Beyond[]): string {
  const words = [...brings.flatMap(wordsOf), ...beyond.map((each) => each.words)];
  return words.length > 3 ? [...words.slice(0, 2), `and ${words.length - 2} more changes`].join(', ') : words.join(', ');
}

function wordsOf(bring: Bring): readonly string[] {
  switch (bring.kind) {
    case 'arguments':
      return [
        ...bring.rename.map(([from, to]) => `"${to}" for "${from}"`),
        ...bring.drop.map((name) => `without "${name}"`),
        ...bring.add.map(({ key }) => `with "${key}"`),
      ];
    case 'components':
      return bring.items.map(({ id }) => `with the component "${id}"`);
    case 'executors':
      return [bring.items.length > 1 ? 'with other executors' : 'with another executor'];
    case 'sites':
      return [`with "${bring.app}" for ${bring.sites.join(', ')}`];
  }
}

/** The same in whole sentences, for the description of an offer. */
export function bringSentences(brings: readonly Bring[]): string {
  return brings.flatMap(sentencesOf).join(' ');
}

function sentencesOf(bring: Bring): readonly string[] {
  switch (bring.kind) {
    case 'arguments':
      return [
        ...bring.rename.map(([from, to]) => `Gives the argument ${code(from)} the name ${code(to)}.`),
        ...bring.drop.map((name) => `Takes out the argument ${code(name)}, which the class does not take.`),
        ...bring.add.map(({ key }) => `Adds the argument ${code(key)}.`),
      ];
    case 'components':
      return bring.items.map(({ id }) => `Adds the component ${code(id)}.`);
    case 'executors':
      return [
        bring.items.length > 1
          ? 'Adds other executors for the tasks that it hands on.'
          : 'Adds another executor for the task that it hands on.',
      ];
    case 'sites':
      return [`Deploys the app ${code(bring.app)} to ${bring.sites.map(code).join(', ')}.`];
  }
}

/**
 * Ways to make the changes in a tree in which the offer stands already, the one that keeps most of the text first; none where the tree
 * has no place for them.
 */
export function treeEdits(bring: Bring, root: ConfigNode): readonly (readonly TreeEdit[])[] {
  switch (bring.kind) {
    case 'arguments': {
      const component = at(root, bring.component);
      return component?.kind === 'object' ? argumentEdits(bring, get(component, 'args')) : [];
    }
    case 'components': {
      const values = bring.items.map(({ value }) => settled(value));
      return root.kind === 'object' ? addTo(root, 'components', values) : [];
    }
    case 'executors':
      return root.kind === 'object' ? addTo(root, 'executors', bring.items.map(settled)) : [];
    case 'sites': {
      const map = at(root, ['deploy_map']);
      if (map?.kind !== 'object') return [];
      const own = get(map, bring.app);
      if (!own) return [[{ kind: 'add-entry', object: map, key: bring.app, value: [...bring.sites] }]];
      const edits = addToSites(own, bring.sites);
      return edits ? [edits] : [];
    }
  }
}

function argumentEdits(
  { drop, rename, add }: Extract<Bring, { kind: 'arguments' }>,
  args: ConfigNode | undefined,
): readonly (readonly TreeEdit[])[] {
  const added = add.map(({ key, value }) => [key, settled(value)] as const);
  if (args?.kind === 'null') return [[{ kind: 'replace', node: args, value: Object.fromEntries(added) }]];
  if (args?.kind !== 'object') return [];
  const few: TreeEdit[] = added.map(([key, value]) => ({ kind: 'add-entry', object: args, key, value }));
  for (const own of args.value.list) {
    const key = rename.find(([from]) => from === own.key)?.[1];
    if (drop.includes(own.key)) few.push({ kind: 'remove-entry', object: args, entry: own });
    else if (key !== undefined) few.push({ kind: 'rename-key', entry: own, key });
  }
  const kept = args.value.list.flatMap(({ key, value }) =>
    drop.includes(key) ? [] : [[rename.find(([from]) => from === key)?.[1] ?? key, toPlain(value)] as const],
  );
  // Arguments in pieces, as HOCON has them, may have to be put together first.
  return [few, [{ kind: 'replace', node: args, value: Object.fromEntries([...kept, ...added]) }]];
}

/** Ways to add elements to a list at the top: behind the others, or in front of them where the end is being typed at. */
export function addTo(root: ObjectNode, section: string, values: readonly Plain[]): readonly (readonly TreeEdit[])[] {
  const list = get(root, section);
  if (!list) {
    const entry = { kind: 'add-entry', object: root, key: section, value: values } as const;
    return [[entry], ...root.value.list.map(({ key }) => [{ ...entry, after: key }]), [{ ...entry, after: null }]];
  }
  if (list.kind === 'null') return [[{ kind: 'replace', node: list, value: values }]];
  if (list.kind !== 'array') return [];
  const inFront = values.map((value): TreeEdit => ({ kind: 'add-item', array: list, value, index: 0 }));
  return [values.map((value) => ({ kind: 'add-item', array: list, value })), inFront];
}
