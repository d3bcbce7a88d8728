import { yaml } from '../../../../src/core/formats/yaml/index';
import { type Change, checkChanges, textWith } from '../tree-change';

/** The text with the changes made; `undefined` where the writer says that they cannot be. */
export function written(text: string, changes: readonly Change[]): string | undefined {
  return textWith(yaml, text, changes);
}

/** A test that the changes turn one text into the other, with line ends of both kinds. */
export function check(title: string, changes: readonly Change[], before: string, after: string): void {
  checkChanges(yaml, title, changes, before, after);
}
