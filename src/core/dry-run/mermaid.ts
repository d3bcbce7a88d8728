import type { Row, Sequence } from './sequence';

/** The diagram as text that mermaid draws. */
export function sequenceMermaid({ lanes, rows }: Sequence): string {
  const lines = [
    'sequenceDiagram',
    ...lanes.map((lane, i) => `  participant p${i} as ${plain(lane)}`),
    ...linesOf(rows, '  ', lanes.length),
  ];
  return `${lines.join('\n')}\n`;
}

function linesOf(rows: readonly Row[], indent: string, laneCount: number): readonly string[] {
  return rows.flatMap((row): readonly string[] => {
    if (row.kind === 'message') return [`${indent}p${row.from}${row.isAnswer ? '-->>' : '->>'}p${row.to}: ${plain(row.text)}`];
    if (row.kind === 'deed') return [`${indent}Note over p${row.at}: ${plain(row.text)}`];
    if (row.kind === 'loop') {
      return [`${indent}loop ${plain(row.text)}`, ...linesOf(row.rows, `${indent}  `, laneCount), `${indent}end`];
    }
    const span = laneCount > 1 ? `p0,p${laneCount - 1}` : 'p0';
    return [`${indent}Note over ${span}: ${plain(row.text)}`];
  });
}

/** Mermaid ends a text at a semicolon or a new line, and reads `#…;` as a character. */
function plain(text: string): string {
  return text.replace(/[;\r\n]+/g, ',').replaceAll('#', 'no. ');
}
