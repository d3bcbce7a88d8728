import type { Difference } from '../../core/review/index';
import { placeText } from '../formats/human';
import { type Styles, visible } from '../terminal';
import type { DiffPage } from './shown-diff';

const SIGNS = { added: '+', removed: '-', changed: '~' } as const;

/** Differences for people, by group. */
export function humanDiff(differences: readonly Difference[], page: DiffPage, styles: Styles): string {
  const head = `${styles.bold(visible(page.before.title))} → ${styles.bold(visible(page.after.title))}`;
  if (differences.length === 0) return `${head}\nNo difference.\n`;
  const lines = grouped(differences).flatMap(([group, all]) => [
    '',
    styles.bold(visible(group)),
    ...all.map((each) => {
      const text = `${SIGNS[each.kind]} ${visible(each.text)}`;
      const told = each.protection === 'less' ? styles.severity('warning', text) : text;
      return `  ${told}${placeOf(each, page) === '' ? '' : `  ${styles.dim(placeOf(each, page))}`}`;
    }),
  ]);
  return `${[head, ...lines].join('\n')}\n`;
}

/** Differences as Markdown, for a review. */
export function markdownDiff(differences: readonly Difference[], page: DiffPage): string {
  const head = `# ${plain(page.before.title)} → ${plain(page.after.title)}`;
  if (differences.length === 0) return `${head}\n\nNo difference.\n`;
  const groups = grouped(differences).map(([group, all]) => {
    const items = all.map((each) => {
      const place = placeOf(each, page);
      const text = each.protection === 'less' ? `**${plain(each.text)}**` : plain(each.text);
      return `- ${text}${place === '' ? '' : ` (${place.includes('`') ? plain(place) : `\`${place}\``})`}`;
    });
    return `## ${plain(group)}\n\n${items.join('\n')}`;
  });
  return `${[head, ...groups].join('\n\n')}\n`;
}

/** Where it stands now, or where it stood. */
function placeOf({ before, after }: Difference, page: DiffPage): string {
  if (after) return placeText(page.after.locate(after));
  return before ? placeText(page.before.locate(before)) : '';
}

function grouped(differences: readonly Difference[]): readonly (readonly [string, readonly Difference[]])[] {
  const groups = new Map<string, Difference[]>();
  for (const each of differences) {
    const known = groups.get(each.group);
    if (known) known.push(each);
    else groups.set(each.group, [each]);
  }
  return [...groups];
}

/** Letters that Markdown would read, as letters. */
function plain(text: string): string {
  return visible(text).replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
}
