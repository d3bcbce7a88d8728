import { h, keepFocus, link } from '../../dom';
import { type IconName, icon } from '../../icons';
import type { Section, SectionHost, SectionView } from '../../section';
import type { ModelOf } from '../../section-types';
import { remedyList } from './remedies';
import './schedule.css';
import { siteTable } from './site-table';

/** Whether the server would start the job, with whom, who is left out, and what would let it start. */
export const schedule: Section<'schedule'> = { id: 'schedule', title: 'Scheduling', input: { up: null, offers: '' }, create };

/** The hands rest after so many milliseconds; then what was typed is asked. */
const REST_MILLISECONDS = 250;

function create(host: SectionHost<'schedule'>): SectionView<'schedule'> {
  const verdict = h('div');
  const result = h('div');
  const mistakes = h('p', { class: 'mistakes', role: 'status' });
  const supposed = h('p', { class: 'quiet', id: 'supposed' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = () => {
    clearTimeout(timer);
    timer = setTimeout(() => host.ask({ up: up.value.trim() === '' ? null : up.value, offers: offers.value }), REST_MILLISECONDS);
  };
  const up = h('input', {
    type: 'text',
    id: 'up',
    class: 'filter wide-input',
    spellcheck: 'false',
    'data-key': 'up',
    'aria-describedby': 'supposed',
    oninput: ask,
  });
  const offers = h('input', {
    type: 'text',
    id: 'offers',
    class: 'filter wide-input',
    spellcheck: 'false',
    placeholder: 'site-1: num_of_gpus=2, mem_per_gpu_in_GiB=16; *: none',
    'data-key': 'offers',
    'aria-describedby': 'offers-help',
    oninput: ask,
  });
  up.value = host.input.up ?? '';
  offers.value = host.input.offers;

  const form = h(
    'section',
    { class: 'schedule-form', 'aria-labelledby': 'sites-up' },
    h('div', { class: 'title-row' }, h('h2', { id: 'sites-up' }, 'The sites')),
    h('label', { for: 'up' }, 'Connected clients'),
    up,
    supposed,
    h('label', { for: 'offers' }, 'What they offer'),
    offers,
    h(
      'p',
      { class: 'quiet', id: 'offers-help' },
      'Amounts, “any” for a site that takes every request, “none” for one that was provisioned without GPUs; * is every other site. Startup kits and project.yml in the workspace are read.',
    ),
    mistakes,
  );

  const draw = ({ report, up: connected }: ModelOf<'schedule'>) => {
    const { at } = report;
    up.placeholder = connected.join(', ') || 'nobody';
    supposed.textContent = ORIGINS[report.from];
    mistakes.textContent = report.mistakes.join('; ');
    mistakes.hidden = report.mistakes.length === 0;
    keepFocus(() => {
      verdict.replaceChildren(
        h(
          'p',
          { class: `schedule-verdict decision-${report.decision}`, role: 'status' },
          icon(ICONS[report.decision]),
          h('span', {}, sentence(report.text)),
          at && link('cause', 'Show why', (event) => host.reveal({ kind: 'place', ...at }, event)),
        ),
      );
      result.replaceChildren(siteTable(report.sites, host), ...remedyList(report.remedies, host));
    });
  };

  return { element: h('div', {}, verdict, form, result), update: draw };
}

const ICONS: { readonly [decision in ModelOf<'schedule'>['report']['decision']]: IconName } = {
  starts: 'ok',
  depends: 'info',
  unknown: 'info',
  waits: 'warning',
  'gives-up': 'error',
  fails: 'error',
};

const ORIGINS: { readonly [from in ModelOf<'schedule'>['report']['from']]: string } = {
  typed: 'As typed. Leave it empty to try the job on the sites that it names.',
  job: 'As if all clients that the deploy map names were connected; type names to try others.',
  workspace: 'As if all clients that the workspace tells of were connected; type names to try others.',
  guessed: 'Supposed, because nothing names a client; type names to try others.',
};

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
