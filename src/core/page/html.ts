import { svgText } from '../graph/draw/element';
import { sha256 } from '../manifest/sha256';
import { utf8 } from '../manifest/utf8';
import { escapeXml } from '../text/escape-xml';
import type { Block, Cell, Item, Tone } from './block';
import type { Page } from './page';
import { PAGE_STYLE } from './style';

/**
 * A page that opens anywhere: one file that loads nothing and runs nothing. Its policy allows its own style by the style's hash, and
 * nothing else.
 */
export function pageHtml({ head, hash, sections }: Page): string {
  const { title, what, folder, verdict } = head;
  const policy = `default-src 'none'; style-src '${styleHash()}'`;
  const links = sections.map(({ id, title: name }) => `<li><a href="#${id}">${escapeXml(name)}</a></li>`);
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="UTF-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeXml(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeXml(`${title} – what this job does`)}</title>`,
    `<style>${PAGE_STYLE}</style>`,
    '</head>',
    '<body>',
    '<header>',
    `<h1>${escapeXml(title)}</h1>`,
    `<p class="quiet">${escapeXml(`${what} · folder ${folder}`)}</p>`,
    `<p class="verdict tone-${verdict.level === 'ok' ? 'good' : verdict.level}">${escapeXml(verdict.text)}</p>`,
    hash === undefined ? '' : `<p class="hash"><span>Content</span> <code>${escapeXml(hash)}</code></p>`,
    '</header>',
    `<nav aria-label="Sections"><ul>${links.join('')}</ul></nav>`,
    '<main>',
    ...sections.map(({ id, title: name, blocks }) => {
      const body = blocks.map((block, index) => blockHtml(block, `${id}-${index}`)).join('\n');
      return `<section aria-labelledby="${id}"><h2 id="${id}">${escapeXml(name)}</h2>\n${body}\n</section>`;
    }),
    '</main>',
    `<footer class="quiet">Made by FLARE Jobs from the files of the job${hash === undefined ? '' : `; the hash above says which`}.</footer>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function blockHtml(block: Block, id: string): string {
  switch (block.kind) {
    case 'text':
      return `<p${toned(block.tone)}>${escapeXml(block.text)}</p>`;
    case 'heading':
      return `<h3>${escapeXml(block.text)}</h3>`;
    case 'list':
      return listHtml(block.items);
    case 'table':
      return tableHtml(block.head, block.rows, id);
    case 'code':
      return `<details><summary>${escapeXml(block.title)}</summary><pre tabindex="0"><code>${escapeXml(block.text)}</code></pre></details>`;
    case 'drawing': {
      const drawing = typeof block.svg === 'string' ? block.svg : svgText(block.svg);
      return [
        `<figure><div class="drawing" role="group" tabindex="0" aria-label="${escapeXml(block.label)}">${drawing}</div></figure>`,
        `<details><summary>The same as a list</summary>${listHtml(block.outline)}</details>`,
      ].join('\n');
    }
  }
}

function listHtml(items: readonly Item[]): string {
  const lines = items.map(({ text, tone, items: inner }) => {
    const below = inner && inner.length > 0 ? listHtml(inner) : '';
    return `<li><span${toned(tone)}>${escapeXml(text)}</span>${below}</li>`;
  });
  return `<ul>${lines.join('')}</ul>`;
}

function tableHtml(head: readonly string[], rows: readonly (readonly Cell[])[], id: string): string {
  const titles = head.map((title) => `<th scope="col">${escapeXml(title)}</th>`).join('');
  const hasTitles = head.some((title) => title !== '');
  const lines = rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`);
  const top = hasTitles ? `<thead><tr>${titles}</tr></thead>` : '';
  return `<div class="table" id="${id}"><table>${top}<tbody>${lines.join('')}</tbody></table></div>`;
}

function cellHtml(cell: Cell, column: number): string {
  const tag = column === 0 ? 'th scope="row"' : 'td';
  const end = column === 0 ? 'th' : 'td';
  if (typeof cell === 'string') return `<${tag}>${escapeXml(cell)}</${end}>`;
  const classes = [cell.tone && `tone-${cell.tone}`, cell.isNumber && 'number'].filter(Boolean).join(' ');
  const text = escapeXml(cell.text);
  const inside = cell.isCode && text !== '' ? `<code>${text}</code>` : text;
  return `<${tag}${classes === '' ? '' : ` class="${classes}"`}>${inside}</${end}>`;
}

function toned(tone: Tone | undefined): string {
  return tone === undefined ? '' : ` class="tone-${tone}"`;
}

/** The hash of the style as policies name it. */
function styleHash(): string {
  const hash = sha256();
  hash.update(utf8(PAGE_STYLE));
  return `sha256-${base64(hash.digest())}`;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Hexadecimal digits as base 64: three digits are two letters. */
function base64(hex: string): string {
  let text = '';
  for (let i = 0; i < hex.length; i += 3) {
    const part = hex.slice(i, i + 3);
    const bits = Number.parseInt(part.padEnd(3, '0'), 16);
    text += `${LETTERS[bits >> 6]}${part.length > 1 ? LETTERS[bits & 63] : ''}`;
  }
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}
