import { h, link } from '../../dom';
import { type IconName, icon } from '../../icons';
import type { SectionHost } from '../../section';
import type { ModelOf } from '../../section-types';

type Site = ModelOf<'schedule'>['report']['sites'][number];

/** A table of more rows helps nobody; the counts above say the rest. */
const MOST_ROWS = 500;

/** What becomes of each client. */
export function siteTable(sites: readonly Site[], host: SectionHost<'schedule'>): HTMLElement {
  const shown = sites.slice(0, MOST_ROWS);
  const counts = countsText(sites);
  return h(
    'section',
    { 'aria-labelledby': 'clients' },
    h('div', { class: 'title-row' }, h('h2', { id: 'clients' }, 'Clients'), h('span', { class: 'quiet' }, counts)),
    h(
      'table',
      { class: 'schedule-sites', 'aria-labelledby': 'clients' },
      h('thead', {}, h('tr', {}, ...['Client', 'App', 'What becomes of it'].map((text) => h('th', { scope: 'col' }, text)))),
      h('tbody', {}, ...shown.map((site) => row(site, host))),
    ),
    sites.length > shown.length && h('p', { class: 'quiet' }, `${sites.length - shown.length} more are not shown.`),
  );
}

const ICONS: { readonly [state in Site['state']]: IconName } = {
  runs: 'ok',
  ready: 'ok',
  unclear: 'info',
  'left-out': 'warning',
  'not-connected': 'info',
  'no-app': 'info',
};

function row(site: Site, { reveal }: SectionHost<'schedule'>): HTMLElement {
  const { at } = site;
  const text = site.text.charAt(0).toUpperCase() + site.text.slice(1);
  return h(
    'tr',
    { class: `state-${site.state}` },
    h(
      'th',
      { scope: 'row' },
      link(`site ${site.site}`, site.site, (event) => reveal({ kind: 'site', site: site.site }, event), { class: 'link plain' }),
      site.mandatory && h('span', { class: 'tag' }, 'mandatory'),
    ),
    h('td', {}, site.app ?? '–'),
    h(
      'td',
      {},
      h(
        'div',
        { class: 'becomes' },
        icon(ICONS[site.state]),
        at ? link(`why ${site.site}`, text, (event) => reveal({ kind: 'place', ...at }, event), { class: 'link plain' }) : text,
      ),
      h(
        'div',
        { class: 'about quiet' },
        `${site.asked === '' ? 'nothing is asked for' : `asked for ${site.asked}`} · offers: ${site.offer}`,
      ),
    ),
  );
}

function countsText(sites: readonly Site[]): string {
  const count = (...states: readonly Site['state'][]) => sites.filter(({ state }) => states.includes(state)).length;
  const parts = [
    [count('runs'), 'run'],
    [count('ready'), 'ready'],
    [count('unclear'), 'unclear'],
    [count('left-out'), 'left out'],
    [count('not-connected'), 'not connected'],
    [count('no-app'), 'without an app'],
  ] as const;
  return parts.flatMap(([number, what]) => (number > 0 ? `${number} ${what}` : [])).join(' · ');
}
