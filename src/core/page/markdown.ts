import { printable } from '../text/unprintable';
import type { Block, Cell, Item } from './block';
import type { Page } from './page';

/** The page as Markdown; drawings are mermaid text, which many viewers draw. */
export function pageMarkdown({ head, hash, sections }: Page): string {
  const { title, what, folder, verdict } = head;
  const parts = [
    `# ${plain(title)}`,
    `${plain(what)} · folder ${code(folder)}`,
    `**${plain(verdict.text)}**`,
    ...(hash === undefined ? [] : [`Content ${code(hash)}`]),
    ...sections.flatMap((section) => [`## ${plain(section.title)}`, ...section.blocks.map(blockText)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'text':
      return plain(block.text);
    case 'heading':
      return `### ${plain(block.text)}`;
    case 'list':
      return listText(block.items, '');
    case 'table':
      return tableText(block.head, block.rows);
    case 'code':
      return fenced('json', block.text);
    case 'drawing':
      return fenced('mermaid', block.mermaid.trimEnd());
  }
}

function listText(items: readonly Item[], indent: string): string {
  return items
    .flatMap(({ text, items: inner }) => [
      `${indent}- ${plain(text)}`,
      ...(inner && inner.length > 0 ? [listText(inner, `${indent}  `)] : []),
    ])
    .join('\n');
}

function tableText(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head.map(plain)), line(head.map(() => '---')), ...rows.map((row) => line(row.map(cellText)))].join('\n');
}

function cellText(cell: Cell): string {
  if (typeof cell === 'string') return plain(cell).replaceAll('|', '\\|');
  // Code keeps a bar only when that is escaped outside of it, too: tables are cut first.
  if (cell.isCode && cell.text !== '') return cell.text.split('\n').map(code).join('<br>').replaceAll('|', '\\|');
  return plain(cell.text).replaceAll('|', '\\|');
}

/** A text whose letters mean themselves. */
function plain(text: string): string {
  return oneLine(text).replace(/[\\`*_[\]<>#&]/g, '\\$&');
}

/** An empty line would end what it stands in. */
function oneLine(text: string): string {
  return printable(text.replace(/\s+/g, ' '));
}

function code(written: string): string {
  const text = oneLine(written);
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') || text === '' ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** A fence that is longer than all in the text. */
function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}
