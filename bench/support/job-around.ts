import { contentsOf, type JobSources, type SourceText, withText } from '../../src/core/index';

/** Loading a folder stops at so many files and folders (`MOST_ENTRIES` in `src/core/job/load.ts`). */
const MOST_ENTRIES = 20_000;
const CONFIG: SourceText = {
  kind: 'text',
  text: '{ "format_version": 2, "executors": [], "workflows": [], "components": [] }\n',
};

/**
 * The folder that a meta file with so many apps belongs to, as it is loaded: every app complete, so that no rule has less to do
 * than in a real job. The function gives its sources with a text for the meta file; all else stays the same object, as it does
 * in an editor while somebody types.
 */
export function jobAround(apps: number): (meta: string) => JobSources {
  const files = new Map([['meta.json', { size: undefined, link: false }]]);
  const folders = new Map<string, { readonly link: boolean }>();
  const configs = new Map<string, SourceText>();
  const isFull = () => files.size + folders.size + 4 > MOST_ENTRIES;
  for (let i = 0; i < apps && !isFull(); i++) {
    folders.set(`app_${i}`, { link: false });
    folders.set(`app_${i}/config`, { link: false });
    for (const side of ['server', 'client']) {
      const file = `app_${i}/config/config_fed_${side}.json`;
      files.set(file, { size: undefined, link: false });
      configs.set(file, CONFIG);
    }
  }
  const sources: JobSources = {
    folder: '/bench',
    name: 'bench',
    files,
    folders,
    contents: contentsOf(files.keys(), folders.keys()),
    texts: configs.set('meta.json', { kind: 'text', text: '' }),
    truncated: isFull(),
  };
  return (meta) => withText(sources, 'meta.json', meta);
}
