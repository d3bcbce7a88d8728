import type { Join, Reference } from './model';

/**
 * The references that are left to follow, in order; one may stand in it twice. pyhocon searches a list of them for every reference,
 * which takes time quadratic in a long text; here each question takes time of its answer.
 */
export class Pending {
  /** Holes are where one was removed. */
  #list: (Reference | undefined)[] = [];
  readonly #places = new Map<Reference, number[]>();
  readonly #byJoin = new Map<Join, Set<Reference>>();
  #size = 0;

  constructor(references: readonly Reference[]) {
    for (const reference of references) this.add(reference);
  }

  get size(): number {
    return this.#size;
  }

  /** All of them, as they are now. */
  all(): readonly Reference[] {
    const all = this.#list.filter((each) => each !== undefined);
    if (all.length < this.#list.length / 2) this.#tidy(all);
    return all;
  }

  add(reference: Reference): void {
    const places = this.#places.get(reference);
    if (places) places.push(this.#list.length);
    else this.#places.set(reference, [this.#list.length]);
    this.#list.push(reference);
    this.#size++;
    const { parent } = reference;
    if (!parent) return;
    const siblings = this.#byJoin.get(parent);
    if (siblings) siblings.add(reference);
    else this.#byJoin.set(parent, new Set([reference]));
  }

  /** Removes the first place of a reference. Whether it had one. */
  remove(reference: Reference): boolean {
    const places = this.#places.get(reference);
    const place = places?.shift();
    if (places === undefined || place === undefined) return false;
    this.#list[place] = undefined;
    this.#size--;
    if (places.length > 0) return true;
    this.#places.delete(reference);
    if (reference.parent) this.#byJoin.get(reference.parent)?.delete(reference);
    return true;
  }

  /** Whether a reference of this join is among them. */
  hasPartOf(join: Join): boolean {
    return (this.#byJoin.get(join)?.size ?? 0) > 0;
  }

  /** Those of the joins that override this one. */
  overriding(join: Join): readonly Reference[] {
    const now = new Set(join.overriders?.filter((each) => each.overridden === join));
    return [...now].flatMap((each) => [...(this.#byJoin.get(each) ?? [])]);
  }

  #tidy(all: readonly Reference[]): void {
    this.#list = [...all];
    this.#places.clear();
    all.forEach((reference, place) => {
      const places = this.#places.get(reference);
      if (places) places.push(place);
      else this.#places.set(reference, [place]);
    });
  }
}
