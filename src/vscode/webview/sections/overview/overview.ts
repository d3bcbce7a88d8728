import type { PreviewModel } from '../../../../core/assist/index';
import { h, keepFocus } from '../../dom';
import type { Section, SectionHost, SectionView } from '../../section';
import type { ModelOf } from '../../section-types';
import { facts } from './facts';
import { groupTable } from './groups';
import { Matrix } from './matrix';
import { options } from './options';
import type { OverviewPage } from './overview-page';
import { problems } from './problems';

/** Numbers, problems, which app each site gets, and what applies there. */
export const overview: Section<'overview'> = { id: 'overview', title: 'Overview', input: null, create };

/** What the section keeps of its own. */
interface Kept {
  readonly filter: string;
  readonly site: string | null;
  /** Whether equal sites stand in one row. */
  readonly isGrouped: boolean;
}

function create(host: SectionHost<'overview'>): SectionView<'overview'> {
  let kept = keptOf(host.kept);
  let latest: ModelOf<'overview'> | undefined;
  let showAllProblems = false;
  const top = h('div');
  const bottom = h('div');
  const matrix = new Matrix();
  const found = h('span', { class: 'quiet', role: 'status' });
  const filter = h('input', {
    type: 'search',
    class: 'filter',
    placeholder: 'Filter sites',
    'aria-label': 'Filter sites by their name or app',
    'data-key': 'filter',
    oninput: () => keep({ filter: filter.value }),
  });
  filter.value = kept.filter;
  const together = h('button', {
    type: 'button',
    class: 'tool',
    'data-key': 'together',
    title: 'Show sites that are alike in everything in one row',
    onclick: () => keep({ isGrouped: !kept.isGrouped }),
  });
  together.textContent = 'Equal sites together';
  const groups = h('div');
  const sites = h(
    'section',
    { 'aria-labelledby': 'sites' },
    h('div', { class: 'title-row' }, h('h2', { id: 'sites' }, 'Sites and apps'), found, together, filter),
    matrix.element,
    groups,
  );

  const keep = (change: Partial<Kept>) => {
    kept = { ...kept, ...change };
    host.keep(kept);
    if (latest) draw(latest);
  };

  const draw = (model: ModelOf<'overview'>) => {
    latest = model;
    const page: OverviewPage = {
      model,
      site: kept.site,
      shown: shownSites(model, kept.filter),
      reveal: host.reveal,
      explain: host.explain,
      select: (site) => keep({ site }),
    };
    const toggle = () => {
      showAllProblems = !showAllProblems;
      draw(model);
    };
    found.textContent = kept.filter === '' ? '' : `${page.shown.length} of ${model.sites.length}`;
    keepFocus(() => {
      const problemSection = problems(page, showAllProblems, toggle);
      top.replaceChildren(facts(page), ...(problemSection ? [problemSection] : []));
      bottom.replaceChildren(...(model.sites.length > 0 ? [options(page)] : []));
      sites.hidden = model.sites.length === 0;
      together.hidden = model.groups.length === model.sites.length;
      together.setAttribute('aria-pressed', String(kept.isGrouped));
      const isGrouped = kept.isGrouped && !together.hidden;
      matrix.element.hidden = isGrouped;
      groups.replaceChildren(...(isGrouped ? [groupTable(page, model.groups)] : []));
      matrix.update(page);
    });
  };

  return {
    element: h('div', {}, top, sites, bottom),
    update: draw,
    show({ site }) {
      filter.value = '';
      keep({ filter: '', site, isGrouped: false });
      matrix.show(site);
      matrix.element.scrollIntoView({ block: 'nearest' });
    },
  };
}

function keptOf(value: unknown): Kept {
  const { filter, site, isGrouped } = (typeof value === 'object' && value !== null ? value : {}) as Partial<
    Record<keyof Kept, unknown>
  >;
  return {
    filter: typeof filter === 'string' ? filter : '',
    site: typeof site === 'string' ? site : null,
    isGrouped: isGrouped === true,
  };
}

/** The sites whose names, or the names of whose apps, hold the text in any letter case. */
function shownSites({ sites, apps }: PreviewModel, filter: string): readonly number[] {
  const wanted = filter.trim().toLowerCase();
  const all = sites.map((_, index) => index);
  if (wanted === '') return all;
  const columns = new Set(apps.flatMap(({ name }, index) => (name.toLowerCase().includes(wanted) ? [index] : [])));
  return all.filter((index) => {
    const site = sites[index];
    return site?.name.toLowerCase().includes(wanted) || columns.has(site?.apps[0] ?? -1);
  });
}
