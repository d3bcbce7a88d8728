import type { ConfigDocument } from '../formats/document';
import { formatOf, withoutEnding } from '../formats/index';
import { entry, type ObjectNode } from '../tree/node';
import { objectsWithRepeats } from '../tree/query';
import { buildApps, unsoundApps } from './apps';
import { buildDeployment } from './deployment';
import { CLIENT_CONFIG, candidates, META, SERVER_CONFIG } from './files';
import type { ConfigFile, Job, JobKind, SiteBlocks } from './model';
import { canPack, packFile } from './pack/pack-file';
import type { Release } from './release';
import { resourceBlocks } from './resource-blocks';
import { baseName, type JobSources, linksIn, namesIn } from './sources';
import { unusualKeys } from './unusual-keys';

/** Reads one configuration text; hosts give a function that remembers documents by file and text. */
export type ReadDocument = (file: string, text: string) => ConfigDocument;

/** What `buildJob` needs besides the files. */
export interface BuildOptions {
  readonly target: Release;
  readonly read: ReadDocument;
  /** What was built for this folder before; what did not change since is taken over. */
  readonly previous?: Job | undefined;
}

/** The job that the files describe. Never fails; what cannot be known is left out or marked. */
export function buildJob(sources: JobSources, options: BuildOptions): Job {
  const { target, previous } = options;
  const found = candidates(sources, '', META, target);
  const meta = found && readConfigFile(sources, found.winner, found.shadowed, options);
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

/** The file with its document, or with the reason why it has none. */
export function readConfigFile(
  sources: JobSources,
  file: string,
  shadowed: readonly string[],
  { read, target }: BuildOptions,
): ConfigFile {
  const source = sources.texts.get(file);
  if (source?.kind === 'text') {
    const document = read(file, source.text);
    const packing = canPack(target) ? packFile(document, target) : undefined;
    return { file, document, repeats: objectsWithRepeats(document.root), packing, unreadable: undefined, shadowed };
  }
  const document: ConfigDocument = {
    format: formatOf(file) ?? 'json',
    text: '',
    root: { kind: 'unknown', start: 0, end: 0, value: undefined },
    problems: [],
    comments: [],
  };
  return { file, document, repeats: [], packing: undefined, unreadable: whyUnreadable(source), shadowed };
}

function whyUnreadable(source: Exclude<ReturnType<JobSources['texts']['get']>, { kind: 'text' }>): string {
  switch (source?.kind) {
    case 'not-utf8':
      return `it is not UTF-8 text (byte ${source.offset})`;
    case 'too-large':
      return `it is too large to be checked (${megabytes(source.size)}; the limit is ${megabytes(source.limit)})`;
    case 'unreadable':
      return source.reason;
    case undefined:
      return 'it was not found';
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function blocks(meta: ObjectNode | undefined, key: string): SiteBlocks {
  const found = meta && entry(meta, key);
  return { entry: found, object: found?.value.kind === 'object' ? found.value : undefined };
}

/** What `nvflare job create` copies: configurations beside the meta file or directly in a folder, not in `config/` (`job_templates`). */
function kindOf(sources: JobSources, meta: ConfigFile | undefined): JobKind {
  const { files, folders } = namesIn(sources, '');
  if (!meta) return folders.includes('config') ? 'legacy-app' : 'job';
  if (folders.some((folder) => sources.folders.has(`${folder}/config`))) return 'job';
  const isAppConfig = (path: string) => [SERVER_CONFIG, CLIENT_CONFIG].includes(withoutEnding(baseName(path)));
  const isTemplate = files.some((name) => /^info\.(md|conf|json|yml)$/.test(name)) || [...sources.files.keys()].some(isAppConfig);
  return isTemplate ? 'template' : 'job';
}
