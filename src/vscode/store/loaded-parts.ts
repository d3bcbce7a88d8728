import {
  type FileSystem,
  type Formats,
  formatsFor,
  LIGHT_FORMATS,
  lineOf,
  type Rule,
  rareRules,
  type WiringPart,
  withWriters,
} from '../../core/index';
import type { InstalledClasses } from '../../core/installed/classes/index';
import type { InstalledRelease, JobSettings } from '../../core/settings/index';
import type { Catalog, ClassHistory } from '../../core/wiring/index';
import { loadFormat } from '../../load-format';
import type { Host } from '../host';
import type { OwnBuilds } from '../installed/index';

/** The parts of the core and of NVFLARE's catalogue that jobs needed so far. What is loaded stays. */
export class LoadedParts {
  readonly #host: Host;
  #formats: Formats = LIGHT_FORMATS;
  #rare: readonly Rule[] | undefined;
  #wiring: WiringPart | undefined;
  readonly #catalogs = new Map<string, Catalog>();
  #history: ClassHistory | undefined;
  #ownBuilds: OwnBuilds | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  get formats(): Formats {
    return this.#formats;
  }

  /** The rules about what few jobs have; `undefined` before the first of these jobs. */
  get rare(): readonly Rule[] | undefined {
    return this.#rare;
  }

  /** The rules about what apps run; `undefined` before the first findings are on the screen. */
  get wiring(): WiringPart | undefined {
    return this.#wiring;
  }

  /** By release line. */
  get catalogs(): ReadonlyMap<string, Catalog> {
    return this.#catalogs;
  }

  get history(): ClassHistory | undefined {
    return this.#history;
  }

  /** Loads what is needed to read files of these names. */
  async loadReaders(files: Iterable<string>): Promise<void> {
    this.#formats = await formatsFor(files, this.#formats, loadFormat);
  }

  /** Loads what is needed to change files; `formats` then has it. */
  async loadWriters(): Promise<void> {
    this.#formats = await withWriters(this.#formats, loadFormat);
  }

  async loadRare(): Promise<void> {
    this.#rare ??= await rareRules();
  }

  /** Loads the catalogues of release lines, as far as there are any. Tells whether the rules about what apps run are new by that. */
  async loadCatalogs(lines: Iterable<string>): Promise<boolean> {
    const { readCatalog, wiringPart } = await import('../../core/wiring/index');
    let isNew = this.#wiring === undefined;
    for (const line of lines) {
      const text = this.#catalogs.has(line) ? undefined : await this.#host.catalog(line);
      if (text === undefined) continue;
      this.#catalogs.set(line, readCatalog(JSON.parse(text)));
      isNew = true;
    }
    if (isNew) this.#wiring = wiringPart(this.#catalogs, this.#history);
    return isNew;
  }

  /** Begins to read an installed NVFLARE where no catalogue knows it, or anew where its files have changed. */
  async loadInstalled(installed: InstalledRelease, fs: FileSystem): Promise<void> {
    const line = lineOf(installed.release);
    await this.loadCatalogs([line]);
    const nearest = this.#catalogs.get(line);
    if (!nearest) return;
    if (!this.#ownBuilds) {
      const { OwnBuilds } = await import('../installed/index');
      this.#ownBuilds ??= new OwnBuilds();
    }
    await this.#ownBuilds.prepare(installed, { fs, nearest });
  }

  /** The classes that are read from the NVFLARE that a job is checked for, where no catalogue knows it. */
  readClassesOf({ targetFrom, target }: JobSettings): InstalledClasses | undefined {
    if (targetFrom.kind !== 'installed' || targetFrom.installed.release !== target) return undefined;
    return this.#ownBuilds?.classesOf(targetFrom.installed);
  }

  /** The rules about what apps run, with the classes of the NVFLARE that a job is checked for. */
  wiringFor(settings: JobSettings): WiringPart | undefined {
    const { targetFrom } = settings;
    if (targetFrom.kind !== 'installed' || !this.readClassesOf(settings)) return this.#wiring;
    return this.#ownBuilds?.wiringOf(targetFrom.installed, this.#history);
  }

  /** A file has changed. The folder of the installed NVFLARE that it matters to, where that is read. */
  installedChangedAt(path: string): string | undefined {
    return this.#ownBuilds?.changed(path);
  }

  /** What is installed may be other than it was when it was read. */
  doubtInstalled(): void {
    this.#ownBuilds?.changedAll();
  }

  /** Loads which releases have which classes, at the first class that is not found. Whether it is there. */
  async loadHistory(): Promise<boolean> {
    if (this.#history) return true;
    const { readHistory, wiringPart } = await import('../../core/wiring/index');
    const text = await this.#host.catalog('history');
    if (text === undefined) return false;
    this.#history = readHistory(JSON.parse(text));
    this.#wiring = wiringPart(this.#catalogs, this.#history);
    return true;
  }
}
