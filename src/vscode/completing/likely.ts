import type { Completion } from '../../core/complete/index';

/** So many offers are whole before the list is shown. */
const MOST = 12;

/**
 * The offers that will probably be accepted: those with what was typed in them, the first ones in the order of the list. Whoever
 * accepts before the editor has asked for the rest of an offer loses the edits that lie behind the caret.
 *
 * @param offset the caret, in the text that was asked about
 */
export function likelyOffers(items: readonly Completion[], text: string, offset: number): ReadonlySet<Completion> {
  const fits = ({ range, filterText, elsewhere }: Completion) =>
    elsewhere !== undefined &&
    filterText.toLowerCase().includes(text.slice(range.start, offset).replace(/^["']/, '').toLowerCase());
  const inOrder = items.filter(fits).sort((a, b) => (a.sortText < b.sortText ? -1 : Number(a.sortText > b.sortText)));
  return new Set(inOrder.slice(0, MOST));
}
