import type { PreviewOption, PreviewSite } from '../../../../core/assist/index';
import { type Child, h, link } from '../../dom';
import { icon } from '../../icons';
import type { OverviewPage } from './overview-page';
import { problemList } from './problems';
import './options.css';

/** More groups than this are not read one by one; the matrix leads to each site. */
const MOST_GROUPS = 50;
const MOST_NAMES = 8;

/** What applies to the chosen site, or to all sites, equal ones together. */
export function options(page: OverviewPage): HTMLElement {
  const site = page.model.sites.find(({ name }) => name === page.site);
  return h(
    'section',
    { 'aria-labelledby': 'options' },
    h(
      'div',
      { class: 'title-row' },
      h('h2', { id: 'options' }, 'Resources and launcher options'),
      site && link('all-sites', 'All sites', () => page.select(null)),
    ),
    ...(site ? oneSite(page, site) : allSites(page)),
  );
}

function oneSite(page: OverviewPage, site: PreviewSite): readonly Child[] {
  const { model, reveal } = page;
  const app = site.how === null ? undefined : model.apps[site.apps[0] ?? -1]?.name;
  const why = site.how === 'named' ? 'because deploy_map names the site' : 'because it goes to all sites';
  const own = model.problems.filter((problem) => problem.site === site.name);
  return [
    h(
      'h3',
      {},
      icon(site.role),
      link('chosen', site.name, (event) => reveal({ kind: 'site', site: site.name }, event)),
      h('span', { class: 'quiet' }, ROLES[site.role]),
      site.mandatory &&
        link('chosen mandatory', 'mandatory', (event) => reveal({ kind: 'mandatory', site: site.name }, event), { class: 'tag' }),
    ),
    app === undefined
      ? h('p', {}, 'No app: deploy_map does not send one here.')
      : h(
          'p',
          {},
          'Gets app ',
          link('chosen app', app, (event) => reveal({ kind: 'site', site: site.name, app }, event)),
          `, ${why}.`,
        ),
    own.length > 0 && problemList(page, own, 'chosen problem'),
    table([rowsOf(page, site)]),
  ];
}

const ROLES: { readonly [role in PreviewSite['role']]: string } = {
  server: 'server',
  client: 'client',
  all: 'the server and every client that is connected',
};

function allSites(page: OverviewPage): readonly Child[] {
  const { model, shown } = page;
  const bySetup = new Map<number, PreviewSite[]>();
  for (const index of shown) {
    const site = model.sites[index];
    if (!site) continue;
    const group = bySetup.get(site.setup);
    if (group) group.push(site);
    else bySetup.set(site.setup, [site]);
  }
  const groups = [...bySetup.values()];
  const bodies = groups.slice(0, MOST_GROUPS).map((group) => groupBody(page, group));
  const rest = groups.length - MOST_GROUPS;
  return [
    groups.length > 0 && table(bodies),
    rest > 0 && h('p', { class: 'quiet' }, `${rest} more: choose a site in the matrix to see its own.`),
  ];
}

function groupBody(page: OverviewPage, sites: readonly PreviewSite[]): HTMLElement {
  const names = sites.slice(0, MOST_NAMES).flatMap((site, index): Child[] => [
    index > 0 ? ', ' : '',
    link(`group ${site.name}`, site.name, () => page.select(site.name), {
      class: 'link plain',
      title: `What applies to ${site.name}`,
    }),
  ]);
  const rest = sites.length - MOST_NAMES;
  const [first] = sites;
  const body = first ? rowsOf(page, first) : h('tbody');
  body.prepend(
    h(
      'tr',
      { class: 'group' },
      h('th', { scope: 'rowgroup', colspan: 4 }, ...names, rest > 0 && ` and ${rest.toLocaleString('en-GB')} more`),
    ),
  );
  return body;
}

function table(bodies: readonly HTMLElement[]): HTMLElement {
  const head = ['Option', 'Value', 'Read by', 'From'].map((title) => h('th', { scope: 'col' }, title));
  return h('table', { class: 'options' }, h('thead', {}, h('tr', {}, ...head)), ...bodies);
}

function rowsOf(page: OverviewPage, site: PreviewSite): HTMLElement {
  const setup = page.model.setups[site.setup] ?? { options: [], notes: [] };
  const notes = setup.options.length + setup.notes.length === 0 ? ['Nothing is asked for, and no option is set.'] : setup.notes;
  return h(
    'tbody',
    {},
    ...setup.options.map((option) => optionRow(page, site, option)),
    ...notes.map((note) => h('tr', {}, h('td', { class: 'quiet', colspan: 4 }, note))),
  );
}

function optionRow({ reveal }: OverviewPage, site: PreviewSite, option: PreviewOption): HTMLElement {
  const { key, value, readBy, map, from, list } = option;
  const show = (event: Event) => reveal({ kind: 'option', site: site.name, role: site.role, list, key }, event);
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, key),
    h('td', { class: 'value' }, link(`option ${site.name} ${list} ${key}`, value, show, { title: value })),
    h('td', {}, readBy),
    h('td', { class: 'quiet', title: `${map}, ${from ?? 'its own block'}` }, from ?? 'own block'),
  );
}
