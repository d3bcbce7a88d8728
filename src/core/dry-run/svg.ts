import { escapeXml } from '../text/escape-xml';
import { lanesText, type Row, type Sequence } from './sequence';

/** Sizes in pixels; texts are measured by a mean width of their letters. */
const LANE = 190;
const LETTER = 6.6;
const HEAD = 34;
const ROW = 30;
const PAD = 12;
/** Keeps lines from running through texts. */
const HALO = ' paint-order="stroke" stroke="var(--deed, Canvas)" stroke-width="4"';

/**
 * The diagram as SVG. Colours are those of the page around it: lines and texts have classes (`lane`, `message`, `answer`, `deed`,
 * `loop`, `heading`) and take the current colour where no style says otherwise.
 */
export function sequenceSvg(sequence: Sequence, title: string): string {
  const { lanes, rows } = sequence;
  const names = lanes.map((name) => name.length * LETTER + 2 * PAD);
  const lane = [...names, ...rows.map(widest)].reduce((most, each) => Math.max(most, each), LANE);
  const width = lanes.length * lane + 2 * PAD;
  const drawn = drawRows(rows, { top: HEAD + PAD, lane, width, depth: 0 });
  const bottom = drawn.bottom + PAD;
  const heads = lanes.map((name, i) => {
    const x = centre(i, lane);
    return [
      `<line class="lane" x1="${x}" y1="${HEAD}" x2="${x}" y2="${bottom}" stroke="currentColor" stroke-opacity="0.35"/>`,
      `<text class="name" x="${x}" y="${HEAD - PAD}" text-anchor="middle" font-weight="600">${escapeXml(name)}</text>`,
    ].join('');
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${bottom + PAD}" viewBox="0 0 ${width} ${bottom + PAD}"`,
    ` font-family="system-ui, sans-serif" font-size="12" fill="currentColor" color="inherit">`,
    `<title>${escapeXml(title)}</title><desc>${escapeXml(`Between ${lanesText(sequence)}; the list of steps says the same.`)}</desc>`,
    ...heads,
    ...drawn.parts,
    '</svg>',
  ].join('');
}

interface At {
  readonly top: number;
  readonly lane: number;
  readonly width: number;
  readonly depth: number;
}

interface Drawn {
  readonly parts: readonly string[];
  readonly bottom: number;
}

function drawRows(rows: readonly Row[], at: At): Drawn {
  const parts: string[] = [];
  let top = at.top;
  for (const row of rows) {
    const drawn = drawRow(row, { ...at, top });
    for (const part of drawn.parts) parts.push(part);
    top = drawn.bottom;
  }
  return { parts, bottom: top };
}

function drawRow(row: Row, at: At): Drawn {
  const { top, lane, width, depth } = at;
  const middle = top + ROW / 2;
  const bottom = top + ROW;
  switch (row.kind) {
    case 'heading': {
      const text = `<text class="heading" x="${PAD}" y="${middle + 4}" font-weight="600"${HALO}>${escapeXml(row.text)}</text>`;
      const line = `<line x1="${PAD}" y1="${bottom - 6}" x2="${width - PAD}" y2="${bottom - 6}" stroke="currentColor" stroke-opacity="0.5"/>`;
      return { parts: [text, line], bottom };
    }
    case 'message':
      return { parts: [arrow(row, centre(row.from, lane), centre(row.to, lane), middle + 6)], bottom };
    case 'deed': {
      const half = Math.min(lane / 2 - 4, (row.text.length * LETTER) / 2 + PAD);
      const x = centre(row.at, lane);
      const box = `<rect x="${x - half}" y="${top + 4}" width="${2 * half}" height="${ROW - 8}" rx="4" fill="var(--deed, Canvas)" stroke="currentColor" stroke-opacity="0.6"/>`;
      return { parts: [`<g class="deed">${box}${label(row.text, x, middle + 4, 2 * half - PAD)}</g>`], bottom };
    }
    case 'loop': {
      const inner = drawRows(row.rows, { ...at, top: top + ROW, depth: depth + 1 });
      const inset = PAD / 2 + depth * 6;
      const frame = `<rect class="loop" x="${inset}" y="${top + 4}" width="${width - 2 * inset}" height="${inner.bottom - top}" rx="6" fill="none" stroke="currentColor" stroke-dasharray="4 3" stroke-opacity="0.7"/>`;
      const text = `<text class="loop" x="${inset + 8}" y="${middle + 6}" font-style="italic"${HALO}>${escapeXml(row.text)}</text>`;
      return { parts: [frame, text, ...inner.parts], bottom: inner.bottom + 8 };
    }
  }
}

function arrow({ text, isAnswer }: Extract<Row, { kind: 'message' }>, from: number, to: number, y: number): string {
  const sign = to > from ? 1 : -1;
  const tip = to - sign;
  const head = `<path d="M${tip} ${y} l${-7 * sign} -4 v8 z"/>`;
  const line = `<line x1="${from}" y1="${y}" x2="${tip}" y2="${y}" stroke="currentColor"${isAnswer ? ' stroke-dasharray="3 3"' : ''}/>`;
  return `<g class="${isAnswer ? 'answer' : 'message'}">${line}${head}${label(text, (from + to) / 2, y - 5, Math.abs(to - from) - PAD)}</g>`;
}

/** A text of at most a width; the whole of it is shown by a pointer. */
function label(text: string, x: number, y: number, width: number): string {
  const most = Math.max(4, Math.floor(width / LETTER));
  const shown = text.length > most ? `${text.slice(0, most - 1)}…` : text;
  const title = shown === text ? '' : `<title>${escapeXml(text)}</title>`;
  return `<text x="${x}" y="${y}" text-anchor="middle">${escapeXml(shown)}${title}</text>`;
}

function widest(row: Row): number {
  if (row.kind === 'loop') return row.rows.map(widest).reduce((most, each) => Math.max(most, each), 0);
  return row.kind === 'message' ? Math.min(300, row.text.length * LETTER + 2 * PAD) : 0;
}

function centre(lane: number, width: number): number {
  return Math.round(PAD + lane * width + width / 2);
}
