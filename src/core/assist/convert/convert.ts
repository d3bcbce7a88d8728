import { type ConfigDocument, refusalOf } from '../../formats/document';
import type { ConfigFormat } from '../../formats/format';
import { attachComments, commentText } from './comments';
import { type Difference, differences } from './compare';
import { draftDocument, type Remark } from './draft';

export type { Remark } from './draft';

/** What may be lost in a conversion, once its user has agreed. */
export interface ConvertOptions {
  /** Leave out comments that the other format has no place for. */
  readonly dropComments?: boolean;
  /** Write out the values that references stand for. Without it, a text with references is refused. */
  readonly writeOutReferences?: boolean;
}

/** The same value in another format, or why it cannot be had. */
export type Conversion =
  | {
      readonly text: string;
      /** What the new text leaves out or writes out. None of it changes the value. */
      readonly leftOut: readonly Remark[];
    }
  | { readonly refused: readonly Remark[] };

/** More reasons than these help nobody. */
const MOST_REASONS = 50;

/**
 * A text of another format with the same value, the same order of keys and the same comments. The new text is read again
 * before it is returned: where NVFLARE would find another value in it, the conversion is refused.
 */
export function convert(document: ConfigDocument, to: ConfigFormat, options: ConvertOptions = {}): Conversion {
  const mistakes = document.problems.filter(({ refusal }) => refusal !== undefined);
  if (mistakes.length > 0) return refusal(mistakes.map(({ message, range }) => ({ message, range })));
  const { draft, obstacles, leftOut } = draftDocument(document, attachComments(document));
  if (obstacles.length > 0) return refusal(obstacles);
  const links = (document.references ?? []).map((range) => ({ message: 'this reference becomes a value of its own', range }));
  if (links.length > 0 && !options.writeOutReferences) return refusal(links);
  const result = to.read(to.printDraft(draft));
  const wrong = [...wrongIn(document, result, to)];
  if (wrong.length > 0) return refusal(wrong);
  const lost = lostComments(document, result, to);
  if (lost.length > 0 && !options.dropComments) return refusal(lost);
  return { text: result.text, leftOut: [...leftOut, ...links, ...lost].sort((a, b) => a.range.start - b.range.start) };
}

function refusal(reasons: readonly Remark[]): Conversion {
  return { refused: reasons.slice(0, MOST_REASONS) };
}

function* wrongIn(document: ConfigDocument, result: ConfigDocument, to: ConfigFormat): Generator<Remark> {
  let isDifferent = false;
  for (const difference of differences(document, result)) {
    isDifferent = true;
    yield { message: describe(difference, to.title), range: difference.range };
  }
  const problem = refusalOf(result);
  if (problem && !isDifferent) {
    const { start, end } = document.root;
    yield { message: `NVFLARE would refuse the ${to.title} text: ${problem.message}`, range: { start, end } };
  }
}

function describe({ what, node }: Difference, title: string): string {
  if (what === 'the order of the keys') return `${title} would put this key at another place`;
  if (what === 'a key') return `${title} has no way to write this key`;
  if (node.kind === 'float' && !Number.isFinite(node.value)) return `${title} has no way to write ${node.value}`;
  return `NVFLARE would read this value differently from ${title}`;
}

/** Comments that are not in the result. Those that are in it may come in another order, as they stay with their entries. */
function lostComments(document: ConfigDocument, result: ConfigDocument, to: ConfigFormat): readonly Remark[] {
  const kept = new Map<string, number>();
  for (const range of result.comments) {
    const text = commentText(result.text, range);
    kept.set(text, (kept.get(text) ?? 0) + 1);
  }
  return document.comments.flatMap((range): readonly Remark[] => {
    const text = commentText(document.text, range);
    const count = kept.get(text) ?? 0;
    kept.set(text, count - 1);
    return count > 0 ? [] : [{ message: `${to.title} has no place for this comment`, range }];
  });
}
