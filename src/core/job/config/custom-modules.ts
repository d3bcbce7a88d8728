import type { PythonModule } from '../../python/module';
import type { FindModule, ModuleSource } from '../../python/program';
import { scanModule } from '../../python/scan';
import type { Range } from '../../text/range';
import { filesThatDiffer } from '../edited-texts';
import type { JobSources, OutsideModule, SourceText } from '../sources';
import type { KnownClass } from './known-class';

/** The Python modules that the apps of a job can import: those of its custom code, then those of the folders that a setting names. */
export class CustomModules {
  /** The modules that were asked for and are not in the job; a host with folders of code looks for them there. */
  readonly asked = new Set<string>();
  readonly #sources: JobSources;
  readonly #modules = new Map<string, ModuleSource | undefined>();
  readonly #scanned: Map<SourceText, PythonModule>;

  /** Texts that were scanned before are not scanned again. */
  constructor(sources: JobSources, previous?: CustomModules) {
    this.#sources = sources;
    this.#scanned = previous ? stillThere(previous.#scanned, previous.#sources, sources) : new Map();
  }

  /** What a Python text of the job defines. */
  scan(source: Extract<SourceText, { kind: 'text' }>): PythonModule {
    const known = this.#scanned.get(source);
    if (known) return known;
    const made = scanModule(source.text);
    this.#scanned.set(source, made);
    return made;
  }

  /** Whether a class is of a module that was found, so that all its bases are known. */
  has(path: string): boolean {
    const module = path.slice(0, path.lastIndexOf('.'));
    return [...this.#modules.values()].some((source) => source?.name === module);
  }

  /** Finds modules as the code of an app imports them. */
  finder(app: string): FindModule {
    return (name) => {
      const key = `${app} ${name}`;
      if (!this.#modules.has(key)) this.#modules.set(key, this.#module(app, name));
      return this.#modules.get(key);
    };
  }

  #module(app: string, name: string): ModuleSource | undefined {
    for (const { file, isPackage } of moduleFiles(app, name)) {
      const text = this.#sources.texts.get(file);
      if (text?.kind === 'text') return { name, isPackage, module: this.scan(text) };
      if (this.#sources.files.has(file)) return { name, isPackage, module: NOT_READ };
    }
    const folder = `${app}/custom/${name.replaceAll('.', '/')}`;
    return (
      this.#outsideModule(app, name) ??
      (this.#sources.folders.has(folder) ? { name, isPackage: true, module: NOT_READ } : undefined)
    );
  }

  /** A module that a folder of code has; the app's own package or module of that name hides it from Python. */
  #outsideModule(app: string, name: string): ModuleSource | undefined {
    const [top = ''] = name.split('.');
    if (top === 'nvflare' || moduleFiles(app, top).some(({ file }) => this.#sources.files.has(file))) return undefined;
    this.asked.add(name);
    const found = this.#sources.outside?.get(name);
    if (!found) return undefined;
    if (found === 'folder') return { name, isPackage: true, module: NOT_READ };
    const module = found.text.kind === 'text' ? this.scan(found.text) : NOT_READ;
    return { name, isPackage: found.isPackage, module };
  }

  /** The module of this name in a folder of code. */
  outside(name: string): OutsideModule | undefined {
    const found = this.#sources.outside?.get(name);
    return found === 'folder' ? undefined : found;
  }

  /** The file of the app that has a module. */
  fileOf(source: ModuleSource, app: string): string | undefined {
    return moduleFiles(app, source.name).find(({ file }) => this.#sources.files.has(file))?.file;
  }

  /** Where a stretch of a module is: in a file of the app, or in a folder of code. */
  placeOf(source: ModuleSource, app: string, { start, end }: Range): Pick<KnownClass, 'place' | 'outside'> {
    const range = { start, end };
    const file = this.fileOf(source, app);
    if (file !== undefined) return { place: { file, range } };
    const module = this.outside(source.name);
    return { place: undefined, outside: module && { module, range } };
  }
}

/** What was scanned of the texts that the sources still have; nothing of the others is kept. */
function stillThere(
  scanned: ReadonlyMap<SourceText, PythonModule>,
  before: JobSources,
  now: JobSources,
): Map<SourceText, PythonModule> {
  if (scanned.size === 0) return new Map();
  const typedIn = before.outside === now.outside && filesThatDiffer(before.texts, now.texts);
  if (typedIn) {
    const gone = new Set(typedIn.map((file) => before.texts.get(file)));
    return new Map([...scanned].filter(([source]) => !gone.has(source)));
  }
  const there = new Set(now.texts.values());
  for (const module of now.outside?.values() ?? []) if (module && module !== 'folder') there.add(module.text);
  return new Map([...scanned].filter(([source]) => there.has(source)));
}

/** The files that a module of an app's custom code may be, `pkg/mod.py` or a package's `pkg/mod/__init__.py`. */
export function moduleFiles(app: string, module: string): readonly { readonly file: string; readonly isPackage: boolean }[] {
  const path = `${app}/custom/${module.replaceAll('.', '/')}`;
  return [
    { file: `${path}/__init__.py`, isPackage: true },
    { file: `${path}.py`, isPackage: false },
  ];
}

/** A module that is there but was not read; whatever is in it is unknown. */
export const NOT_READ: PythonModule = {
  text: '',
  classes: [],
  functions: [
    {
      name: '__getattr__',
      start: 0,
      end: 0,
      circumstance: 'always',
      isAsync: false,
      decorators: [],
      header: { start: 0, end: 0 },
      body: { start: 0, end: 0 },
    },
  ],
  imports: [],
  assignments: [],
  isWhole: true,
};
