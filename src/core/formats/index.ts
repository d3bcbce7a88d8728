import type { ConfigDocument, FormatName } from './document';
import type { ConfigFormat, ConfigReader } from './format';
import { readJson } from './json/read';
import { sayUnfinishedMerge } from './merge-marks';

/**
 * The formats that a host has loaded. Most jobs are JSON alone, so the readers of HOCON and YAML are only loaded when a file of
 * theirs is met.
 */
export interface Formats {
  /** Its writer is loaded with the first change that is to be made; see `withWriters`. */
  readonly json: ConfigReader | ConfigFormat;
  readonly hocon: ConfigFormat | undefined;
  readonly yaml: ConfigFormat | undefined;
}

/** The formats that every host has from the start. */
export const LIGHT_FORMATS: Formats = {
  json: { name: 'json', title: 'JSON', read: readJson },
  hocon: undefined,
  yaml: undefined,
};

/** How a host loads a format that it does not have yet. */
export type LoadFormat = (name: FormatName) => Promise<ConfigFormat>;

/** The formats with those that the files need; the same object where nothing is missing. */
export async function formatsFor(files: Iterable<string>, formats: Formats, load: LoadFormat): Promise<Formats> {
  let all = formats;
  for (const file of files) {
    const name = formatOf(file);
    if (name !== undefined && name !== 'json' && !all[name]) all = { ...all, [name]: await load(name) };
  }
  return all;
}

/** The formats with all that is needed to change files. */
export async function withWriters(formats: Formats, load: LoadFormat): Promise<Formats> {
  return 'write' in formats.json ? formats : { ...formats, json: await load('json') };
}

/**
 * The endings of configuration files in the order in which NVFLARE looks for them
 * (`ConfigFormat.config_ext_formats` in `nvflare/fuel/utils/config.py`); the first file found is the one it reads.
 */
export const CONFIG_ENDINGS: readonly (readonly [ending: string, format: FormatName])[] = [
  ['.json', 'json'],
  ['.conf', 'hocon'],
  ['.yml', 'yaml'],
  ['.yaml', 'yaml'],
  ['.json.default', 'json'],
  ['.conf.default', 'hocon'],
  ['.yml.default', 'yaml'],
  ['.yaml.default', 'yaml'],
];

/** The format of a file by its ending, or `undefined` for other files. */
export function formatOf(file: string): FormatName | undefined {
  return CONFIG_ENDINGS.find(([ending]) => file.endsWith(ending))?.[1];
}

/** The file's name without its configuration ending: `app/config/config_fed_server`. */
export function withoutEnding(file: string): string {
  const ending = CONFIG_ENDINGS.find(([candidate]) => file.endsWith(candidate))?.[0];
  return ending ? file.slice(0, -ending.length) : file;
}

/** Reads a text in the format of its file. A text whose format is not loaded is unknown as a whole. */
export function readConfig(formats: Formats, format: FormatName, text: string): ConfigDocument {
  const reader = formats[format];
  if (reader) return sayUnfinishedMerge(reader.read(text));
  return { format, text, root: { kind: 'unknown', start: 0, end: text.length, value: undefined }, problems: [], comments: [] };
}
