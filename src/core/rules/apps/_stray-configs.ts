import { withoutEnding } from '../../formats/index';
import { CLIENT_CONFIG, SERVER_CONFIG } from '../../job/files';
import type { Job } from '../../job/model';
import { baseName, namesIn } from '../../job/sources';
import type { Change, Fix } from '../finding';
import { fixOf } from '../fixes';

/**
 * The configurations of an app that lie in its folder, or in a folder of it, instead of directly in `config`. None where there are
 * two for one side, and so a doubt.
 */
export function strayConfigs(job: Job, app: string): readonly string[] {
  const folders = [
    app,
    ...namesIn(job.sources, app)
      .folders.filter((name) => name !== 'custom')
      .map((name) => `${app}/${name}`),
  ];
  const found = folders
    .filter((folder) => folder !== `${app}/config`)
    .flatMap((folder) => namesIn(job.sources, folder).files.map((name) => `${folder}/${name}`))
    .filter((file) => [SERVER_CONFIG, CLIENT_CONFIG].includes(stemOf(file)));
  return new Set(found.map(stemOf)).size === found.length ? found : [];
}

/** The name of a configuration without its ending. */
export function stemOf(file: string): string {
  return withoutEnding(baseName(file));
}

/** A fix that moves configurations to where NVFLARE looks for them. */
export function moveConfigs(app: string, files: readonly string[]): Fix {
  const names = files.map((file) => file.slice(app.length + 1));
  return fixOf(`Move ${names.join(' and ')} to "config"`, [
    { kind: 'create-folder', folder: `${app}/config` },
    ...files.map((file): Change => ({ kind: 'rename', from: file, to: `${app}/config/${baseName(file)}` })),
  ]);
}
