import { CONCERN_SEVERITIES, type Concern } from '../../../../core/manifest/index';
import { h, keepFocus, link } from '../../dom';
import { icon } from '../../icons';
import type { Section, SectionHost, SectionView } from '../../section';
import type { ModelOf } from '../../section-types';
import { rights } from './rights';
import './upload.css';

/** What would be uploaded, what to look at first, and what it takes to submit the job. */
export const upload: Section<'upload'> = { id: 'upload', title: 'Upload', input: null, create };

type Model = ModelOf<'upload'>;

/** A list of more files helps nobody. */
const MOST_FILES = 1000;

function create(host: SectionHost<'upload'>): SectionView<'upload'> {
  const element = h('div');
  return {
    element,
    update: (model) =>
      keepFocus(() =>
        element.replaceChildren(summary(model), concerns(model, host), ...rights(model.manifest, host), files(model, host)),
      ),
  };
}

function summary({ manifest: { files: count, folders, hash, truncated }, sizes }: Model): HTMLElement {
  return h(
    'section',
    { 'aria-labelledby': 'archive' },
    h('div', { class: 'title-row' }, h('h2', { id: 'archive' }, 'The archive')),
    h(
      'p',
      {},
      `${counted(count, 'file')} in ${counted(folders, 'folder')}, ${sizes.files}; the archive has ${sizes.archive}. Files are counted as they are on disk.`,
    ),
    truncated && h('p', { class: 'mistakes' }, 'There is more in the folder than was looked at.'),
    h(
      'p',
      { class: 'quiet hash' },
      hash ?? 'No content hash: a file cannot be read, or is too large to be read on every change.',
    ),
  );
}

function concerns({ manifest: { concerns: list }, sizes }: Model, host: SectionHost<'upload'>): HTMLElement {
  return h(
    'section',
    { 'aria-labelledby': 'first' },
    h(
      'div',
      { class: 'title-row' },
      h('h2', { id: 'first' }, 'Look at these first', list.length > 0 && h('span', { class: 'badge' }, String(list.length))),
    ),
    list.length === 0
      ? h('p', { class: 'quiet' }, 'Nothing found that looks like data, a secret, a link or a leftover.')
      : h('ul', {}, ...list.map((concern, index) => concernItem(concern, index, sizes.concerns[index] ?? '', host))),
  );
}

function concernItem(
  { kind, path, isFolder, text, line, files: inside }: Concern,
  index: number,
  size: string,
  host: SectionHost<'upload'>,
): HTMLElement {
  const name = `${path}${isFolder ? '/' : ''}${line === undefined ? '' : `:${line}`}`;
  const severity = CONCERN_SEVERITIES[kind];
  const amount = isFolder ? `${counted(inside, 'file')}, ${size}` : size;
  return h(
    'li',
    { class: 'problem' },
    icon(severity, severity === 'error' ? 'error' : 'warning'),
    h(
      'div',
      {},
      h('span', { class: 'message' }, isFolder ? name : opener(`concern ${index}`, name, path, host), ` ${text}`),
      h('span', { class: 'about' }, amount),
    ),
  );
}

function files({ manifest: { entries }, sizes }: Model, host: SectionHost<'upload'>): HTMLElement {
  const shown = entries.slice(0, MOST_FILES);
  return h(
    'section',
    { 'aria-labelledby': 'files' },
    h('div', { class: 'title-row' }, h('h2', { id: 'files' }, 'Files')),
    h(
      'table',
      { class: 'upload-files', 'aria-labelledby': 'files' },
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Path'), h('th', { scope: 'col', class: 'size' }, 'Size'))),
      h(
        'tbody',
        {},
        ...shown.map(({ path, kind, link: isLink }, index) =>
          h(
            'tr',
            {},
            h(
              'th',
              { scope: 'row' },
              kind === 'folder' ? h('span', { class: 'quiet' }, `${path}/`) : opener(`file ${path}`, path, path, host),
              isLink && h('span', { class: 'tag' }, 'link'),
            ),
            h('td', { class: 'size quiet' }, kind === 'folder' ? '' : sizes.entries[index]),
          ),
        ),
      ),
    ),
    entries.length > shown.length && h('p', { class: 'quiet' }, `${entries.length - shown.length} more are not shown.`),
  );
}

function opener(key: string, label: string, file: string, { reveal }: SectionHost<'upload'>): HTMLElement {
  return link(key, label, (event) => reveal({ kind: 'place', file, range: { start: 0, end: 0 } }, event), {
    class: 'link plain',
  });
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
