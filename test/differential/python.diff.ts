// Is our Python reader equal to CPython's own `ast`? On every file of the installed nvflare and of the standard library.
//   FLARE_JOBS_PYTHON=/path/to/python   the interpreter to ask (3.9 or newer); its own library is what is read
//   FLARE_JOBS_RUNS=6000                how many edited files
//   FLARE_JOBS_SEED=1                   which ones
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import type { Literal } from '../../src/core/python/literal';
import { readLiteral } from '../../src/core/python/literal';
import type {
  Expression,
  PythonAssignment,
  PythonClass,
  PythonFunction,
  PythonImport,
  PythonModule,
} from '../../src/core/python/module';
import { parametersOf } from '../../src/core/python/parameters';
import { scanModule } from '../../src/core/python/scan';
import { LineIndex } from '../../src/core/text/line-index';
import { seeded } from '../support/plant';
import { editedPython } from './python-edits';

const python = process.env['FLARE_JOBS_PYTHON'] ?? 'python3';
const RUNS = Number(process.env['FLARE_JOBS_RUNS'] ?? 6000);
const SEED = Number(process.env['FLARE_JOBS_SEED'] ?? 1);
/** Longer files, in UTF-16 units, take long and show no more. */
const LONGEST = 20_000;

test('the reader finds what ast finds, at the same places', { timeout: 600_000 }, async (context) => {
  // A bounded run takes every eighth file.
  const step = process.env['FLARE_JOBS_BOUNDED'] ? 8 : 1;
  const files = (await libraries()).flatMap(pythonFiles).filter((_, index) => index % step === 0);
  const seen = { equal: 0, refused: 0, undecodable: 0, definitions: 0 };
  const differences: string[] = [];
  let next = 0;
  for await (const answer of ask(files.map((path) => ({ path })))) {
    const file = files[next++] as string;
    const text = decode(readFileSync(file));
    if (text === undefined) seen.undecodable++;
    else if (!answer.ok) seen.refused++;
    else {
      const found = compare(text, scanModule(text), answer.ok);
      seen.definitions += found.definitions;
      if (found.difference) differences.push(`${file}: ${found.difference}`);
      else seen.equal++;
    }
  }
  assert.equal(next, files.length);
  context.diagnostic(
    `${files.length} files: ${seen.equal} equal with ${seen.definitions} definitions, ${differences.length} different, ` +
      `${seen.refused} that CPython refuses, ${seen.undecodable} not in UTF-8`,
  );
  assert.deepEqual(differences.slice(0, 20), []);
  assert.ok(seen.equal > 1000 / step);
});

/** Files that were edited; most edits break a text, and those that CPython still reads are compared. */
test('the same in files that were edited at random', { timeout: 600_000 }, async (context) => {
  const random = seeded(SEED);
  const texts = (await libraries())
    .flatMap(pythonFiles)
    .flatMap((file) => decode(readFileSync(file)) ?? [])
    .filter((text) => text.length < LONGEST);
  const edited = Array.from({ length: RUNS }, () => editedPython(texts[random(texts.length)] ?? '', random));
  const seen = { equal: 0, refused: 0, definitions: 0 };
  const differences: string[] = [];
  let next = 0;
  for await (const answer of ask(edited.map((text) => ({ text })))) {
    const text = edited[next++] as string;
    if (!answer.ok) {
      // A text that CPython refuses is read all the same, and never throws.
      scanModule(text);
      seen.refused++;
      continue;
    }
    const found = compare(text, scanModule(text), answer.ok);
    seen.definitions += found.definitions;
    if (found.difference) differences.push(`${found.difference}\n${text}`);
    else seen.equal++;
  }
  assert.equal(next, edited.length);
  context.diagnostic(
    `${edited.length} texts: ${seen.equal} equal with ${seen.definitions} definitions, ${differences.length} different, ${seen.refused} that CPython refuses`,
  );
  assert.deepEqual(differences.slice(0, 3), []);
  assert.ok(seen.equal > RUNS / 10);
});

interface Answer {
  readonly ok?: ScopeFacts;
  readonly error?: string;
}

/** The folders of the standard library and of nvflare, if it is there. */
async function libraries(): Promise<readonly string[]> {
  const script =
    'import sysconfig,importlib.util as u;print(sysconfig.get_paths()["stdlib"]);s=u.find_spec("nvflare");print(s.submodule_search_locations[0] if s else "")';
  const child = spawn(python, ['-c', script]);
  let out = '';
  for await (const chunk of child.stdout) out += chunk;
  return out.split('\n').filter((line) => line !== '');
}

function pythonFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (name === 'site-packages' || name === '__pycache__') return [];
    if (statSync(path).isDirectory()) return pythonFiles(path);
    return name.endsWith('.py') ? [path] : [];
  });
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

async function* ask(requests: readonly ({ readonly path: string } | { readonly text: string })[]): AsyncGenerator<Answer> {
  const child = spawn(python, ['test/differential/oracle'], { stdio: ['pipe', 'pipe', 'ignore'] });
  child.stdin.end(requests.map((request, id) => `${JSON.stringify({ id, op: 'python', ...request })}\n`).join(''));
  try {
    for await (const line of createInterface(child.stdout)) yield JSON.parse(line) as Answer;
  } finally {
    child.kill();
  }
}

type Place = readonly [number, number];

interface ScopeFacts {
  readonly classes: readonly ClassFacts[];
  readonly functions: readonly FunctionFacts[];
  readonly imports: readonly (readonly [Place, string, string, number, string | null, string | null])[];
  readonly assignments: readonly (readonly [Place, string, string, string, Place | null, Place | null, LiteralFacts | null])[];
}

interface ClassFacts extends Omit<ScopeFacts, 'functions' | 'imports'> {
  readonly name: string;
  readonly range: Place;
  readonly circumstance: string;
  readonly decorators: readonly Place[];
  readonly bases: readonly (readonly [string, number, Place])[];
  readonly methods: readonly FunctionFacts[];
}

interface FunctionFacts {
  readonly name: string;
  readonly range: Place;
  readonly circumstance: string;
  readonly isAsync: boolean;
  readonly decorators: readonly Place[];
  readonly parameters: readonly (readonly [Place, string, string, Place | null, Place | null, LiteralFacts | null])[];
  readonly bodyEnd: number;
}

interface LiteralFacts {
  readonly kind: string;
  readonly value?: string | boolean;
  readonly size?: number;
  readonly items?: readonly LiteralFacts[];
  readonly entries?: readonly (readonly [LiteralFacts, LiteralFacts])[];
}

function compare(text: string, module: PythonModule, facts: ScopeFacts): { difference: string | undefined; definitions: number } {
  const comparison = new Comparison(text);
  if (!module.isWhole) comparison.differ('isWhole', false, true);
  comparison.scope('', module.classes, module.functions, module.assignments, facts, facts.functions);
  comparison.list('imports', module.imports, facts.imports, (where, ours, theirs) => comparison.import(where, ours, theirs));
  return { difference: comparison.difference, definitions: comparison.definitions };
}

/** Compares two readings of one text and remembers the first difference. */
class Comparison {
  difference: string | undefined;
  definitions = 0;
  readonly #lines: LineIndex;
  constructor(readonly text: string) {
    this.#lines = new LineIndex(text);
  }

  differ(where: string, ours: unknown, theirs: unknown): void {
    this.difference ??= `${where}: ours ${JSON.stringify(ours)}, CPython's ${JSON.stringify(theirs)}`;
  }

  same(where: string, ours: unknown, theirs: unknown): void {
    if (JSON.stringify(ours) !== JSON.stringify(theirs)) this.differ(where, ours, theirs);
  }

  list<A, B>(where: string, ours: readonly A[], theirs: readonly B[], each: (where: string, ours: A, theirs: B) => void): void {
    this.same(`number of ${where}`, ours.length, theirs.length);
    if (ours.length !== theirs.length) return;
    this.definitions += ours.length;
    for (const [index, item] of ours.entries()) each(`${where}.${index}`, item, theirs[index] as B);
  }

  scope(
    where: string,
    classes: readonly PythonClass[],
    functions: readonly PythonFunction[],
    assignments: readonly PythonAssignment[],
    facts: Pick<ScopeFacts, 'classes' | 'assignments'>,
    functionFacts: readonly FunctionFacts[],
  ): void {
    this.list(`${where}classes`, classes, facts.classes, (at, ours, theirs) => this.class(at, ours, theirs));
    this.list(`${where}functions`, functions, functionFacts, (at, ours, theirs) => this.function(at, ours, theirs));
    this.list(`${where}assignments`, assignments, facts.assignments, (at, ours, theirs) => {
      const [place, name, circumstance, operator, annotation, value, literal] = theirs;
      this.same(at, [[ours.start, ours.end], ours.name, ours.circumstance, ours.operator], [place, name, circumstance, operator]);
      this.expression(`${at}.annotation`, ours.annotation, annotation);
      this.expression(`${at}.value`, ours.value, value);
      this.literal(`${at}.value`, ours.value, literal);
    });
  }

  class(where: string, ours: PythonClass, theirs: ClassFacts): void {
    const at = `${where} ${theirs.name}`;
    this.same(at, [ours.name, ours.start, ours.end, ours.circumstance], [theirs.name, ...theirs.range, theirs.circumstance]);
    this.list(`${at} decorators`, ours.decorators, theirs.decorators, (each, a, b) => this.expression(each, a, b));
    this.list(`${at} bases`, ours.bases, theirs.bases, (each, a, [name, stars, place]) => {
      this.same(each, [a.name, a.stars], [name, stars]);
      this.expression(each, a, place);
    });
    this.scope(`${at} `, ours.classes, ours.methods, ours.assignments, theirs, theirs.methods);
  }

  function(where: string, ours: PythonFunction, theirs: FunctionFacts): void {
    const at = `${where} ${theirs.name}`;
    this.same(at, [ours.name, ours.start, ours.end], [theirs.name, ...theirs.range]);
    this.same(at, [ours.circumstance, ours.isAsync], [theirs.circumstance, theirs.isAsync]);
    // Ours may end with a comment behind the last statement, and with lines that are joined to it and have nothing.
    const lineOf = (offset: number) => this.#lines.positionAt(offset).line;
    const joined = /^\s*(?:\\(?:\r\n?|\n)\s*)+(?:#[^\r\n]*)?$/.test(this.text.slice(theirs.bodyEnd, ours.body.end));
    this.same(`${at} last line`, lineOf(joined ? theirs.bodyEnd : ours.body.end), lineOf(theirs.bodyEnd));
    this.list(`${at} decorators`, ours.decorators, theirs.decorators, (each, a, b) => this.expression(each, a, b));
    this.list(
      `${at} parameters`,
      parametersOf(this.text, ours),
      theirs.parameters,
      (each, a, [place, name, kind, annotation, value, literal]) => {
        this.same(each, [[a.start, a.end], a.name, a.kind], [place, name, kind]);
        this.expression(`${each}.annotation`, a.annotation, annotation);
        this.expression(`${each}.default`, a.default, value);
        this.literal(`${each}.default`, a.default, literal);
      },
    );
  }

  import(where: string, ours: PythonImport, theirs: ScopeFacts['imports'][number]): void {
    const found = [[ours.start, ours.end], ours.circumstance, ours.module, ours.level, ours.name ?? null, ours.alias ?? null];
    this.same(where, found, theirs);
  }

  /** The tree's ranges leave out the parentheses around an expression, and what stands between them. */
  expression(where: string, ours: Expression | undefined, theirs: Place | null): void {
    if (!ours || !theirs) {
      if (ours || theirs) this.differ(where, ours?.text ?? null, theirs && this.text.slice(...theirs));
      return;
    }
    const opening = this.text.slice(ours.start, theirs[0]).replace(/#[^\r\n]*|\\\r?\n|\s/g, '');
    const closing = this.text.slice(theirs[1], ours.end).replace(/#[^\r\n]*|\\\r?\n|\s/g, '');
    const isAround = ours.start <= theirs[0] && theirs[1] <= ours.end && /^\(*$/.test(opening) && /^,?\)*$/.test(closing);
    const isClean = /\S/.test(this.text.charAt(ours.start)) && /[^\s\\]/.test(this.text.charAt(ours.end - 1));
    if (!isAround || opening.length !== closing.replace(',', '').length || !isClean) {
      this.differ(where, ours.text, this.text.slice(...theirs));
    }
  }

  literal(where: string, ours: Expression | undefined, theirs: LiteralFacts | null): void {
    // Names of characters need Unicode's list of names, which is not worth its weight here.
    if (ours?.text.includes('\\N{')) return;
    const literal = ours && readLiteral(ours.text);
    if (literal || theirs) this.same(`${where} as literal`, literal ? plainOurs(literal) : null, theirs && plainTheirs(theirs));
  }
}

/** Both sides in one plain form; a key that is there twice counts once, as in Python. */
function plainOurs(literal: Literal): unknown {
  switch (literal.kind) {
    case 'none':
      return null;
    case 'string':
    case 'boolean':
      return literal.value;
    case 'integer':
    case 'float':
      return `${literal.kind} ${Object.is(literal.value, -0) ? '-0' : literal.value}`;
    case 'list':
    case 'tuple':
      return [literal.kind, ...literal.items.map(plainOurs)];
    case 'set':
      return `set of ${new Set(literal.items.map((item) => JSON.stringify(plainOurs(item)))).size}`;
    case 'dict':
      return [...new Map(literal.entries.map(([key, value]) => [JSON.stringify(plainOurs(key)), plainOurs(value)]))];
  }
}

function plainTheirs(facts: LiteralFacts): unknown {
  switch (facts.kind) {
    case 'none':
      return null;
    case 'integer':
    case 'float': {
      const value = Number(String(facts.value).replace('inf', 'Infinity'));
      return `${facts.kind} ${Object.is(value, -0) ? '-0' : value}`;
    }
    case 'list':
    case 'tuple':
      return [facts.kind, ...(facts.items ?? []).map(plainTheirs)];
    case 'set':
      return `set of ${facts.size}`;
    case 'dict':
      return [...new Map((facts.entries ?? []).map(([key, value]) => [JSON.stringify(plainTheirs(key)), plainTheirs(value)]))];
    default:
      return facts.value;
  }
}
