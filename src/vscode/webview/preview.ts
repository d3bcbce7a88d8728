import './preview.css';
import { h, keepFocus } from './dom';
import { facts, header } from './header';
import { Matrix } from './matrix';
import type { FromPage, PageState, ToPage } from './messages';
import { options } from './options';
import type { Page } from './page';
import { problems } from './problems';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
};

const vscode = acquireVsCodeApi();
start(vscode.getState());

/** Puts the page together once; what changes is drawn into its places. */
function start(kept: PageState | undefined): void {
  let state: PageState = kept ?? { job: '', filter: '', site: null };
  let latest: Extract<ToPage, { type: 'show' }> | undefined;
  let showAllProblems = false;
  const root = document.getElementById('preview') as HTMLElement;
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
    oninput: () => {
      keep({ filter: filter.value });
      draw();
    },
  });
  filter.value = state.filter;
  const sites = h(
    'section',
    { 'aria-labelledby': 'sites' },
    h('div', { class: 'title-row' }, h('h2', { id: 'sites' }, 'Sites and apps'), found, filter),
    matrix.element,
  );

  const keep = (change: Partial<PageState>) => {
    state = { ...state, ...change };
    vscode.setState(state);
  };

  const select = (site: string | null) => {
    keep({ site });
    draw();
  };

  const pageOf = ({ model }: Extract<ToPage, { type: 'show' }>): Page => ({
    model,
    site: state.site,
    shown: shownSites(model, state.filter),
    reveal: (target, event) => vscode.postMessage({ type: 'reveal', target, focus: event instanceof KeyboardEvent }),
    explain: (code) => vscode.postMessage({ type: 'explain', code }),
    select,
  });

  const draw = () => {
    if (!latest) return;
    const page = pageOf(latest);
    const { sites: all } = page.model;
    found.textContent = state.filter === '' ? '' : `${page.shown.length} of ${all.length}`;
    keepFocus(() => {
      const toggle = () => {
        showAllProblems = !showAllProblems;
        draw();
      };
      const problemSection = problems(page, showAllProblems, toggle);
      top.replaceChildren(header(page), facts(page), ...(problemSection ? [problemSection] : []));
      bottom.replaceChildren(...(all.length > 0 ? [options(page)] : []));
      sites.hidden = all.length === 0;
      if (sites.parentElement !== root) root.replaceChildren(top, sites, bottom);
      matrix.update(page);
    });
  };

  window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
    switch (data.type) {
      case 'show':
        latest = data;
        keep({ job: data.job });
        draw();
        break;
      case 'select':
        filter.value = '';
        keep({ filter: '', site: data.site });
        draw();
        matrix.show(data.site);
        matrix.element.scrollIntoView({ block: 'nearest' });
        break;
      case 'gone':
        latest = undefined;
        root.replaceChildren(h('p', { class: 'gone', role: 'status' }, data.text));
        break;
    }
  });
  window.addEventListener('resize', draw);
  vscode.postMessage({ type: 'ready' });
}

/** The sites whose names, or the names of whose apps, hold the text in any letter case. */
function shownSites({ sites, apps }: Page['model'], filter: string): readonly number[] {
  const wanted = filter.trim().toLowerCase();
  const all = sites.map((_, index) => index);
  if (wanted === '') return all;
  const columns = new Set(apps.flatMap(({ name }, index) => (name.toLowerCase().includes(wanted) ? [index] : [])));
  return all.filter((index) => {
    const site = sites[index];
    return site?.name.toLowerCase().includes(wanted) || columns.has(site?.apps[0] ?? -1);
  });
}
