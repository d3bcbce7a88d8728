import type { FindModule, ModuleSource } from '../../python/program';
import { linearise, pathOf } from '../../python/program';
import { type Resolution, resolveClass } from '../../python/resolve';
import { isWithoutAncestors } from '../catalog';
import { makeClass } from '../catalog-class';
import type { CodeClasses } from '../code-classes';
import type { Ancestry, Found } from '../found';
import { newCode } from './code';
import { classData } from './derive';

/**
 * The classes of an NVFLARE of which modules are read one by one, as they are wanted. `settle` derives what can be derived and says
 * which modules are lacking; what is known once stays, because it was derived from modules that are all there.
 */
export class ReadClasses implements CodeClasses {
  readonly #modules = new Map<string, ModuleSource | undefined>();
  readonly #found = new Map<string, Found>();
  readonly #ancestries = new Map<string, Ancestry | undefined>();
  readonly #wantedClasses = new Set<string>();
  readonly #wantedAncestries = new Set<string>();
  /** Modules that were looked for by what is being derived. */
  #lacking = new Set<string>();

  #misses = 0;

  /** How often it had no answer; who asked while this grew will get a better one. */
  get misses(): number {
    return this.#misses;
  }

  find(path: string): Found | undefined {
    const known = this.#found.get(path);
    if (!known) this.#want(path, this.#wantedClasses);
    return known;
  }

  seen(path: string): Found | undefined {
    return this.#found.get(path);
  }

  ancestry(path: string): Ancestry | undefined {
    if (!this.#ancestries.has(path)) this.#want(path, this.#wantedAncestries);
    return this.#ancestries.get(path);
  }

  #want(path: string, into: Set<string>): void {
    into.add(path);
    this.#misses++;
  }

  hasRead(module: string): boolean {
    return this.#modules.get(module) !== undefined;
  }

  *paths(): Iterable<string> {
    for (const source of this.#modules.values())
      for (const { name } of source?.module.classes ?? []) if (!name.startsWith('_')) yield `${source?.name}.${name}`;
  }

  /** Whether it was looked at whether there is a module of the name. */
  hasLookedFor(module: string): boolean {
    return this.#modules.has(module);
  }

  /** Gives a module that was lacking; `undefined` where the package has none of the name. */
  add(name: string, source: ModuleSource | undefined): void {
    this.#modules.set(name, source);
  }

  /** Derives what is wanted, one thing after another, and says of each which modules it lacks; none where it is known now. */
  *settle(): Generator<readonly string[]> {
    for (const path of [...this.#wantedAncestries]) yield this.#lackingFor(() => this.#settleAncestry(path));
    for (const path of [...this.#wantedClasses]) yield this.#lackingFor(() => this.#settleClass(path));
  }

  /** What a catalogue of tables and lists is made with; the modules that it lacks come first. */
  derive<T>(make: (find: FindModule) => T): { readonly lacking: readonly string[]; readonly made: T } {
    this.#lacking = new Set();
    const made = make(this.#module);
    return { lacking: [...this.#lacking], made };
  }

  /** Stops asking for what is wanted and cannot be had. */
  giveUp(): void {
    for (const path of this.#wantedClasses) this.#found.set(path, { kind: 'unlisted' });
    for (const path of this.#wantedAncestries) this.#ancestries.set(path, undefined);
    this.#wantedClasses.clear();
    this.#wantedAncestries.clear();
  }

  #lackingFor(settle: () => void): readonly string[] {
    return this.derive(settle).lacking;
  }

  readonly #module: FindModule = (name) => {
    if (name !== 'nvflare' && !name.startsWith('nvflare.')) return undefined;
    if (!this.#modules.has(name)) this.#lacking.add(name);
    return this.#modules.get(name);
  };

  #settleAncestry(path: string): void {
    const found = resolveClass(path, this.#module);
    const isClass = found.kind === 'found' && found.definition.kind === 'class';
    const ancestry = isClass ? this.#ancestryOf(found) : undefined;
    if (this.#lacking.size > 0) return;
    this.#wantedAncestries.delete(path);
    this.#ancestries.set(path, ancestry);
  }

  #ancestryOf({ definition }: Extract<Resolution, { kind: 'found' }>): Ancestry | undefined {
    if (definition.kind !== 'class') return undefined;
    const order = linearise(this.#module, definition);
    const paths = order.map(pathOf).filter((path) => path !== 'object');
    const isWhole = order.every((each) => each.kind === 'class' || isWithoutAncestors(each.path));
    return { paths, set: new Set(paths), isWhole };
  }

  #settleClass(path: string): void {
    const found = this.#resolved(path);
    if (this.#lacking.size > 0 || !found) return;
    this.#wantedClasses.delete(path);
    this.#found.set(path, found);
  }

  #resolved(path: string): Found | undefined {
    const found = resolveClass(path, this.#module);
    if (this.#lacking.size > 0) return undefined;
    switch (found.kind) {
      case 'unknown':
        return { kind: 'unlisted' };
      case 'no-name':
        return { kind: 'no-name', module: found.source.name, name: found.name };
      case 'no-module':
        return mayHaveModule(found.parent) ? { kind: 'unlisted' } : { kind: 'no-module', module: found.module };
      case 'found': {
        const { definition } = found;
        if (definition.kind === 'function') return { kind: 'function', path: found.path };
        const known = this.#found.get(found.path);
        if (known) {
          this.#ancestries.set(path, this.#ancestries.get(found.path));
          return known;
        }
        const code = newCode(this.#module, () => this.#lacking.size > 0);
        const { source } = definition;
        const data = classData(code, definition);
        if (this.#lacking.size > 0) return undefined;
        // Who knows a class asks next what it inherits from.
        for (const name of [path, found.path]) this.#ancestries.set(name, this.#ancestryOf(found));
        return { kind: 'class', class: makeClass(found.path, source.name, definition.definition.name, data) };
      }
    }
  }
}

/** Whether Python may find more below a package than lies in its folder, or the package was not to be read. */
function mayHaveModule(parent: ModuleSource | undefined): boolean {
  if (!parent) return true;
  const { functions, text } = parent.module;
  return /\b(?:__path__|sys\.modules)\b/.test(text) || functions.some(({ name }) => name === '__getattr__');
}
