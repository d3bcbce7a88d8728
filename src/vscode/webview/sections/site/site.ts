import type { SiteSheet } from '../../../../core/assist/index';
import { type Child, h, keepFocus, link } from '../../dom';
import { icon } from '../../icons';
import type { Section, SectionHost, SectionView } from '../../section';
import type { ModelOf } from '../../section-types';
import { runs } from './runs';
import './site.css';

/** Everything that one site gets. */
export const site: Section<'site'> = { id: 'site', title: 'Site', input: { site: null }, create };

/** Names that are offered while typing; nobody reads more. */
const MOST_OFFERED = 200;

function create(host: SectionHost<'site'>): SectionView<'site'> {
  let isTextOpen = false;
  let names: readonly string[] = [];
  const offered = h('datalist', { id: 'site-names' });
  const choice = h('input', {
    type: 'text',
    class: 'filter',
    list: 'site-names',
    'aria-label': 'Name of a site',
    placeholder: 'Name of a site',
    'data-key': 'site choice',
    spellcheck: 'false',
    onchange: () => choose(choice.value.trim()),
    onfocus: () => choice.select(),
    oninput: () => {
      offer();
      if (names.includes(choice.value)) choose(choice.value);
    },
  });
  const step = (by: number) => {
    const at = names.indexOf(choice.value);
    const next = names[(at + by + names.length) % names.length];
    if (next !== undefined) choose(next);
  };
  const button = (text: string, title: string, by: number) =>
    h('button', { type: 'button', class: 'tool', title, 'aria-label': title, 'data-key': title, onclick: () => step(by) }, text);
  const bar = h(
    'div',
    { class: 'site-bar' },
    choice,
    h('span', { class: 'tool-group' }, button('‹', 'Site before', -1), button('›', 'Next site', 1)),
    offered,
  );
  const body = h('div');

  const choose = (name: string) => {
    choice.value = name;
    if (name !== '' && name !== host.input.site) host.ask({ site: name });
  };
  const offer = () => {
    const typed = choice.value.toLowerCase();
    const found = names.includes(choice.value) ? names : names.filter((name) => name.toLowerCase().includes(typed));
    offered.replaceChildren(...found.slice(0, MOST_OFFERED).map((name) => h('option', { value: name })));
  };

  return {
    element: h('div', {}, bar, body),
    update({ sheet, names: all }) {
      names = all;
      if (sheet && document.activeElement !== choice) choice.value = sheet.site;
      offer();
      keepFocus(() => {
        const open = (event: Event) => {
          isTextOpen = (event.currentTarget as HTMLDetailsElement).open;
        };
        body.replaceChildren(...(sheet ? contents(host, sheet, { isOpen: isTextOpen, ontoggle: open }) : [nobody()]));
      });
    },
    show: ({ site: name }) => choose(name),
  };
}

function nobody(): HTMLElement {
  return h('p', { class: 'gone' }, 'The job names no site yet: its deploy_map says where its apps go.');
}

function contents(
  host: SectionHost<'site'>,
  sheet: NonNullable<ModelOf<'site'>['sheet']>,
  text: { readonly isOpen: boolean; readonly ontoggle: (event: Event) => void },
): readonly Child[] & readonly HTMLElement[] {
  const { site: name, role, app, mandatory, runs: found } = sheet;
  const target = (event: Event) => host.reveal({ kind: 'site', site: name }, event);
  const head = h(
    'section',
    { 'aria-label': 'What goes there' },
    h(
      'h2',
      {},
      icon(role),
      link('site name', name, target, { class: 'link plain' }),
      h('span', { class: 'quiet' }, role),
      mandatory &&
        link('site mandatory', 'mandatory', (event) => host.reveal({ kind: 'mandatory', site: name }, event), {
          class: 'tag link',
        }),
    ),
    app === null
      ? h('p', {}, 'No app: deploy_map does not send one here.')
      : h(
          'p',
          {},
          'Gets app ',
          link('site app', app.name, (event) => host.reveal({ kind: 'site', site: name, app: app.name }, event)),
          app.how === 'named' ? ', because deploy_map names the site.' : ', because it goes to all sites.',
        ),
  );
  return [head, options(host, sheet), ...(found ? runs(host, found, role, text) : app === null ? [] : [unread()])];
}

function unread(): HTMLElement {
  return h('section', {}, h('p', { class: 'quiet' }, 'No configuration was found for this site, or it cannot be read.'));
}

function options(host: SectionHost<'site'>, { site: name, role, setup }: SiteSheet): HTMLElement {
  const notes = setup.options.length + setup.notes.length === 0 ? ['Nothing is asked for, and no option is set.'] : setup.notes;
  return h(
    'section',
    { 'aria-labelledby': 'site-options' },
    h('h2', { id: 'site-options' }, 'Resources and launcher options'),
    setup.options.length > 0 &&
      h(
        'table',
        { class: 'sheet options' },
        h('thead', {}, h('tr', {}, ...['Option', 'Value', 'Read by', 'From'].map((title) => h('th', { scope: 'col' }, title)))),
        h(
          'tbody',
          {},
          ...setup.options.map(({ key, value, readBy, map, from, list }) =>
            h(
              'tr',
              {},
              h('th', { scope: 'row' }, key),
              h(
                'td',
                { class: 'value' },
                link(`site ${list} ${key}`, value, (event) =>
                  host.reveal({ kind: 'option', site: name, role, list, key }, event),
                ),
              ),
              h('td', {}, readBy),
              h('td', { class: 'quiet' }, `${map}, ${from ?? 'own block'}`),
            ),
          ),
        ),
      ),
    ...notes.map((note) => h('p', { class: 'quiet' }, note)),
  );
}
