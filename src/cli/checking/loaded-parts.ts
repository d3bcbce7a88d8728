import { type Formats, formatsFor, LIGHT_FORMATS, lineOf, type WiringPart, withWriters } from '../../core/index';
import type { InstalledClasses } from '../../core/installed/classes/index';
import type { JobSettings } from '../../core/settings/index';
import type { Catalog } from '../../core/wiring/index';
import { loadFormat } from '../../load-format';
import type { Host } from '../host';

/** What the rules about what apps run look classes up in. */
export interface ClassSources {
  /** The release line that jobs are checked for. */
  readonly line: string;
  /** An installed NVFLARE, where its classes are to be used instead of those of the line. */
  readonly installed: Pick<InstalledClasses, 'catalog' | 'folder'> | undefined;
  /** Whether to look in the history of classes, too, because one was not found. */
  readonly withHistory: boolean;
}

/** The parts of the core and what is known of NVFLARE's classes, as a run needs it; each is loaded once, when it is first asked for. */
export interface LoadedParts {
  /** The formats that files of these names need. */
  formatsFor(files: Iterable<string>): Promise<Formats>;
  /** The rules about what apps run, with what they look classes up in. */
  wiringFor(sources: ClassSources): Promise<WiringPart>;
  /**
   * The classes of the NVFLARE that is installed, where a job is checked for that and no catalogue knows it: they are read from its
   * code.
   */
  installedClasses(settings: JobSettings): Promise<InstalledClasses | undefined>;
}

/** What a run has loaded: nothing yet. For a run that changes files, formats come with their writers. */
export function loadedParts(host: Host, changesFiles = false): LoadedParts {
  let formats = LIGHT_FORMATS;
  const catalogOf = onceFor(
    (line) => line,
    (line: string) => loadCatalog(host, line),
  );
  return {
    async formatsFor(files) {
      formats = await formatsFor(files, changesFiles ? await withWriters(formats, loadFormat) : formats, loadFormat);
      return formats;
    },
    wiringFor: onceFor(
      ({ line, installed, withHistory }) => [line, withHistory, installed?.folder].join(' '),
      (sources: ClassSources) => loadWiring(host, sources, catalogOf),
    ),
    installedClasses: onceFor(
      ({ targetFrom }) => (targetFrom.kind === 'installed' ? targetFrom.installed.folder : ''),
      (settings: JobSettings) => openInstalled(host, settings, catalogOf),
    ),
  };
}

type FindCatalog = (line: string) => Promise<Catalog | undefined>;

/** The same function, which does its work once for all that have one key. */
function onceFor<Given, Made>(
  keyOf: (given: Given) => string,
  make: (given: Given) => Promise<Made>,
): (given: Given) => Promise<Made> {
  const made = new Map<string, Promise<Made>>();
  return (given) => {
    const key = keyOf(given);
    const known = made.get(key) ?? make(given);
    made.set(key, known);
    return known;
  };
}

async function loadCatalog(host: Host, line: string): Promise<Catalog | undefined> {
  const { readCatalog } = await import('../../core/wiring/index');
  const text = host.catalog(line);
  return text === undefined ? undefined : readCatalog(JSON.parse(text));
}

async function loadWiring(
  host: Host,
  { line, installed, withHistory }: ClassSources,
  catalogOf: FindCatalog,
): Promise<WiringPart> {
  const { readHistory, wiringPart } = await import('../../core/wiring/index');
  const catalog = installed?.catalog ?? (await catalogOf(line));
  const past = withHistory ? host.catalog('history') : undefined;
  return wiringPart(new Map(catalog && [[line, catalog]]), past === undefined ? undefined : readHistory(JSON.parse(past)));
}

async function openInstalled(
  host: Host,
  { targetFrom }: JobSettings,
  catalogOf: FindCatalog,
): Promise<InstalledClasses | undefined> {
  if (targetFrom.kind !== 'installed') return undefined;
  const { installed } = targetFrom;
  const { folder, version, isCheckout } = installed;
  const nearest = await catalogOf(lineOf(installed.release));
  const { isCatalogued } = await import('../../core/installed/index');
  if (!nearest || isCatalogued(installed, nearest)) return undefined;
  const { openClasses } = await import('../../core/installed/classes/index');
  return openClasses({ fs: host.fs, folder, version, isCheckout, nearest, pause: () => Promise.resolve() });
}
