import type { SiteGroup } from '../../../../core/assist/index';
import { type Child, h, link } from '../../dom';
import { icon } from '../../icons';
import type { OverviewPage } from './overview-page';

const MOST_NAMES = 4;

/** Sites that are alike in everything in one row; the filter leaves groups that have one of the sites it leaves. */
export function groupTable(page: OverviewPage, groups: readonly SiteGroup[]): HTMLElement {
  const shown = new Set(page.shown);
  const rows = groups.flatMap((group) => {
    const members = group.sites.filter((index) => shown.has(index));
    return members.length === 0 ? [] : [groupRow(page, group, members)];
  });
  const head = ['Sites', 'How many', 'App', 'GPUs', 'Launchers'].map((title) => h('th', { scope: 'col' }, title));
  return h('table', { class: 'sheet groups' }, h('thead', {}, h('tr', {}, ...head)), h('tbody', {}, ...rows));
}

function groupRow({ model, select }: OverviewPage, group: SiteGroup, members: readonly number[]): HTMLElement {
  const { app, role, mandatory, setup, errors, warnings } = group;
  const { gpus, launchers } = model.setups[setup] ?? { gpus: 0, launchers: [] };
  const names = members.slice(0, MOST_NAMES).flatMap((index, at): Child[] => {
    const name = model.sites[index]?.name ?? '';
    return [at > 0 ? ', ' : '', link(`group of ${name}`, name, () => select(name), { class: 'link plain' })];
  });
  const rest = members.length - MOST_NAMES;
  return h(
    'tr',
    {},
    h(
      'th',
      { scope: 'row' },
      icon(role),
      ' ',
      ...names,
      rest > 0 && h('span', { class: 'quiet' }, ` and ${rest.toLocaleString('en-GB')} more`),
      mandatory && h('span', { class: 'quiet' }, ' · mandatory'),
      errors > 0 ? icon('error', 'has an error') : warnings > 0 && icon('warning', 'has a warning'),
    ),
    h('td', {}, members.length.toLocaleString('en-GB')),
    h('td', {}, app ?? h('span', { class: 'quiet' }, 'no app')),
    h('td', {}, gpus === null ? '?' : gpus === 0 ? '' : String(gpus)),
    h('td', { class: 'quiet' }, launchers.join(', ')),
  );
}
