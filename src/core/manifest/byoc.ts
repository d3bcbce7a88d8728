/**
 * Whether NVFLARE takes a job for one that brings code of its own (BYOC), which needs a right at every site:
 * `JobMetaValidator._validate_app` and `nvflare/private/fed/app/default_app_validator.py`, and since 2.9 `derive_local_app_info` of
 * `nvflare/private/fed/utils/app_authz.py`.
 */

import { sitesOf } from '../assist/site/view';
import { isAllSites } from '../job/job-def';
import type { DeployedApp, Job } from '../job/model';
import { isSince } from '../job/release';
import { jobLauncherSpec } from '../job/site-blocks';
import type { LauncherMode } from '../job/site-blocks-layers';
import { counted } from '../text/counted';
import type { Place } from '../text/range';
import { entry, get, keyRange, rangeOf } from '../tree/node';

/** One reason why a job counts as one with code of its own. */
export interface ByocReason {
  /** As a clause. */
  readonly text: string;
  /** The sites that it counts at; `undefined`: all of them. */
  readonly sites: readonly string[] | undefined;
  readonly app: string | undefined;
  readonly at: Place | undefined;
}

/** The reasons; none where the job brings no code. */
export function byocReasons(job: Job): readonly ByocReason[] {
  return [...customFolders(job), ...statedInMeta(job), ...chosenByLaunchers(job)];
}

/** A site is only asked about the app that it gets. */
function sitesOfApp({ sites }: DeployedApp): readonly string[] | undefined {
  return sites.some(({ value }) => isAllSites(value)) ? undefined : sites.map(({ value }) => value);
}

function* customFolders({ apps, sources }: Job): Generator<ByocReason> {
  for (const { name, deployed, exists, customFiles } of apps.values()) {
    const folder = sources.folders.get(`${name}/custom`);
    if (!deployed || !exists || !folder) continue;
    const isLink = folder.link;
    const content = isLink
      ? 'a link, which is sent as an empty folder'
      : customFiles.length === 0
        ? 'empty'
        : counted(customFiles.length, 'file');
    yield { text: `the app ${name} has a folder "custom" (${content})`, sites: sitesOfApp(deployed), app: name, at: undefined };
  }
}

/** From 2.5 to 2.7 the author's word counts, too. */
function* statedInMeta({ metaObject, meta, target }: Job): Generator<ByocReason> {
  const found = metaObject && entry(metaObject, 'byoc');
  if (found?.value.kind !== 'boolean' || !found.value.value || isSince(target, '2.8') || !isSince(target, '2.5')) return;
  yield {
    text: 'the meta file says "byoc"',
    sites: undefined,
    app: undefined,
    at: { file: meta?.file ?? '', range: keyRange(found) },
  };
}

const CODE_KEYS: Readonly<Record<Exclude<LauncherMode, 'process'>, readonly string[]>> = {
  docker: ['image', 'python_path', 'entrypoint'],
  k8s: ['image', 'python_path'],
  slurm: ['image', 'python_path'],
};

/** Since 2.9 whoever chooses the image that the job runs in brings code. */
function* chosenByLaunchers(job: Job): Generator<ByocReason> {
  if (!isSince(job.target, '2.9')) return;
  const chosen = new Map<string, { readonly at: Place; readonly sites: string[] }>();
  for (const site of sitesOf(job).deployed) {
    for (const mode of ['docker', 'k8s', 'slurm'] as const) {
      for (const { key, entry: option } of jobLauncherSpec(job, site, mode).entries) {
        const isCommand = mode === 'slurm' && key === 'additional_node_command' && option.value.kind !== 'null';
        if (!isCommand && !CODE_KEYS[mode].includes(key)) continue;
        const id = `${mode} ${key} ${option.keyStart}`;
        const known = chosen.get(id);
        if (known) known.sites.push(site);
        else
          chosen.set(id, {
            at: { file: job.meta?.file ?? '', range: rangeOf({ start: option.keyStart, end: option.keyEnd }) },
            sites: [site],
          });
      }
    }
  }
  for (const [id, { at, sites }] of chosen) {
    const [mode, key] = id.split(' ');
    yield { text: `the launcher option "${key}" of ${mode} chooses what runs`, sites, app: undefined, at };
  }
}

/** Whether a server configuration names a Flower app that lies on the server (2.9), which needs a right of its own. */
export function usesPredeployedFlower({ apps, target }: Job): boolean {
  if (!isSince(target, '2.9')) return false;
  for (const { deployed, server } of apps.values()) {
    if (!deployed || !server) continue;
    const waiting = [server.document.root];
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      if (node.kind === 'array') for (const item of node.value) waiting.push(item);
      if (node.kind !== 'object') continue;
      const path = get(node, 'flower_app_path');
      if (path && path.kind !== 'null' && path.value !== '' && path.value !== false && path.value !== 0) return true;
      for (const { value } of node.value.list) waiting.push(value);
    }
  }
  return false;
}
