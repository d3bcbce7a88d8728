import { own } from '../text/own';
import type { Path } from '../tree/query';
import type { KeyFacts } from './key-facts';
import { META_KEYS } from './meta-keys.generated';

/**
 * What there is to say of the value at a path of a meta file, also of nested ones: `resource_spec`, a site, `num_of_gpus`.
 * The empty path is the file. `undefined` for keys that nobody defined.
 */
export function keyFacts(path: Path): KeyFacts | undefined {
  return factsAt(META_KEYS, path);
}

/** The same below the facts of any file. */
export function factsAt(root: KeyFacts, path: Path): KeyFacts | undefined {
  let facts: KeyFacts | undefined = root;
  for (const step of path) {
    if (facts === undefined) return undefined;
    facts = typeof step === 'number' ? facts.item : (ownKey(facts, step) ?? facts.anyKey);
  }
  return facts;
}

/** The keys that an object at a path of a meta file may have, as far as they have fixed names. */
export function allowedKeys(path: Path): readonly (readonly [key: string, facts: KeyFacts])[] {
  return Object.entries(keyFacts(path)?.keys ?? {});
}

function ownKey({ keys }: KeyFacts, key: string): KeyFacts | undefined {
  return own(keys, key);
}
