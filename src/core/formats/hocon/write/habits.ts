import type { SyntaxEntry, SyntaxList, SyntaxObject, SyntaxValue } from '../parse/syntax';
import { type PrintStyle, USUAL_STYLE } from '../print';

/** Habits show in the first entries; the rest is not looked at. */
const ENOUGH = 200;

/** How the text ends its lines, as the first one shows. */
export function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** How the text writes its entries, as the first ones of each sort show. */
export function styleOf(text: string, root: SyntaxObject | SyntaxList): PrintStyle {
  const entries = [...firstEntries(root)];
  const single = entries.find(({ operator, value }) => operator !== '{' && operator !== '+=' && value.kind !== 'braces');
  const object = entries.find(({ value }) => value.kind === 'braces');
  const assign = (single && between(text, single)) ?? USUAL_STYLE.assign;
  const usualForObject = assign.includes(':') ? assign : USUAL_STYLE.assignObject;
  return {
    unit: unitOf(text),
    assign,
    assignObject: (object && between(text, object)) ?? usualForObject,
    quotesKeys: entries.length > 0 && entries.every(({ key }) => key.startsWith('"')),
    shortObjects: hasShortObjects(text, entries),
    commas: hasCommas(text, root.kind === 'braces' ? root.entries.map(rangeOf) : root.items),
  };
}

/** Whether more objects of single values stand on one line than over several. */
function hasShortObjects(text: string, entries: readonly SyntaxEntry[]): boolean {
  let surplus = 0;
  for (const { value } of entries) {
    if (value.kind !== 'braces' || value.entries.length === 0) continue;
    if (value.entries.some((entry) => entry.value.kind === 'braces' || entry.value.kind === 'brackets')) continue;
    surplus += /[\r\n]/.test(text.slice(value.start, value.end)) ? -1 : 1;
  }
  return surplus > 0;
}

/** Whether the first of several members has a comma behind it. */
export function hasCommas(text: string, members: readonly { readonly end: number }[]): boolean {
  return members.length > 1 && /^[ \t]*,/.test(text.slice(members[0]?.end, (members[0]?.end ?? 0) + 20));
}

function rangeOf({ value }: SyntaxEntry): { readonly end: number } {
  return { end: value.end };
}

/** What stands between the key and its value, if that is as one usually writes it. */
function between(text: string, { keyEnd, value }: SyntaxEntry): string | undefined {
  const found = text.slice(keyEnd, value.start);
  return /^ ?[=:] ?$|^ ?$/.test(found) ? found : undefined;
}

function unitOf(text: string): string {
  const indent = /[\r\n]([ \t]+)[^\s]/.exec(text)?.[1] ?? '';
  return indent === '' || indent.length > 8 ? USUAL_STYLE.unit : indent;
}

function* firstEntries(root: SyntaxValue): Generator<SyntaxEntry> {
  const waiting: SyntaxValue[] = [root];
  let left = ENOUGH;
  for (let value = waiting.shift(); value && left > 0; value = waiting.shift()) {
    if (value.kind === 'brackets') waiting.push(...value.items.slice(0, ENOUGH));
    if (value.kind !== 'braces') continue;
    for (const entry of value.entries.slice(0, left)) {
      yield entry;
      waiting.push(entry.value);
      left--;
    }
  }
}
