import type { ConfigDocument } from '../formats/document';
import { formatOf } from '../formats/index';
import { objectsWithRepeats } from '../tree/query';
import type { BuildOptions } from './build-options';
import type { ConfigFile } from './model';
import { canPack, packFile } from './pack/pack-file';
import type { JobSources } from './sources';

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
