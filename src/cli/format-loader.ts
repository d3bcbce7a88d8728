import { type Formats, formatOf, LIGHT_FORMATS } from '../core/index';

/** Gives the formats that files need; YAML, which is large, is loaded when the first YAML file is met. */
export interface FormatLoader {
  formatsFor(files: Iterable<string>): Promise<Formats>;
}

export function formatLoader(): FormatLoader {
  let formats = LIGHT_FORMATS;
  return {
    async formatsFor(files) {
      if (formats.yaml) return formats;
      for (const file of files) {
        if (formatOf(file) !== 'yaml') continue;
        const { yaml } = await import('../core/formats/yaml/index');
        formats = { ...LIGHT_FORMATS, yaml };
        break;
      }
      return formats;
    },
  };
}
