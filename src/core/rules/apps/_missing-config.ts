import { withoutEnding } from '../../formats/index';
import { CLIENT_CONFIG, SERVER_CONFIG } from '../../job/files';
import type { App, Job } from '../../job/model';
import { isListed, namesIn } from '../../job/sources';
import { nearest } from '../../text/nearest';
import { keyRange } from '../../tree/node';
import type { Fix, Report } from '../finding';
import { fixOf } from '../fixes';
import { minimalConfig } from './_minimal-config';
import { moveConfigs, stemOf, strayConfigs } from './_stray-configs';

/** Reports every app that goes to a side for which it has no configuration directly in `config/`. */
export function* missingConfigs(job: Job, side: 'server' | 'client'): Iterable<Report> {
  for (const app of job.unsoundApps) {
    const goesThere = side === 'server' ? app.goesToServer : app.goesToClients;
    if (!app.deployed || !app.hasConfigFolder || !goesThere || (side === 'server' ? app.server : app.client)) continue;
    if (!isListed(job.sources, `${app.name}/config`)) continue;
    const stem = side === 'server' ? SERVER_CONFIG : CLIENT_CONFIG;
    yield {
      at: keyRange(app.deployed.entry),
      message: `app "${app.name}" goes to ${side === 'server' ? 'the server' : 'clients'}, but ${app.name}/config has no ${stem}.json, .conf or .yml`,
      fixes: fixes(job, app, stem, side),
    };
  }
}

function fixes(job: Job, app: App, stem: string, side: 'server' | 'client'): readonly Fix[] {
  const folder = `${app.name}/config/`;
  const names = namesIn(job.sources, `${app.name}/config`).files;
  const near = nearest(
    stem,
    names.map(withoutEnding).filter((name) => name !== SERVER_CONFIG && name !== CLIENT_CONFIG),
  );
  const misnamed = near === undefined ? undefined : names.find((name) => withoutEnding(name) === near);
  const stray = strayConfigs(job, app.name).filter((file) => stemOf(file) === stem);
  const found: Fix[] = stray.length === 1 ? [moveConfigs(app.name, stray)] : [];
  if (misnamed && near) {
    found.push(
      fixOf(`Rename ${misnamed} to ${stem + misnamed.slice(near.length)}`, [
        { kind: 'rename', from: folder + misnamed, to: folder + stem + misnamed.slice(near.length) },
      ]),
    );
  }
  found.push(
    fixOf(`Create ${folder}${stem}.json`, [{ kind: 'create-file', file: `${folder}${stem}.json`, text: minimalConfig(side) }]),
  );
  return found;
}
