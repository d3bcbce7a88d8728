import { type ConfigNode, type Entry, entriesOf, entry, type ObjectNode, type StringNode } from '../../tree/node';
import { isSince, type Release } from '../release';
import { formatText } from './format-text';
import { type LocalValue, localValues } from './local-values';
import { type Side, systemVariables } from './system-variables';

/** A variable named in a configuration, with what it stands for. */
export interface VariableUse {
  readonly name: string;
  /** The whole text that names it. */
  readonly node: StringNode;
  /** Where the name stands, as far as the text is written without escapes. */
  readonly start: number;
  readonly end: number;
  /** `whole`: the text is only this; `part`: it stands among other text; `call`: it is called with values, `{@name:x=1}`. */
  readonly form: 'whole' | 'part' | 'call';
  readonly meaning: VariableMeaning;
}

/** What a variable stands for: a top-level key, something that NVFLARE or the site's environment sets, or nothing. */
export type VariableMeaning =
  | { readonly kind: 'key'; readonly entry: Entry }
  | { readonly kind: 'system' }
  | { readonly kind: 'environment' }
  | { readonly kind: 'local' }
  | { readonly kind: 'undefined' };

/** A configuration with its variables put in, as NVFLARE builds components from it. */
export interface Resolved {
  /** The same tree with the same places; what a variable stands for has the place of the text that names it. */
  readonly root: ObjectNode;
  readonly uses: readonly VariableUse[];
  /** Texts over which NVFLARE fails, with the reason. */
  readonly faults: readonly { readonly node: StringNode; readonly message: string }[];
}

/** NVFLARE gives up after as many rounds (`resolve_var_refs` in `nvflare/fuel/utils/wfconf.py`). */
const MOST_ROUNDS = 20;
/** A text that is put into itself doubles with each round. */
const MOST_LETTERS = 100_000;

/**
 * Puts variables in as `resolve_var_refs` does: every text is looked at, keys never; top-level keys are variables of any type
 * since 2.4, only single values before; what NVFLARE or the site sets is unknown here.
 */
export function resolveVariables(root: ObjectNode, side: Side, release: Release): Resolved {
  const resolver = new Resolver(root, side, release);
  const kept = root.value.list.filter(({ key }) => !key.startsWith('@') || !isSince(release, '2.4'));
  const list = kept.map((found) => resolver.entry(found, undefined, 0));
  return { root: { ...root, value: entriesOf(list, root.value.incomplete) }, uses: resolver.uses, faults: resolver.faults };
}

/** Values given at a call, `{@name:x=1}`; they win over all others. */
type Locals = ReadonlyMap<string, LocalValue> | undefined;

class Resolver {
  readonly uses: VariableUse[] = [];
  readonly faults: { node: StringNode; message: string }[] = [];
  readonly #root: ObjectNode;
  readonly #system: ReadonlySet<string>;
  readonly #release: Release;

  constructor(root: ObjectNode, side: Side, release: Release) {
    this.#root = root;
    this.#system = systemVariables(side, release);
    this.#release = release;
  }

  /** What holds no variable stays the very object that it is in the document, so that the writers know it again. */
  node(node: ConfigNode, locals: Locals, round: number): ConfigNode {
    switch (node.kind) {
      case 'object': {
        const list = mapped(node.value.list, (found) => this.entry(found, locals, round));
        return list ? { ...node, value: entriesOf(list, node.value.incomplete) } : node;
      }
      case 'array': {
        const items = mapped(node.value, (item) => this.node(item, locals, round));
        return items ? { ...node, value: items } : node;
      }
      case 'string':
        return node.value.includes('{') || node.value.includes('}') ? this.#text(node, locals, round) : node;
      default:
        return node;
    }
  }

  entry(found: Entry, locals: Locals, round: number): Entry {
    const value = this.node(found.value, locals, round);
    return value === found.value ? found : { ...found, value };
  }

  #text(node: StringNode, locals: Locals, round: number): ConfigNode {
    const reference = referenceIn(node.value);
    if (round >= MOST_ROUNDS) {
      this.faults.push({ node, message: `the variables that "${node.value}" stands for go round in a circle` });
      return unknownAt(node);
    }
    if (!reference) return this.#parts(node, locals, round);
    const meaning = this.#meaning(reference.name, locals);
    this.#use(node, reference.name, reference.values ? 'call' : 'whole', meaning);
    if (reference.values) return this.#call(node, reference.name, meaning, reference.values, round);
    const local = locals?.get(reference.name);
    if (local) return this.node({ ...local, start: node.start, end: node.end }, locals, round + 1);
    if (meaning.kind === 'undefined') return { kind: 'null', start: node.start, end: node.end, value: null };
    if (meaning.kind !== 'key') return unknownAt(node);
    // A variable that stands for its own text: nothing changes, so NVFLARE leaves the text as it is.
    if (meaning.entry.value.value === node.value) return node;
    return { ...this.node(meaning.entry.value, locals, round + 1), start: node.start, end: node.end };
  }

  /** A call puts values into a copy of an object. */
  #call(
    node: StringNode,
    name: string,
    meaning: VariableMeaning,
    values: ReadonlyMap<string, LocalValue>,
    round: number,
  ): ConfigNode {
    if (!isSince(this.#release, '2.4')) return node;
    if (meaning.kind === 'system' || meaning.kind === 'environment') return unknownAt(node);
    const value = meaning.kind === 'key' ? meaning.entry.value : undefined;
    if (value?.kind === 'unknown') return value;
    if (value?.kind === 'object' && value.value.list.length > 0) {
      return { ...this.node(value, values, round + 1), start: node.start, end: node.end };
    }
    const why = value === undefined ? `"${name}" is not a top-level key` : `"${name}" is not an object`;
    this.faults.push({ node, message: `NVFLARE takes this text for the object "${name}" with values put in, but ${why}` });
    return unknownAt(node);
  }

  /** Text around and between variables goes through Python's `str.format`; where that fails nothing is replaced. */
  #parts(node: StringNode, locals: Locals, round: number): ConfigNode {
    const formatted = formatText(node.value, (name) => {
      const meaning = this.#meaning(name, locals);
      if (meaning.kind === 'undefined') return { kind: 'undefined' };
      const local = locals?.get(name);
      if (local) return local.kind === 'string' ? { kind: 'text', text: local.value } : plainText(local);
      return meaning.kind === 'key' ? plainText(meaning.entry.value) : { kind: 'unknown' };
    });
    for (const { name, offset } of formatted.names) this.#use(node, name, 'part', this.#meaning(name, locals), offset);
    if (formatted.kind === 'failed') return node;
    if (formatted.kind === 'unknown' || formatted.text.length > MOST_LETTERS) return unknownAt(node);
    // What came of it is looked at again, until a round changes nothing.
    return formatted.text === node.value ? node : this.node({ ...node, value: formatted.text }, locals, round + 1);
  }

  #meaning(name: string, locals: Locals): VariableMeaning {
    if (locals?.has(name)) return { kind: 'local' };
    if (this.#system.has(name)) return { kind: 'system' };
    const found = entry(this.#root, name);
    if (found) {
      const isSingle = found.value.kind !== 'object' && found.value.kind !== 'array';
      if (isSingle || isSince(this.#release, '2.4')) return { kind: 'key', entry: found };
    }
    if (name.startsWith('$') && isSince(this.#release, '2.4')) return { kind: 'environment' };
    return this.#root.value.incomplete ? { kind: 'environment' } : { kind: 'undefined' };
  }

  #use(node: StringNode, name: string, form: VariableUse['form'], meaning: VariableMeaning, offset?: number): void {
    const at = offset ?? node.value.indexOf(name);
    const quoted = node.end - node.start - node.value.length;
    const isPlain = quoted === 0 || quoted === 2;
    const start = isPlain ? node.start + quoted / 2 + at : node.start;
    this.uses.push({ name, node, start, end: isPlain ? start + name.length : node.end, form, meaning });
  }
}

/** What becomes of the items; nothing, and nothing made, where each becomes itself: on most keystrokes nearly all do. */
function mapped<T>(items: readonly T[], change: (item: T) => T): readonly T[] | undefined {
  let changed: T[] | undefined;
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as T;
    const made = change(item);
    if (made !== item) changed ??= items.slice(0, i);
    changed?.push(made);
  }
  return changed;
}

/** A text that is only a reference: `{name}` with blanks around, or a call `{@name:a=1}` or `{name:a=1}`. */
function referenceIn(
  text: string,
): { readonly name: string; readonly values: ReadonlyMap<string, LocalValue> | undefined } | undefined {
  const trimmed = text.trim();
  if (!trimmed.startsWith('{') || !trimmed.endsWith('}')) return undefined;
  const inner = trimmed.slice(1, -1);
  if (!inner.startsWith('@') && /[{}]/.test(inner)) return undefined;
  const [name = '', ...parameters] = inner.split(':');
  if (parameters.length === 0) return { name, values: undefined };
  return { name, values: localValues(parameters) };
}

function plainText(node: ConfigNode): { kind: 'text'; text: string } | { kind: 'unknown' } {
  if (node.kind === 'string' && !/[{}]/.test(node.value)) return { kind: 'text', text: node.value };
  if (node.kind === 'integer' && Number.isSafeInteger(node.value)) return { kind: 'text', text: String(node.value) };
  if (node.kind === 'boolean') return { kind: 'text', text: node.value ? 'True' : 'False' };
  return { kind: 'unknown' };
}

function unknownAt({ start, end }: ConfigNode): ConfigNode {
  return { kind: 'unknown', start, end, value: undefined };
}
