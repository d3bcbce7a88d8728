import type { ConfigDocument, FormatName } from './document';
import type { ConfigFormat } from './format';
import { hocon } from './hocon/index';
import { json } from './json/index';

/** The formats that a host has loaded. YAML brings a large library, so it is only there once a YAML file was met. */
export interface Formats {
  readonly json: ConfigFormat;
  readonly hocon: ConfigFormat;
  readonly yaml: ConfigFormat | undefined;
}

/** The formats that need no library. */
export const LIGHT_FORMATS: Formats = { json, hocon, yaml: undefined };

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

/** Reads a text in the format of its file. A YAML text whose format is not loaded is unknown as a whole. */
export function readConfig(formats: Formats, format: FormatName, text: string): ConfigDocument {
  const reader = formats[format];
  if (reader) return reader.read(text);
  return { format, text, root: { kind: 'unknown', start: 0, end: text.length, value: undefined }, problems: [], comments: [] };
}
