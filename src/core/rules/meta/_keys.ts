import type { MetaKey } from '../../schema/key-facts';
import { META_KEY_LIST } from '../../schema/meta-key-list.generated';
import { nearest } from '../../text/nearest';
import { own } from '../../text/own';
import type { Entry } from '../../tree/node';

const BY_NAME: ReadonlyMap<string, MetaKey> = new Map(META_KEY_LIST.map((key) => [key.key, key]));
const BY_AUTHORS: readonly MetaKey[] = META_KEY_LIST.filter(({ key, setBy }) => setBy === 'author' && !isPrivate(key));

/** Other words that authors use for a key; NVFLARE itself calls two of them so in its code. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  requiredclients: 'mandatory_clients',
  requiredsites: 'mandatory_clients',
  mandatorysites: 'mandatory_clients',
  minsites: 'min_clients',
  minimumclients: 'min_clients',
  deployment: 'deploy_map',
  deploymentmap: 'deploy_map',
  deploy: 'deploy_map',
  resources: 'resource_spec',
  resourcespecs: 'resource_spec',
  launchers: 'launcher_spec',
  jobname: 'name',
  privacyscope: 'scope',
  customproperties: 'custom_props',
};

/** What NVFLARE knows of a top-level key, or `undefined`. */
export function metaKey(name: string): MetaKey | undefined {
  return BY_NAME.get(name);
}

/** Notes that authors leave for themselves and for their editors: `$schema`, `_comment`, `//`. */
export function isPrivate(name: string): boolean {
  return /^[^A-Za-z0-9]/.test(name);
}

/** The key that an author probably meant, and whether a careful reader would have a doubt of it. */
export interface Intended {
  readonly key: string;
  readonly isSure: boolean;
}

/** From this length on a word is hardly one letter away from another by chance. */
const LONG_WORD = 8;

/**
 * What is meant by a key that NVFLARE does not know, or `undefined`. A name that is only similar, or another word, must have a
 * value that the key takes; one that differs in letter case and hyphens alone need not.
 */
export function intendedKey({ key, value }: Entry): Intended | undefined {
  if (BY_NAME.has(key) || isPrivate(key)) return undefined;
  const letters = lettersOf(key);
  const same = BY_AUTHORS.find((known) => lettersOf(known.key) === letters);
  if (same) return { key: same.key, isSure: true };
  const fitting = BY_AUTHORS.filter(({ kinds }) => kinds.includes(value.kind)).map((known) => known.key);
  const word = own(OTHER_WORDS, letters);
  if (word !== undefined && fitting.includes(word)) return { key: word, isSure: true };
  const similar = nearest(key, fitting);
  return similar === undefined ? undefined : { key: similar, isSure: key.length >= LONG_WORD };
}

/** `minClients`, `min-clients` and `MIN_CLIENTS` are all the same word. */
function lettersOf(word: string): string {
  return word.toLowerCase().replace(/[^a-z0-9]/g, '');
}
