import type { FileSystem, WiringPart } from '../../core/index';
import type { InstalledClasses } from '../../core/installed/classes/index';
import { isCatalogued } from '../../core/installed/index';
import type { InstalledRelease } from '../../core/settings/index';
import { type Catalog, type ClassHistory, wiringPart } from '../../core/wiring/index';

/** An NVFLARE that is read, because no catalogue knows it. */
interface OwnBuild {
  readonly classes: InstalledClasses;
  /** The line of the release that it is checked with. */
  readonly line: string;
  wiring: { readonly history: ClassHistory | undefined; readonly part: WiringPart } | undefined;
  /** Whether a file of it has changed since. */
  isStale: boolean;
}

/** What there is to read an installed NVFLARE with. */
interface Means {
  readonly fs: FileSystem;
  /** The catalogue of the line that its release belongs to. */
  readonly nearest: Catalog;
}

/** How long facts are derived before the editor gets its turn. */
const TURN_MILLISECONDS = 12;

/** The installed NVFLAREs that no catalogue knows, each by its folder, with what was read of them for the jobs. */
export class OwnBuilds {
  readonly #builds = new Map<string, OwnBuild>();
  readonly #opening = new Map<string, Promise<void>>();

  /** Begins to read an installed NVFLARE where that is needed, or begins anew where its files have changed. */
  async prepare(installed: InstalledRelease, means: Means): Promise<void> {
    const { folder, version } = installed;
    if (isCatalogued(installed, means.nearest)) {
      this.#builds.delete(folder);
      return;
    }
    const known = this.#builds.get(folder);
    if (known && !known.isStale && known.classes.catalog.data.release === version) return;
    // Many jobs ask at once.
    const opening = this.#opening.get(folder) ?? this.#open(installed, means).finally(() => this.#opening.delete(folder));
    this.#opening.set(folder, opening);
    await opening;
  }

  async #open({ folder, version, isCheckout }: InstalledRelease, { fs, nearest }: Means): Promise<void> {
    const { openClasses } = await import('../../core/installed/classes/index');
    const classes = await openClasses({ fs, folder, version, isCheckout, nearest, pause: takeTurns() });
    this.#builds.set(folder, { classes, line: nearest.minor, wiring: undefined, isStale: false });
  }

  /** The classes of an installed NVFLARE that is read. */
  classesOf({ folder }: InstalledRelease): InstalledClasses | undefined {
    return this.#builds.get(folder)?.classes;
  }

  /** The rules about what apps run with these classes. */
  wiringOf({ folder }: InstalledRelease, history: ClassHistory | undefined): WiringPart | undefined {
    const build = this.#builds.get(folder);
    if (!build) return undefined;
    if (build.wiring?.history !== history || !build.wiring)
      build.wiring = { history, part: wiringPart(new Map([[build.line, build.classes.catalog]]), history) };
    return build.wiring.part;
  }

  /** A file has changed. The folder of the NVFLARE that it is a file of, where that is read and the file matters. */
  changed(path: string): string | undefined {
    for (const [folder, build] of this.#builds) {
      if (!build.classes.concerns(path)) continue;
      build.isStale = true;
      return folder;
    }
    return undefined;
  }

  /** Everything may have changed. */
  changedAll(): void {
    for (const build of this.#builds.values()) build.isStale = true;
  }
}

/** Gives the editor its turn now and then. */
function takeTurns(): () => Promise<void> {
  let end = Date.now() + TURN_MILLISECONDS;
  return async () => {
    if (Date.now() < end) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    end = Date.now() + TURN_MILLISECONDS;
  };
}
