import { FONT_SIZES, type Measure } from '../../../../core/graph/index';

/** Measures texts in the font of the page; each is measured once. */
export function pageMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d');
  const family = getComputedStyle(document.body).fontFamily;
  const known = new Map<string, number>();
  return (text, font) => {
    const key = `${font} ${text}`;
    let width = known.get(key);
    if (width === undefined && context) {
      context.font = `${font === 'title' ? 600 : 400} ${FONT_SIZES[font]}px ${family}`;
      width = context.measureText(text).width;
      known.set(key, width);
    }
    return width ?? text.length * FONT_SIZES[font] * 0.6;
  };
}
