import type { Range } from '../text/range';
import type { ConfigNode } from '../tree/node';

/** The three languages that NVFLARE reads configurations in (`nvflare/fuel/utils/config.py`). */
export type FormatName = 'json' | 'hocon' | 'yaml';

/**
 * One configuration text as its reader understood it. Reading never fails: what could not be read is in
 * `problems`, and the rest is in the tree.
 */
export interface ConfigDocument {
  readonly format: FormatName;
  readonly text: string;
  /** The value of the text. An `unknown` node where nothing could be read. */
  readonly root: ConfigNode;
  /** In file order; `undefined` refusal means that NVFLARE's loader does not mind. */
  readonly problems: readonly ReadProblem[];
  /** The places of comments with their markers, in file order. */
  readonly comments: readonly Range[];
  /**
   * Where the text refers to another place in it or to something outside, in file order: `${x}`, `*x`. The tree holds what
   * is referred to, as far as that can be known. Not there in a format that has no references.
   */
  readonly references?: readonly Range[];
}

/** Something the reader stumbled over. */
export interface ReadProblem {
  /** What is wrong, as a clause without a full stop: `a comma is missing`. */
  readonly message: string;
  readonly range: Range;
  /**
   * How NVFLARE's loader of this format answers: `reject` raises a ValueError, which the server passes on as its
   * reason; `crash` raises anything else, which the server reports as an internal error. `undefined`: it accepts.
   */
  readonly refusal: 'reject' | 'crash' | undefined;
  /** The version of the library behind NVFLARE's loader that refuses it, where a later one reads it: `OmegaConf 2.3`. */
  readonly refusedBy?: string;
  /** `syntax` is what any editor of the format reports too; `loader` is particular to NVFLARE's loader. */
  readonly kind: 'syntax' | 'loader';
  /** A remedy that the format's own reader knows. */
  readonly fix?: { readonly title: string; readonly edits: readonly { readonly range: Range; readonly newText: string }[] };
}

/** How NVFLARE's loader answers this text as a whole: the refusal of its first refused problem. */
export function refusalOf(document: ConfigDocument): ReadProblem | undefined {
  return document.problems.find((problem) => problem.refusal !== undefined);
}
