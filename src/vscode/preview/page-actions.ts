import type { ActionOf, InputOf, SectionId } from '../webview/section-types';

/** What a page asks the extension to do, made sure of; `undefined` for anything else. */
export const PAGE_ACTIONS: { readonly [K in SectionId]: (value: unknown) => ActionOf<K> | undefined } = {
  overview: nothing,
  graph(value) {
    const { png } = fieldsOf(value);
    const drawing = drawingOf(value);
    if (!drawing || (png !== undefined && (typeof png !== 'string' || !isBase64(png)))) return undefined;
    return png === undefined ? drawing : { ...drawing, png };
  },
  site: nothing,
  leaving: nothing,
  steps: drawingOf,
  schedule(value) {
    const { remedy, input } = fieldsOf(value);
    return typeof remedy === 'number' && Number.isSafeInteger(remedy) && remedy >= 0
      ? { remedy, input: scheduleInput(input) }
      : undefined;
  },
  upload: nothing,
};

/** What the page of the schedule was asked with; a page of an older version may have kept something else. */
export function scheduleInput(value: unknown): InputOf<'schedule'> {
  const { up, offers } = fieldsOf(value);
  return { up: typeof up === 'string' ? up : null, offers: typeof offers === 'string' ? offers : '' };
}

/** The fields of an object; none of anything else. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function nothing(): undefined {
  return undefined;
}

function drawingOf(value: unknown): ActionOf<'steps'> | undefined {
  const { kind, svg, mermaid } = fieldsOf(value);
  return kind === 'export' && typeof svg === 'string' && typeof mermaid === 'string' ? { kind, svg, mermaid } : undefined;
}

function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}
