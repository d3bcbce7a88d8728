/** How wide a text is, in units of the drawing. */
export type Measure = (text: string, font: Font) => number;

/** The texts of a drawing: names, what is below them, and words on edges. */
export type Font = 'title' | 'detail' | 'label';

/** The heights of letters. */
export const FONT_SIZES: { readonly [font in Font]: number } = { title: 13, detail: 11, label: 10.5 };

/** A guess for where there is no page to ask: widths of common sans-serif letters, rather too wide than too narrow. */
export const guessWidth: Measure = (text, font) => {
  let width = 0;
  for (const letter of text)
    width += /[ilj.,:;'|!()[\]{}]/.test(letter) ? 0.33 : /[mwMW@—…]/.test(letter) ? 0.9 : /[A-Z_]/.test(letter) ? 0.68 : 0.57;
  return width * FONT_SIZES[font] * (font === 'title' ? 1.05 : 1);
};

/** A text that fits, shortened in the middle where it must be: names differ at their ends. */
export function fitted(text: string, font: Font, most: number, measure: Measure): string {
  if (measure(text, font) <= most) return text;
  let low = 1;
  let high = text.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(shortened(text, middle), font) <= most) low = middle;
    else high = middle - 1;
  }
  return shortened(text, low);
}

function shortened(text: string, letters: number): string {
  const head = Math.ceil(letters * 0.6);
  const tail = letters - head;
  return `${text.slice(0, head)}…${tail > 0 ? text.slice(-tail) : ''}`;
}
