import { NEWEST, parseRelease, type Release } from '../../src/core/job/release';
import { contentsOf, type FileInfo, type FolderInfo, type JobSources, type SourceText } from '../../src/core/job/sources';
import type { Range } from '../../src/core/text/range';
import { unmark } from './marked';

/** A job written down in an example, and the places marked in it. */
export interface ExampleJob {
  readonly sources: JobSources;
  readonly target: Release;
  readonly marks: readonly (Range & { readonly file: string })[];
}

/** The healthy job that examples change only where it matters to them. */
export const HEALTHY: Readonly<Record<string, string>> = {
  'meta.json': `{
  "name": "demo",
  "min_clients": 1,
  "deploy_map": { "app": ["@ALL"] }
}
`,
  'app/config/config_fed_server.json': `{
  "format_version": 2,
  "workflows": [
    {
      "id": "scatter_and_gather",
      "path": "nvflare.app_common.workflows.scatter_and_gather.ScatterAndGather",
      "args": {
        "min_clients": 1,
        "num_rounds": 2,
        "aggregator_id": "aggregator",
        "persistor_id": "persistor",
        "shareable_generator_id": "shareable_generator",
        "train_task_name": "train"
      }
    }
  ],
  "components": [
    { "id": "persistor", "path": "nvflare.app_common.np.np_model_persistor.NPModelPersistor", "args": {} },
    {
      "id": "shareable_generator",
      "path": "nvflare.app_common.shareablegenerators.full_model_shareable_generator.FullModelShareableGenerator"
    },
    {
      "id": "aggregator",
      "path": "nvflare.app_common.aggregators.intime_accumulate_model_aggregator.InTimeAccumulateWeightedAggregator"
    }
  ]
}
`,
  'app/config/config_fed_client.json': `{
  "format_version": 2,
  "executors": [
    { "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer", "args": {} } }
  ],
  "components": []
}
`,
};

/** Reads an example; see `RuleExamples` for its form. */
export function exampleJob(source: string): ExampleJob {
  const files = new Map<string, string | Uint8Array>(Object.entries(HEALTHY));
  const folders = new Set<string>();
  const links = new Set<string>();
  const deadLinks: string[] = [];
  const marks: (Range & { file: string })[] = [];
  let target: Release = NEWEST;
  let name = 'demo';
  let truncated = false;
  const unreadable = new Map<string, SourceText>();
  for (const section of source.split(/^--- /m).slice(1)) {
    const lineEnd = section.indexOf('\n');
    const head = (lineEnd < 0 ? section : section.slice(0, lineEnd)).trim();
    const body = lineEnd < 0 ? '' : section.slice(lineEnd + 1).replace(/\n$/, '');
    if (head.startsWith('target ')) target = parseRelease(head.slice(7)) ?? NEWEST;
    else if (head.startsWith('folder ')) name = head.slice(7);
    else if (head.startsWith('link ')) links.add(head.slice(5));
    else if (head.startsWith('dead-link ')) deadLinks.push(head.slice(10));
    else if (head.startsWith('unreadable ')) unreadable.set(head.slice(11), { kind: 'unreadable', reason: 'permission denied' });
    else if (head.startsWith('not-utf8 ')) files.set(head.slice(9), NOT_UTF8);
    else if (head === 'truncated') truncated = true;
    else if (head.startsWith('!')) remove(files, head.slice(1));
    else if (head.endsWith('/')) folders.add(head.slice(0, -1));
    else {
      const { text, marks: here } = unmark(body);
      if (/^meta\.(conf|ya?ml|json)/.test(head)) remove(files, 'meta.json');
      files.set(head, text);
      marks.push(...here.map((mark) => ({ ...mark, file: head })));
    }
  }
  const sources = sourcesOf(name, files, folders, links);
  const texts = new Map([...sources.texts, ...unreadable]);
  return { sources: { ...sources, texts, truncated, ...(deadLinks.length > 0 && { deadLinks }) }, target, marks };
}

const NOT_UTF8 = new Uint8Array([0x7b, 0xff, 0x7d]);

/** A job folder in memory. Folders come from the paths of the files and from the set; the name of a link ends with `/` for a folder. */
export function sourcesOf(
  name: string,
  texts: ReadonlyMap<string, string | Uint8Array>,
  extraFolders: Iterable<string> = [],
  links: ReadonlySet<string> = new Set(),
): JobSources {
  const files = new Map<string, FileInfo>();
  const folders = new Map<string, FolderInfo>();
  const read = new Map<string, SourceText>();
  const addFolders = (path: string) => {
    const parts = path.split('/');
    for (let i = 1; i <= parts.length; i++) folders.set(parts.slice(0, i).join('/'), { link: false });
  };
  for (const folder of extraFolders) addFolders(folder);
  for (const [path, content] of texts) {
    if (path.includes('/')) addFolders(path.slice(0, path.lastIndexOf('/')));
    files.set(path, { size: content.length, link: links.has(path) });
    read.set(path, decode(content));
  }
  for (const link of links) if (link.endsWith('/')) folders.set(link.slice(0, -1), { link: true });
  return {
    folder: name,
    name,
    files,
    folders,
    contents: contentsOf(files.keys(), folders.keys()),
    texts: read,
    truncated: false,
  };
}

function decode(content: string | Uint8Array): SourceText {
  if (typeof content === 'string') return { kind: 'text', text: content };
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content) };
  } catch {
    return { kind: 'not-utf8', offset: 0 };
  }
}

function remove(files: Map<string, unknown>, path: string): void {
  for (const file of [...files.keys()]) if (file === path || file.startsWith(`${path}/`)) files.delete(file);
}
