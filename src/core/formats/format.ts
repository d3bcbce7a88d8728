import type { Range } from '../text/range';
import type { TextEdit } from '../text/text-edit';
import type { Draft } from '../tree/draft';
import type { TreeEdit } from '../tree/edit';
import type { Plain } from '../tree/query';
import type { ConfigDocument, FormatName } from './document';
import type { TypedPlace } from './typing/typed-place';

/** What checks need of a format. */
export interface ConfigReader {
  readonly name: FormatName;
  /** What users call it: `JSON`, `HOCON`, `YAML`. */
  readonly title: string;
  /** Never throws and never hangs; takes linear time. */
  read(text: string): ConfigDocument;
}

/** All that the rest of the core knows of a format. Everything format-specific is behind this interface. */
export interface ConfigFormat extends ConfigReader {
  /**
   * The text edits that make the tree edits, all of one document and none inside another. `undefined` where the format
   * cannot express the change at that place (a value that comes from a substitution, say).
   */
  write(document: ConfigDocument, edits: readonly TreeEdit[]): readonly TextEdit[] | undefined;
  /**
   * What is being typed at an offset of a text that may be half-typed; `undefined` in comments and where nothing can begin. A document
   * that was read of the very text may save time.
   */
  placeAt(text: string, offset: number, known?: ConfigDocument): TypedPlace | undefined;
  /** A new text that holds just this value, ending with a line end. */
  print(value: Plain): string;
  /** The same of a draft, with its comments where the format has comments. */
  printDraft(value: Draft): string;
  /** What can be folded in a text, for formats in which no editor knows it by itself. */
  folds?(text: string): readonly Fold[];
}

/** A piece of a text that can be folded into its first line. */
export interface Fold extends Range {
  readonly kind: 'value' | 'comment';
}
