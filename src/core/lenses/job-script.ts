import type { CallTree, ExpressionTree } from '../python/expression-tree';
import type { PythonFunction } from '../python/module';
import { own } from '../text/own';
import type { Range } from '../text/range';
import { boundName, callsIn, readBody, readLiteral, scanModule } from '../wiring/index';

/** A job that a Python script makes by a recipe or by the job API. It is read, never run. */
export interface ScriptedJob {
  /** The class that makes it: `FedAvgRecipe`. */
  readonly className: string;
  readonly kind: 'recipe' | 'job';
  /** Where it is made: the name of the class. */
  readonly range: Range;
  /** The job's name, where the script says it as a text. */
  readonly name: string | undefined;
  /** The folders that it is exported to, as the script says them. The job folder lies in there and has the job's name. */
  readonly exports: readonly ScriptedExport[];
}

/** A call that exports a job. */
export interface ScriptedExport {
  /** `undefined` where the folder is not a text in the script. */
  readonly folder: string | undefined;
  readonly range: Range;
}

/** The methods that write a job folder, and the argument that says where (`nvflare/job_config/api.py`, `nvflare/recipe/spec.py`). */
const EXPORTS: Readonly<Record<string, string>> = { export_job: 'job_root', export: 'job_dir' };

/** The jobs that a script makes, in the order in which it does. */
export function scriptedJobs(text: string): readonly ScriptedJob[] {
  if (!text.includes('nvflare')) return [];
  const classes = jobClasses(text);
  if (classes.size === 0) return [];
  const statements = readBody(text, wholeOf(text));
  const texts = new Map<string, string | undefined>();
  const made = new Map<string, ScriptedJob & { readonly exports: ScriptedExport[] }>();
  const all: ScriptedJob[] = [];
  const textOf = (tree: ExpressionTree | undefined) =>
    tree?.kind === 'name' ? texts.get(tree.name) : tree && stringIn(text, tree);

  for (const statement of statements) {
    if (statement.kind === 'assign' && statement.target.kind === 'name') {
      const { target, value } = statement;
      // A name that is given two values says nothing.
      texts.set(target.name, texts.has(target.name) ? undefined : stringIn(text, value));
      const found = value.kind === 'call' ? classOf(value.callee, classes) : undefined;
      if (value.kind === 'call' && found) {
        const { callee } = value;
        const job = {
          ...found,
          range: { start: callee.start, end: callee.end },
          name: textOf(nameOf(value, found.kind)),
          exports: [],
        };
        made.set(target.name, job);
        all.push(job);
      }
    }
    for (const call of callsIn(statement.value)) {
      const { callee } = call;
      const argument = callee.kind === 'attribute' ? own(EXPORTS, callee.name) : undefined;
      if (callee.kind !== 'attribute' || argument === undefined || callee.object.kind !== 'name') continue;
      const folder = textOf(given(call, argument, 0));
      made.get(callee.object.name)?.exports.push({ folder, range: { start: call.start, end: call.end } });
    }
  }
  return all;
}

/** The job folder that an export writes, from the folder of the script; `undefined` where the script does not say it. */
export function exportedFolder(scriptFolder: string, { name }: ScriptedJob, { folder }: ScriptedExport): string | undefined {
  if (name === undefined || folder === undefined || folder.startsWith('~')) return undefined;
  const parts: string[] = folder.startsWith('/') ? [] : scriptFolder.split('/').filter(Boolean);
  for (const part of [...folder.split('/'), name]) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

interface JobClass {
  readonly className: string;
  readonly kind: ScriptedJob['kind'];
}

/** The recipes and job classes of NVFLARE that a script imports, by the name that it uses for them. */
function jobClasses(text: string): ReadonlyMap<string, JobClass> {
  const found = new Map<string, JobClass>();
  for (const statement of scanModule(text).imports) {
    const { module, name, level } = statement;
    const bound = boundName(statement);
    if (level > 0 || name === undefined || bound === undefined || !/^nvflare(?:\.|$)/.test(module)) continue;
    if (name.endsWith('Recipe')) found.set(bound, { className: name, kind: 'recipe' });
    else if (/Job$/.test(name)) found.set(bound, { className: name, kind: 'job' });
  }
  return found;
}

function classOf(callee: ExpressionTree, classes: ReadonlyMap<string, JobClass>): JobClass | undefined {
  return callee.kind === 'name' ? classes.get(callee.name) : undefined;
}

/** A recipe takes the name by name alone; `FedJob` and its like as the first argument, too. */
function nameOf(call: CallTree, kind: JobClass['kind']): ExpressionTree | undefined {
  return kind === 'job' ? (given(call, 'name', 0) ?? given(call, 'job_name', undefined)) : given(call, 'name', undefined);
}

function given(call: CallTree, name: string, place: number | undefined): ExpressionTree | undefined {
  const byName = call.arguments.find((argument) => argument.name === name);
  if (byName) return byName.value;
  const argument = place === undefined ? undefined : call.arguments[place];
  return argument?.name === '' && argument.stars === 0 ? argument.value : undefined;
}

function stringIn(text: string, { start, end, kind }: ExpressionTree): string | undefined {
  const literal = kind === 'string' || kind === 'other' ? readLiteral(text.slice(start, end)) : undefined;
  return literal?.kind === 'string' ? literal.value : undefined;
}

/** The whole text as the body of a function, so that what runs at the outside is read like what runs in `main`. */
function wholeOf(text: string): PythonFunction {
  const nowhere = { start: 0, end: 0 };
  return {
    name: '',
    ...nowhere,
    circumstance: 'always',
    isAsync: false,
    decorators: [],
    header: nowhere,
    body: { start: 0, end: text.length },
  };
}
