import { type Catalog, type CodeTables, catalogOfCode } from '../../catalog/catalog';
import { newCode } from '../../catalog/derive/code';
import { allowList, shortNameTable } from '../../catalog/derive/derive';
import { ReadClasses } from '../../catalog/derive/read-classes';
import { type FileSystem, joinPath } from '../../index';
import { readModule } from './read-module';

/** The classes of an installed NVFLARE that no catalogue knows. A host owns one for each installation, and makes another when its files change. */
export interface InstalledClasses {
  /** To be used as the catalogue of the jobs that are checked for this NVFLARE. */
  readonly catalog: Catalog;
  /** The folder of the package. */
  readonly folder: string;
  /** How often the catalogue had no answer, because it was not read yet. Who used it while this grew calls `learn` and tries again. */
  misses(): number;
  /** Reads what was asked for, and what that needs: the modules of the classes, of those they inherit from, of the constants they use. */
  learn(): Promise<void>;
  /** Whether a change of a file may change anything of what is known. */
  concerns(file: string): boolean;
}

/** What is read, and how. */
export interface Installation {
  readonly fs: FileSystem;
  /** The folder of the package. */
  readonly folder: string;
  /** As its files say it: `2.10.0.dev1`. */
  readonly version: string;
  /** Whether it is the source that jobs lie in, rather than what is installed. */
  readonly isCheckout?: true | undefined;
  /** The catalogue of the nearest release. */
  readonly nearest: Catalog;
  /** Lets the host do other things; deriving the facts of one class takes some milliseconds. */
  pause(): Promise<void>;
}

/** The table of bare class names, which releases from 2.5 on carry. */
const TABLE = 'fuel/utils/component_classes.json';
/** No class needs modules more than so many imports away. */
const MOST_ROUNDS = 40;

/** Begins to read an installed NVFLARE: only its own tables of class names, which it reads for every job itself. */
export async function openClasses(installation: Installation): Promise<InstalledClasses> {
  const { folder, version, isCheckout, nearest, pause } = installation;
  const classes = new ReadClasses();
  const tables = await readTables(installation, classes);
  let running: Promise<void> | undefined;

  const learnAll = async () => {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const lacking = new Set<string>();
      for (const names of classes.settle()) {
        for (const name of names) lacking.add(name);
        await pause();
      }
      if (lacking.size === 0) return;
      await readModules(installation, classes, lacking);
    }
    classes.giveUp();
  };

  return {
    folder,
    catalog: catalogOfCode(version, classes, nearest, { ...tables, codeFrom: isCheckout ? 'checkout' : 'installed' }),
    misses: () => classes.misses,
    async learn() {
      // What is asked for while it learns is learned as well, but maybe not what is asked for at its end.
      await running;
      running ??= learnAll().finally(() => {
        running = undefined;
      });
      await running;
    },
    concerns: (file) => {
      const below = file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : undefined;
      if (below === TABLE) return true;
      const module = below === undefined ? undefined : /^(.*?)(?:(?:^|\/)__init__)?\.py$/.exec(below)?.[1];
      return module !== undefined && classes.hasLookedFor(['nvflare', ...module.split('/')].filter(Boolean).join('.'));
    },
  };
}

async function readTables({ fs, folder, ...rest }: Installation, classes: ReadClasses): Promise<CodeTables> {
  const table = await fs.read(joinPath(folder, TABLE));
  const names = table.kind === 'text' ? namesIn(table.text) : undefined;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { lacking, made } = classes.derive((find) => allowList(newCode(find)));
    if (lacking.length === 0) return { shortNames: shortNameTable(names ?? {}), ...(made && { allowed: made }) };
    await readModules({ fs, folder, ...rest }, classes, lacking);
  }
  return { shortNames: shortNameTable(names ?? {}) };
}

/** The table of bare class names; `undefined` where it is not what NVFLARE would read. */
function namesIn(text: string): Readonly<Record<string, readonly string[]>> | undefined {
  try {
    const table: unknown = JSON.parse(text);
    if (typeof table !== 'object' || table === null) return undefined;
    const isList = ([, modules]: readonly [string, unknown]) =>
      Array.isArray(modules) && modules.every((each) => typeof each === 'string');
    return Object.entries(table).every(isList) ? (table as Record<string, string[]>) : undefined;
  } catch {
    // A table that is no JSON has no names; NVFLARE would end there, too.
    return undefined;
  }
}

async function readModules({ fs, folder }: Installation, classes: ReadClasses, names: Iterable<string>): Promise<void> {
  await Promise.all([...names].map(async (name) => classes.add(name, await readModule(fs, folder, name))));
}
