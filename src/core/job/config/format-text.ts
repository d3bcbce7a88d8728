/** A variable as `str.format` meets it. */
export type FormatValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'undefined' };

/** What Python's `text.format(**variables)` gives, and the variables that the text names. */
export type Formatted = { readonly names: readonly { readonly name: string; readonly offset: number }[] } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'failed' }
);

/**
 * Mirrors `str.format` as far as it can be known: `{{` and `}}` stand for braces, `{name}` for a value; anything more (`{x:.2f}`,
 * `{x[key]}`) gives a text that is not known. References to secrets, `${secret:NAME}`, stay as they are.
 */
export function formatText(text: string, variable: (name: string) => FormatValue): Formatted {
  const names: { name: string; offset: number }[] = [];
  let result = '';
  let isKnown = true;
  for (let i = 0; i < text.length; ) {
    const letter = text[i] as string;
    const secret = letter === '$' ? /^\$\{secret:[^{}]*\}/.exec(text.slice(i)) : undefined;
    if (secret) {
      result += secret[0];
      i += secret[0].length;
    } else if ((letter === '{' || letter === '}') && text[i + 1] === letter) {
      result += letter;
      i += 2;
    } else if (letter === '{') {
      const end = text.indexOf('}', i);
      const field = end < 0 ? undefined : text.slice(i + 1, end);
      if (field === undefined || field.includes('{')) return { kind: 'failed', names };
      const name = /^[^.[:!]*/.exec(field)?.[0] ?? '';
      const value = variable(name);
      names.push({ name, offset: i + 1 });
      if (name === '' || /^\d+$/.test(name) || value.kind === 'undefined') return { kind: 'failed', names };
      if (value.kind === 'unknown' || name !== field) isKnown = false;
      else result += value.text;
      i = end + 1;
    } else if (letter === '}') return { kind: 'failed', names };
    else {
      result += letter;
      i++;
    }
  }
  return isKnown ? { kind: 'text', text: result, names } : { kind: 'unknown', names };
}
