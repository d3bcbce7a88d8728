import type { ConfigNode } from '../tree/node';
import type { Plain } from '../tree/query';

/** What a check needs to know of a top-level key of a meta file. */
export interface MetaKey {
  readonly key: string;
  /** The kinds of value that it takes. */
  readonly kinds: readonly ConfigNode['kind'][];
  /** Whether authors write it; what the server sets does not belong in a job folder. */
  readonly setBy: 'author' | 'server';
  /** The first release that knows it, `2.8`; keys that NVFLARE never reads have none. */
  readonly since?: string;
  /** The last release that knows it, where it is gone. */
  readonly until?: string;
}

/** What there is to say of a key in a meta file, for hover and completion, and what may stand below it. */
export interface KeyFacts extends Omit<MetaKey, 'key'> {
  /** In a user's words: `whole number`, `list of texts`. */
  readonly type: string;
  /** Markdown, in whole sentences. */
  readonly description: string;
  /** Who reads it, `scheduler`; nobody where the list is empty. */
  readonly readBy: readonly string[];
  /** The name of the key in NVFLARE's `JobMetaKey`, where it is one. */
  readonly enumName?: string;
  /** What holds where the key is left out, in words or as it would be written. */
  readonly default?: string;
  readonly unit?: string;
  readonly required?: boolean;
  /** The values that it may have with their meanings, where they can be counted. */
  readonly values?: readonly (readonly [value: string, meaning: string])[];
  readonly examples?: readonly Plain[];
  readonly snippets?: readonly Snippet[];
  /** Keys of its own, by name. */
  readonly keys?: Readonly<Record<string, KeyFacts>>;
  /** What every other key below it is: names of apps and sites. */
  readonly anyKey?: KeyFacts;
  /** What the elements of its list are. */
  readonly item?: KeyFacts;
}

/** A value to start from. Texts in it may hold placeholders as editors know them: `${1:app}`. */
export interface Snippet {
  readonly label: string;
  readonly description?: string;
  readonly body: Plain;
}
