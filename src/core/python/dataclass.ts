import { newLines } from './lines';
import type { Expression, PythonAssignment } from './module';
import type { Parameter } from './parameter';
import type { ClassDefinition, FindModule } from './program';
import { constantOf } from './program';
import { readTree } from './read-tree';

/** Whether `@dataclass` writes the constructor of this class. */
export function isDataclass(of: ClassDefinition): boolean {
  return of.definition.decorators.some(
    (each) => /^(?:\w+\.)*dataclass(?![\w.])/.test(each.text) && !/\binit\s*=\s*False/.test(each.text),
  );
}

/**
 * The parameters that `@dataclass` makes of the fields of these classes, nearest class first. A field that a class declares
 * again keeps the place of its first declaration, as in `dataclasses.py`.
 */
export function fieldParameters(find: FindModule, classes: readonly ClassDefinition[]): readonly Parameter[] {
  const fields = new Map<string, Parameter | undefined>();
  for (const owner of [...classes].reverse()) {
    if (!isDataclass(owner)) continue;
    let isKeywordOnly = owner.definition.decorators.some((each) => /\bkw_only\s*=\s*True/.test(each.text));
    for (const assignment of owner.definition.assignments) {
      const annotation = assignment.annotation?.text;
      if (annotation === undefined || /^(?:\w+\.)*ClassVar\b/.test(annotation)) continue;
      if (/^(?:\w+\.)*KW_ONLY$/.test(annotation)) isKeywordOnly = true;
      else fields.set(assignment.name, parameterOf(find, owner, assignment, isKeywordOnly));
    }
  }
  return [...fields.values()].filter((each) => each !== undefined);
}

function parameterOf(
  find: FindModule,
  owner: ClassDefinition,
  assignment: PythonAssignment,
  isKeywordOnly: boolean,
): Parameter | undefined {
  const { name, start, end, annotation } = assignment;
  const { source } = owner;
  let kind: Parameter['kind'] = isKeywordOnly ? 'keyword-only' : 'positional-or-keyword';
  let written = assignment.value;
  const options = written && fieldOptions(source.module.text, written);
  if (options) {
    if (options.get('init')?.text === 'False') return undefined;
    if (options.get('kw_only')?.text === 'True') kind = 'keyword-only';
    written = options.get('default') ?? options.get('default_factory');
  }
  const isFactory = options !== undefined && !options.has('default');
  const value = written && !isFactory ? constantOf(find, source, written.text) : undefined;
  return { name, kind, annotation, default: written, value, source, owner, start, end };
}

/** The arguments of `field(…)`; `undefined` where the value is something else. */
function fieldOptions(text: string, value: Expression): ReadonlyMap<string, Expression> | undefined {
  const tree = readTree(newLines(text), value);
  if (tree.kind !== 'call' || !('name' in tree.callee) || tree.callee.name !== 'field') return undefined;
  return new Map(tree.arguments.map(({ name, value: { start, end } }) => [name, { start, end, text: text.slice(start, end) }]));
}
