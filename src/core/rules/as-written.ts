import type { Range } from '../text/range';
import type { TreeEdit } from '../tree/edit';
import type { ConfigNode, Entry, ObjectNode } from '../tree/node';

/**
 * The same edit of the document's own tree. Rules about what apps run see a tree with variables put in, in which whatever holds
 * a variable is a copy; writers know only what they read themselves. A copy has the place of what it was made from.
 */
export function asWritten(edit: TreeEdit, root: ConfigNode): TreeEdit {
  switch (edit.kind) {
    case 'rename-key':
      return { ...edit, entry: entryLike(edit.entry, root) };
    case 'remove-entry':
      return { ...edit, object: nodeLike(edit.object, root), entry: entryLike(edit.entry, root) };
    case 'remove-item':
      return { ...edit, array: nodeLike(edit.array, root), item: nodeLike(edit.item, root) };
    case 'add-entry':
    case 'move-to-front':
      return { ...edit, object: nodeLike(edit.object, root) };
    case 'add-item':
      return { ...edit, array: nodeLike(edit.array, root) };
    case 'replace':
      return { ...edit, node: nodeLike(edit.node, root) };
  }
}

/** From so many edits on, going through the tree once is quicker than looking for each. */
const MANY = 8;

/** The same for all edits of a document. */
export function allAsWritten(edits: readonly TreeEdit[], root: ConfigNode): readonly TreeEdit[] {
  if (edits.length < MANY) return edits.map((edit) => asWritten(edit, root));
  const own = new Set<ConfigNode | Entry>();
  for (const node of allNodes(root)) {
    own.add(node);
    if (node.kind === 'object') for (const entry of entriesOf(node)) own.add(entry);
  }
  return edits.map((edit) => (partsOf(edit).every((part) => own.has(part)) ? edit : asWritten(edit, root)));
}

/** What of a tree an edit names. */
function partsOf(edit: TreeEdit): readonly (ConfigNode | Entry)[] {
  switch (edit.kind) {
    case 'rename-key':
      return [edit.entry];
    case 'remove-entry':
      return [edit.object, edit.entry];
    case 'remove-item':
      return [edit.array, edit.item];
    case 'add-entry':
    case 'move-to-front':
      return [edit.object];
    case 'add-item':
      return [edit.array];
    case 'replace':
      return [edit.node];
  }
}

function nodeLike<T extends ConfigNode>(node: T, root: ConfigNode): T {
  let like: ConfigNode | undefined;
  for (const other of nodesAround(node, root)) {
    if (other === node) return node;
    if (other.start === node.start && other.end === node.end && other.kind === node.kind) like ??= other;
  }
  return (like as T | undefined) ?? node;
}

function entryLike(entry: Entry, root: ConfigNode): Entry {
  let like: Entry | undefined;
  for (const node of nodesAround({ start: entry.keyStart, end: entry.keyEnd }, root)) {
    if (node.kind !== 'object') continue;
    for (const other of entriesOf(node)) {
      if (other === entry) return entry;
      if (other.keyStart === entry.keyStart && other.keyEnd === entry.keyEnd && other.key === entry.key) like ??= other;
    }
  }
  return like ?? entry;
}

/** Every node, what is superseded and what is referred to among them; each once. */
function allNodes(root: ConfigNode): ReadonlySet<ConfigNode> {
  const seen = new Set<ConfigNode>();
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    for (const child of childrenOf(node)) waiting.push(child);
  }
  return seen;
}

/**
 * The nodes at a place and around it, and then those whose places say nothing because they are written elsewhere. Trees may be
 * deep, so this does not call itself.
 */
function* nodesAround(place: Range, root: ConfigNode): Generator<ConfigNode> {
  const near = [root];
  const far: ConfigNode[] = [];
  // What is referred to twice is one node at two places.
  const seen = new Set<ConfigNode>();
  for (let node = near.pop() ?? far.pop(); node !== undefined; node = near.pop() ?? far.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    yield node;
    for (const child of childrenOf(node)) {
      if (child.start <= place.start && place.end <= child.end) near.push(child);
      else if (node.origin || isElsewhere(node, child)) far.push(child);
    }
  }
}

function isElsewhere(node: ConfigNode, child: ConfigNode): boolean {
  return child.origin !== undefined || child.start < node.start || child.end > node.end;
}

function childrenOf(node: ConfigNode): readonly ConfigNode[] {
  if (node.kind === 'array') return node.value;
  return node.kind === 'object' ? entriesOf(node).map(({ value }) => value) : [];
}

function entriesOf({ value }: ObjectNode): readonly Entry[] {
  return value.superseded.length > 0 ? [...value.list, ...value.superseded] : value.list;
}
