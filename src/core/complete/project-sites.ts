import type { ConfigFormat } from '../formats/format';
import { type Formats, formatOf } from '../index';
import { get } from '../tree/node';
import type { KnownSite } from './known-sites';

/** Files that tell the sites of a provisioned project, as glob patterns below a workspace folder. */
export const PROJECT_FILES = ['**/project.{yml,yaml}', '**/*_project.{yml,yaml}'] as const;
/** The startup kits of clients, also those of a POC workspace: the folder around `startup` has the name of the site. */
export const KIT_FILES = '**/startup/fed_client.json';

/**
 * The clients that a project file lists (`participants` with `type: client`; `nvflare/lighter/entity.py`). Nothing for files that only
 * have the name of one.
 */
export function sitesOfProject(file: string, text: string, formats: Formats): readonly KnownSite[] {
  const name = formatOf(file);
  const format = name && (formats[name] as ConfigFormat | undefined);
  const root = format?.read(text).root;
  const participants = root?.kind === 'object' ? get(root, 'participants') : undefined;
  if (participants?.kind !== 'array') return [];
  return participants.value.flatMap((participant) => {
    if (participant.kind !== 'object' || get(participant, 'type')?.value !== 'client') return [];
    const site = get(participant, 'name');
    return site?.kind === 'string' ? [{ name: site.value, from: baseName(file), isProvisioned: true }] : [];
  });
}

/** The client that a startup kit is for, by the path of its `fed_client.json`; `undefined` for a file without a kit around it. */
export function siteOfKit(path: string): KnownSite | undefined {
  const parts = path.split('/');
  const [site, startup, file] = parts.slice(-3);
  if (!site || startup !== 'startup' || file !== 'fed_client.json') return undefined;
  return { name: site, from: 'startup kit', isProvisioned: true };
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
