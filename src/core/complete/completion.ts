import type { Change } from '../rules/finding';
import type { Range } from '../text/range';
import type { TextEdit } from '../text/text-edit';

/** What an offer is, which decides its picture in the editor. */
export type CompletionKind =
  | 'key'
  | 'value'
  | 'site'
  | 'app'
  | 'class'
  | 'id'
  | 'task'
  | 'variable'
  | 'file'
  | 'argument'
  | 'snippet';

/** Something that can be put in the place of what is being typed. */
export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** In few words: a type, a unit, a default, where it comes from. */
  readonly detail: string | undefined;
  /** Never more than one line. */
  readonly range: Range;
  /** A snippet of VS Code where it says so; else just the text. */
  readonly newText: string;
  readonly isSnippet: boolean;
  /** What the text from the beginning of the range to the caret is compared with. */
  readonly filterText: string;
  readonly sortText: string;
  /** Further edits, outside of the range. */
  readonly edits: readonly TextEdit[];
  /**
   * Edits elsewhere in the text that belong to the offer, made when it is looked at; `undefined` where there are none to be made, an
   * empty list where the format cannot write them.
   */
  readonly elsewhere: (() => readonly TextEdit[]) | undefined;
  /** What these edits and changes do, in few words: `with "server"`. */
  readonly brings: string | undefined;
  /** Changes of other files of the job that belong to the offer; a host makes them when it was accepted. */
  readonly beyond: (() => readonly Change[]) | undefined;
  /** Whether there is more to be offered where the caret then stands. */
  readonly asksAgain: boolean;
  /** What only the author can add before the job can run with it, in few words. */
  readonly needs: readonly string[];
  /** Markdown paragraphs, made when the offer is looked at. */
  readonly about: (() => readonly string[]) | undefined;
}

/** What there is to offer at a place. */
export interface Completions {
  readonly items: readonly Completion[];
  /** There are more; they are found by typing on. */
  readonly isIncomplete: boolean;
}

/** Where there is nothing to offer, and typing on changes nothing of that. */
export const NOTHING: Completions = { items: [], isIncomplete: false };
