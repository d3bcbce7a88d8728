import { withoutEnding } from '../formats/index';
import { entry, type ObjectNode } from '../tree/node';
import { buildApps, unsoundApps } from './apps';
import type { BuildOptions } from './build-options';
import { readConfigFile } from './config-file';
import { buildDeployment } from './deployment';
import { CLIENT_CONFIG, candidates, META, SERVER_CONFIG } from './files';
import type { ConfigFile, Job, JobKind, SiteBlocks } from './model';
import { isSince } from './release';
import { resourceBlocks } from './resource-blocks';
import { type JobSources, linksIn, namesIn } from './sources';
import { unusualKeys } from './unusual-keys';

/** The job that the files describe. Never fails; what cannot be known is left out or marked. */
export function buildJob(sources: JobSources, options: BuildOptions): Job {
  const { target, previous } = options;
  const found = candidates(sources, '', META, target);
  const reading = isSince(target, '2.4') ? options : { ...options, read: withoutMark(options.read) };
  const meta = found && readConfigFile(sources, found.winner, found.shadowed, reading);
  const root = meta?.document.root;
  const metaObject = root?.kind === 'object' && (root.value.list.length > 0 || root.value.incomplete) ? root : undefined;
  const deployment = buildDeployment(meta?.file ?? META, metaObject, target);
  const apps = buildApps(sources, deployment, options);
  return {
    sources,
    links: previous?.sources.contents === sources.contents ? previous.links : linksIn(sources),
    kind: kindOf(sources, meta),
    target,
    meta,
    metaObject,
    unusualKeys: unusualKeys(metaObject),
    deployment,
    apps,
    unsoundApps: unsoundApps(apps),
    resources: resourceBlocks(blocks(metaObject, 'resource_spec'), target),
    launchers: blocks(metaObject, 'launcher_spec'),
  };
}

/** Up to 2.3 the server left the encoding of the meta file to Python's json, to which a byte-order mark is a part of it. */
function withoutMark(read: BuildOptions['read']): BuildOptions['read'] {
  return (file, text) => read(file, text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text);
}

function blocks(meta: ObjectNode | undefined, key: string): SiteBlocks {
  const found = meta && entry(meta, key);
  return { entry: found, object: found?.value.kind === 'object' ? found.value : undefined };
}

/**
 * What `nvflare job create` copies: configurations that lie beside the meta file, not in `config/`, or a card that describes the
 * template (`job_templates`). An app of a template may have a folder of its own; without the card that is a job whose author forgot
 * `config/`.
 */
function kindOf(sources: JobSources, meta: ConfigFile | undefined): JobKind {
  const { files, folders } = namesIn(sources, '');
  if (!meta && folders.includes('config')) return 'legacy-app';
  if (folders.some((folder) => sources.folders.has(`${folder}/config`))) return 'job';
  const hasConfig = files.some((name) => [SERVER_CONFIG, CLIENT_CONFIG].includes(withoutEnding(name)));
  const hasCard = files.some((name) => /^info\.(md|conf|json|yml)$/.test(name));
  // Some templates have no meta file of their own; the command takes the one that NVFLARE brings.
  return (meta ? hasCard || hasConfig : hasCard && hasConfig) ? 'template' : 'job';
}
