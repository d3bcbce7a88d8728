import { escapeMermaid } from '../text/escape-mermaid';
import type { Row, Sequence } from './sequence';

/** The diagram as text that mermaid draws. */
export function sequenceMermaid({ lanes, rows }: Sequence): string {
  const lines = [
    'sequenceDiagram',
    ...lanes.map((lane, i) => `  participant p${i} as ${escapeMermaid(lane)}`),
    ...linesOf(rows, '  ', lanes.length),
  ];
  return `${lines.join('\n')}\n`;
}

function linesOf(rows: readonly Row[], indent: string, laneCount: number): readonly string[] {
  return rows.flatMap((row): readonly string[] => {
    if (row.kind === 'message')
      return [`${indent}p${row.from}${row.isAnswer ? '-->>' : '->>'}p${row.to}: ${escapeMermaid(row.text)}`];
    if (row.kind === 'deed') return [`${indent}Note over p${row.at}: ${escapeMermaid(row.text)}`];
    if (row.kind === 'loop') {
      return [`${indent}loop ${escapeMermaid(row.text)}`, ...linesOf(row.rows, `${indent}  `, laneCount), `${indent}end`];
    }
    const span = laneCount > 1 ? `p0,p${laneCount - 1}` : 'p0';
    return [`${indent}Note over ${span}: ${escapeMermaid(row.text)}`];
  });
}
