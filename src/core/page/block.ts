import type { SvgElement } from '../graph/index';
import { grouped } from '../text/counted';

/** A piece of a page. Writers make HTML or Markdown of it. */
export type Block =
  | { readonly kind: 'text'; readonly text: string; readonly tone?: Tone }
  /** A heading inside a section. */
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'code'; readonly title: string; readonly text: string }
  /** A drawing with the same as a list and as text of mermaid. */
  | {
      readonly kind: 'drawing';
      readonly label: string;
      readonly svg: SvgElement | string;
      readonly mermaid: string;
      readonly outline: readonly Item[];
    };

/** How a text is meant. */
export type Tone = 'quiet' | 'good' | 'info' | 'warning' | 'error';

/** A line of a list, with lines below it. */
export interface Item {
  readonly text: string;
  readonly tone?: Tone;
  readonly items?: readonly Item[];
}

/** What stands in a table: a text, a number, or names and values as the job writes them. */
export type Cell = string | { readonly text: string; readonly tone?: Tone; readonly isCode?: true; readonly isNumber?: true };

/** A name or value as the job writes it. */
export function code(text: string): Cell {
  return { text, isCode: true };
}

/** Names as a sentence has them; of a long list the rest is counted. */
export function someNames(list: readonly string[], most = 12): string {
  const rest = list.length - most;
  return rest > 0 ? `${list.slice(0, most).join(', ')} and ${grouped(rest)} more` : list.join(', ');
}
