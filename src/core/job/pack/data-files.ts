import { CONFIG_ENDINGS, formatOf } from '../../formats/index';
import { baseName, filesBelow, type JobSources, parentOf } from '../sources';

/** NVFLARE's own files, which packing leaves alone (`NVFLARE_PREFIX` in `nvflare/lighter/tool_consts.py`). */
const OWN_PREFIX = '.__nvfl_';
const IN_CUSTOM = /^[^/]+\/custom\//;

/** Whether packing takes a file for a configuration: by its ending, anywhere below the folder `custom` of an app. */
export function isDataFile(path: string): boolean {
  return IN_CUSTOM.test(path) && formatOf(path) !== undefined && !baseName(path).startsWith(OWN_PREFIX);
}

/** What packing reads when it comes to a data file. */
export type DataFile =
  /** The file itself. */
  | { readonly kind: 'packed'; readonly file: string }
  /** Another file of the same name up to its first dot, so that this one stays as it is. */
  | { readonly kind: 'passed-over'; readonly file: string }
  /** Nothing, which ends in an internal error. */
  | { readonly kind: 'lost'; readonly file: string };

/**
 * The data files of an app. Packing looks for each of them once more, by its name up to the first dot and each ending in turn,
 * in its folder and below (`load_pyhocon_conf` in `nvflare/tool/job/config/config_indexer.py`): `data.v1.json` is looked for as
 * `data.json`.
 */
export function dataFiles(sources: JobSources, customFiles: readonly string[]): readonly DataFile[] {
  const data = customFiles.filter(isDataFile);
  const folders = new Set(data.map(parentOf));
  const namesBelow = new Map([...folders].map((folder) => [folder, new Set(filesBelow(sources, folder).map(baseName))] as const));
  return data.map((file): DataFile => {
    const name = baseName(file);
    const stem = name.slice(0, name.indexOf('.'));
    const names = namesBelow.get(parentOf(file));
    const found = CONFIG_ENDINGS.map(([ending]) => stem + ending).find((candidate) => names?.has(candidate));
    if (found === undefined) return { kind: 'lost', file };
    return { kind: found === name ? 'packed' : 'passed-over', file };
  });
}
