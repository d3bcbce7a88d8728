import { placeText } from '../formats/human';
import { humanHead } from '../human-head';
import { counted, longest, type Styles, visible } from '../terminal';
import type { ShownConcern, ShownManifest, ShownRole } from './shown-manifest';

/** What is said of every manifest; it comes with the part of the core that makes them. */
type ManifestWords = Pick<typeof import('../../core/manifest/index'), 'CONCERN_SEVERITIES' | 'sizeText'>;

/** What would be uploaded, for people: what to look at first, what it takes to submit it, and the files. */
export function humanManifest(shown: ShownManifest, styles: Styles, words: ManifestWords): string {
  const { sizeText } = words;
  const files = shown.entries.filter(({ kind }) => kind === 'file').length;
  const folders = shown.entries.length - files;
  return `${[
    ...humanHead(shown, styles),
    `${counted(files, 'file')} in ${counted(folders, 'folder')}, ${sizeText(shown.size)}; the archive has ${sizeText(shown.archiveSize)}`,
    ...(shown.truncated ? [styles.severity('warning', 'there is more in the folder than was looked at')] : []),
    styles.dim(shown.hash ?? 'no content hash: not every file could be read'),
    ...section(
      'Look at these first',
      shown.concerns.flatMap((each) => concernLines(each, styles, words)),
      styles,
      'nothing',
    ),
    ...section('Code of its own (BYOC)', byocLines(shown, styles), styles, 'none'),
    ...(shown.notAllowed && shown.notAllowed.length > 0
      ? section(
          'Classes that sites do not allow by default',
          shown.notAllowed.map(({ text, at }) => `  ${visible(text)}  ${styles.dim(placeText(at))}`),
          styles,
          '',
        )
      : []),
    ...(shown.roles.length > 0 ? section('Who may submit it', shown.roles.map(roleLine), styles, '') : []),
    ...shown.brokenPolicies.map(({ file, why }) =>
      styles.severity('warning', `${visible(file)} is no policy that a site starts with: ${visible(why)}`),
    ),
    ...section('Files', fileLines(shown, styles, sizeText), styles, 'none'),
  ].join('\n')}\n`;
}

function section(title: string, lines: readonly string[], styles: Styles, none: string): readonly string[] {
  return ['', styles.bold(title), ...(lines.length > 0 ? lines : [`  ${none}`])];
}

function concernLines(concern: ShownConcern, styles: Styles, { CONCERN_SEVERITIES, sizeText }: ManifestWords): readonly string[] {
  const { kind, path, folder, text, line, size, files } = concern;
  const where = `${visible(path)}${folder ? '/' : ''}${line === null ? '' : `:${line}`}`;
  const amount = folder ? `${counted(files, 'file')}, ${sizeText(size)}` : sizeText(size);
  return [`  ${where}  ${styles.severity(CONCERN_SEVERITIES[kind], visible(text))}  ${styles.dim(amount)}`];
}

function byocLines({ byoc }: ShownManifest, styles: Styles): readonly string[] {
  return byoc.map(({ text, sites, at }) => {
    const where = sites === null ? 'at all sites' : `at ${sites.map(visible).join(', ')}`;
    return `  ${visible(text)}; the right "byoc" is needed ${where}${at ? `  ${styles.dim(placeText(at))}` : ''}`;
  });
}

function roleLine({ role, submit, sites }: ShownRole): string {
  const asks = sites.map(({ site, right, permission }) => `${right} at ${visible(site)}: ${visible(permission)}`);
  return `  ${visible(role)}  ${[submit === null ? '' : `may submit: ${visible(submit)}`, ...asks].filter(Boolean).join('; ')}`;
}

function fileLines({ entries }: ShownManifest, styles: Styles, sizeText: (bytes: number) => string): readonly string[] {
  const sizes = entries.map(({ kind, size }) => (kind === 'folder' ? '' : sizeText(size)));
  const width = longest(sizes);
  return entries.map(
    ({ path, kind, link }, i) =>
      `  ${styles.dim((sizes[i] ?? '').padStart(width))}  ${visible(path)}${kind === 'folder' ? '/' : ''}${link ? styles.dim(' (link)') : ''}`,
  );
}
