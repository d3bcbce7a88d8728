import type { Manifest } from '../../manifest/index';
import { counted } from '../../text/counted';
import { type Block, code, someNames } from '../block';
import type { PageSection } from '../page-section';

/** Whoever sends more files than this sends a data set. */
const MOST_FILES = 500;

/** What would be sent, and what to look at first. */
export const upload: PageSection<Omit<Manifest, 'forecast'>> = {
  id: 'upload',
  title: 'What is uploaded',
  isOfAnyFolder: true,
  model({ parts, job, wiring, pack }) {
    if (!pack) return undefined;
    const { forecast, ...manifest } = parts.manifest.manifestOf(job, pack, { wiring, policies: [] });
    return manifest;
  },
  blocks(manifest, { parts }): readonly Block[] {
    const { sizeText } = parts.manifest;
    const { entries, files, folders, size, archiveSize, hash, truncated, concerns, byoc, notAllowed } = manifest;
    const listed = entries.filter(({ kind }) => kind === 'file');
    const whole = `${counted(files, 'file')} in ${counted(folders, 'folder')}, ${sizeText(size)}; the archive has ${sizeText(archiveSize)}.`;
    return [
      { kind: 'text', text: whole },
      { kind: 'text', text: hash ? `Content hash: ${hash}` : 'No content hash: not every file could be read.', tone: 'quiet' },
      ...(truncated
        ? [{ kind: 'text' as const, text: 'There is more in the folder than was looked at.', tone: 'warning' as const }]
        : []),
      ...(concerns.length > 0
        ? [
            { kind: 'heading' as const, text: 'Look at these first' },
            {
              kind: 'table' as const,
              head: ['Path', 'Why', 'Size'],
              rows: concerns.map(({ path, isFolder, line, text, size: bytes }) => [
                code(`${path}${isFolder ? '/' : ''}${line === undefined ? '' : `:${line}`}`),
                { text, tone: 'warning' as const },
                { text: sizeText(bytes), isNumber: true as const },
              ]),
            },
          ]
        : []),
      { kind: 'heading', text: 'Code of its own (BYOC)' },
      byoc.length === 0
        ? { kind: 'text', text: 'None.' }
        : {
            kind: 'list',
            items: byoc.map(({ text, sites }) => ({
              text: `${text}; the right "byoc" is needed ${sites ? `at ${someNames(sites)}` : 'at all sites'}`,
            })),
          },
      ...(notAllowed && notAllowed.length > 0
        ? [
            { kind: 'heading' as const, text: 'Classes that sites do not allow by default' },
            { kind: 'list' as const, items: notAllowed.map(({ text }) => ({ text })) },
          ]
        : []),
      { kind: 'heading', text: 'Files' },
      {
        kind: 'table',
        head: ['File', 'Size'],
        rows: listed
          .slice(0, MOST_FILES)
          .map(({ path, size: bytes, link }) => [
            code(`${path}${link ? ' (link)' : ''}`),
            { text: sizeText(bytes), isNumber: true },
          ]),
      },
      ...(listed.length > MOST_FILES
        ? [{ kind: 'text' as const, text: `${counted(listed.length - MOST_FILES, 'more file')}.` }]
        : []),
    ];
  },
};
