import type { ConfigNode, ObjectNode } from '../tree/node';
import { get } from '../tree/node';
import { at, type Path, type Plain, toPlain } from '../tree/query';
import { SHAPE_KEYS, validateShape } from './meta-validate.generated';

/** A value of another type than the schema of meta files gives it. */
export interface ShapeProblem {
  readonly path: Path;
  readonly node: ConfigNode;
  /** What it could be instead. */
  readonly kinds: ReadonlySet<ConfigNode['kind']>;
  /** A clause without a full stop: `"scope" must be a text`. */
  readonly message: string;
}

/** What ajv says of a value; its generated code has no types of its own. */
interface ShapeError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: { readonly type?: string | readonly string[] };
}

const validate: { (value: unknown): boolean; readonly errors?: readonly ShapeError[] | null } = validateShape;

/**
 * Mistakes in the part of a meta file that no rule judges. The large maps, which rules judge, are not looked at, so this takes
 * no time that grows with the number of sites.
 */
export function shapeProblems(root: ObjectNode): readonly ShapeProblem[] {
  const part: Record<string, Plain> = {};
  let isEmpty = true;
  for (const key of SHAPE_KEYS) {
    const node = get(root, key);
    if (!node || node.kind === 'unknown') continue;
    part[key] = toPlain(node);
    isEmpty = false;
  }
  if (isEmpty || validate(part)) return [];
  return (validate.errors ?? []).flatMap((error) => problem(root, error));
}

function problem(root: ObjectNode, { instancePath, keyword, params }: ShapeError): readonly ShapeProblem[] {
  if (keyword !== 'type') throw new Error(`no words for "${keyword}"`);
  const path = stepsOf(root, instancePath);
  const node = at(root, path);
  if (!node || node.kind === 'unknown') return [];
  const last = path.at(-1);
  const subject = typeof last === 'number' ? `an element of "${path.at(-2)}"` : `"${last}"`;
  return [{ path, node, kinds: new Set(kindsOf(params.type)), message: `${subject} must be ${words(params.type)}` }];
}

/** The steps of a JSON pointer; a step into a list is an index. */
function stepsOf(root: ObjectNode, pointer: string): Path {
  const path: (string | number)[] = [];
  for (const part of pointer.split('/').slice(1)) {
    const step = part.replace(/~1/g, '/').replace(/~0/g, '~');
    path.push(at(root, path)?.kind === 'array' ? Number(step) : step);
  }
  return path;
}

/** The kinds of a schema's types; a number may be whole. */
function kindsOf(type: string | readonly string[] | undefined): readonly ConfigNode['kind'][] {
  const types = typeof type === 'string' ? [type] : (type ?? []);
  return types.flatMap((one) => KINDS[one] ?? []);
}

const KINDS: Readonly<Record<string, readonly ConfigNode['kind'][]>> = {
  string: ['string'],
  integer: ['integer'],
  number: ['integer', 'float'],
  boolean: ['boolean'],
  object: ['object'],
  array: ['array'],
};

/** Null stands for a key that is left out, so it is not worth a word. */
function words(type: string | readonly string[] | undefined): string {
  const types = (typeof type === 'string' ? [type] : (type ?? [])).filter((one) => one !== 'null');
  return types.map((one) => WORDS[one] ?? one).join(' or ');
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'a string',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
};
