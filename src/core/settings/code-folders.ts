import type { CodeFolder } from '../index';

/** Whether a path begins at the top of a disk: `/opt/code`, `C:\\code`. */
const FROM_TOP = /^(?:[\\/]|[A-Za-z]:[\\/])/;

/** The folders of code that a setting names, below the absolute folder that relative ones begin at; `/` is between the names. */
export function placedFolders(base: string, folders: readonly string[]): readonly CodeFolder[] {
  return folders.map((written) => ({ folder: placed(base, written), written: written.replace(/(.)[\\/]+$/, '$1') }));
}

function placed(base: string, written: string): string {
  const path = (FROM_TOP.test(written) ? written : `${base}/${written}`).replaceAll('\\', '/');
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return `${path.startsWith('/') ? '/' : ''}${names.join('/')}`;
}
