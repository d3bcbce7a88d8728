import { h } from '../../dom';
import type { SectionHost } from '../../section';
import type { ModelOf } from '../../section-types';

type Remedy = ModelOf<'schedule'>['report']['remedies'][number];

/** The fewest changes that would let the job start, each way with a button where the job's own file can be changed. */
export function remedyList(remedies: readonly Remedy[], host: SectionHost<'schedule'>): readonly HTMLElement[] {
  if (remedies.length === 0) return [];
  return [
    h(
      'section',
      { 'aria-labelledby': 'remedies' },
      h('div', { class: 'title-row' }, h('h2', { id: 'remedies' }, 'The fewest changes that would let it start')),
      h('ul', {}, ...remedies.map((remedy, index) => item(remedy, index, host))),
    ),
  ];
}

const PARTIES: { readonly [by in Remedy['by']]: string } = {
  job: 'of the job',
  sites: 'at the sites',
  both: 'of the job and at the sites',
};

function item({ count, by, changes, canApply }: Remedy, index: number, host: SectionHost<'schedule'>): HTMLElement {
  const title = `${count} ${count === 1 ? 'change' : 'changes'} ${PARTIES[by]}`;
  const what = by === 'both' ? 'Make the changes of the job' : 'Make this change';
  return h(
    'li',
    { class: 'remedy' },
    h('h3', {}, title),
    h(
      'ul',
      { class: 'remedy-changes' },
      ...changes.map((change) => h('li', {}, change.charAt(0).toUpperCase() + change.slice(1))),
    ),
    canApply &&
      h(
        'button',
        {
          type: 'button',
          class: 'tool',
          'data-key': `remedy ${index}`,
          'aria-label': `${what}: ${changes.join('; ')}`,
          onclick: () => host.act({ remedy: index, input: host.input }),
        },
        changes.length > 1 && by === 'job' ? 'Make these changes' : what,
      ),
  );
}
