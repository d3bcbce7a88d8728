import type { ConfigFormat } from '../formats/format';
import { type Formats, formatOf, withoutEnding } from '../formats/index';
import { readJson } from '../formats/json/read';
import type { Side } from '../job/config/system-variables';
import { CLIENT_CONFIG, SERVER_CONFIG } from '../job/files';
import type { Job } from '../job/model';
import { minimalConfig } from '../rules/apps/_minimal-config';
import type { Change } from '../rules/finding';
import { toPlain } from '../tree/query';

/**
 * The file that an app needs to run on a side, with the least that runs there, in the format that the job's configurations have: JSON
 * where there is none, or where the host has not loaded that format.
 */
export function newConfig(job: Job, app: string, side: Side, formats: Formats): Extract<Change, { kind: 'create-file' }> {
  const { ending, format } = habit(job, formats);
  const file = `${app}/config/${side === 'server' ? SERVER_CONFIG : CLIENT_CONFIG}${ending}`;
  const json = minimalConfig(side);
  const text = format ? format.print(toPlain(readJson(json).root)) : json;
  return { kind: 'create-file', file, text };
}

/** How the first configuration of the job is written. */
function habit(job: Job, formats: Formats): { readonly ending: string; readonly format: ConfigFormat | undefined } {
  const [config] = [...job.apps.values()].flatMap(({ server, client }) => server ?? client ?? []);
  const name = config && formatOf(config.file);
  const format = name && formats[name];
  if (!config || !format || !('print' in format)) return { ending: '.json', format: undefined };
  return { ending: config.file.slice(withoutEnding(config.file).length).replace(/\.default$/, ''), format };
}
