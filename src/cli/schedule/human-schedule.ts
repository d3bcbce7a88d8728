import { placeText } from '../formats/human';
import { humanHead } from '../human-head';
import { counted, longest, type Styles, visible } from '../terminal';
import type { ShownSchedule, ShownScheduledSite } from './shown-schedule';

/** Whether a job starts, for people: the decision, what becomes of each client, and what would let it start. */
export function humanSchedule(shown: ShownSchedule, styles: Styles): string {
  const place = shown.at ? `  ${styles.dim(placeText(shown.at))}` : '';
  const lines = [
    ...humanHead(shown, styles),
    `${verdict(shown, styles)}${visible(shown.text)}${place}`,
    '',
    `${styles.bold('Clients')} ${styles.dim(ORIGINS[shown.from])}`,
    ...(shown.sites.length > 0 ? siteLines(shown.sites, styles) : ['  none']),
  ];
  if (shown.remedies.length > 0) {
    lines.push('', styles.bold('The fewest changes that would let it start'));
    for (const { count, by, changes } of shown.remedies) {
      lines.push(`  ${counted(count, 'change')} ${PARTIES[by]}: ${changes.map(visible).join('; ')}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

const ORIGINS: { readonly [from in ShownSchedule['from']]: string } = {
  typed: '(connected: those that were named by --up)',
  job: '(as if all that deploy_map names were connected; --up says otherwise)',
  workspace: '(as if all that --sites or --offer names were connected; --up says otherwise)',
  guessed: '(supposed, as no site is named; --up or --sites says which are connected)',
};

const PARTIES: Readonly<Record<string, string>> = {
  job: 'of the job',
  sites: 'at the sites',
  both: 'of the job and at the sites',
};

function verdict({ decision }: ShownSchedule, styles: Styles): string {
  if (decision === 'starts') return styles.good('✓ ');
  return styles.severity(
    decision === 'depends' || decision === 'unknown' ? 'warning' : 'error',
    decision === 'depends' ? '? ' : '✗ ',
  );
}

function siteLines(sites: readonly ShownScheduledSite[], styles: Styles): readonly string[] {
  const width = Math.min(40, longest(sites.map(({ site }) => visible(site))));
  return sites.map(({ site, app, mandatory, text, asked, offer, at, state }) => {
    const notes = [app === null ? '' : visible(app), mandatory ? 'mandatory' : '', visible(text)].filter(Boolean);
    const wants =
      asked !== '' && (state === 'runs' || state === 'ready') ? `asked for ${visible(asked)}, offers ${visible(offer)}` : '';
    const details = [wants, at ? placeText(at) : ''].filter(Boolean).join('  ');
    return `  ${visible(site).padEnd(width)}  ${notes.join('  ')}${details ? `  ${styles.dim(details)}` : ''}`;
  });
}
