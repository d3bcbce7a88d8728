/** A node, or a filter of it by its number. */
export interface StopKey {
  readonly node: string;
  readonly filter: number | null;
}

/** The key as a text, by which what is drawn is found. */
export function keyOf({ node, filter }: StopKey): string {
  return filter === null ? node : `${node}\n${filter}`;
}

/** What a text of `keyOf` stands for. */
export function stopOf(key: string): StopKey {
  const [node = '', filter] = key.split('\n');
  return { node, filter: filter === undefined ? null : Number(filter) };
}

/** What is drawn of nodes and filters, by their keys. */
export function elementsOf(drawn: readonly SVGElement[]): ReadonlyMap<string, SVGElement> {
  const elements = new Map<string, SVGElement>();
  for (const element of drawn.flatMap((part) => [...part.querySelectorAll<SVGElement>('[data-node]')])) {
    const node = element.dataset['node'] ?? '';
    elements.set(keyOf({ node, filter: null }), element);
    for (const filter of element.querySelectorAll<SVGElement>('[data-filter]')) {
      elements.set(keyOf({ node, filter: Number(filter.dataset['filter']) }), filter);
    }
  }
  return elements;
}
