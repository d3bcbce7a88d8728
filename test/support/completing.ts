import assert from 'node:assert/strict';
import { documentsOf } from '../../src/core/actions/fix-plan';
import { ClassLists, type Completion, type Completions, completionsAt, type KnownSite } from '../../src/core/complete/index';
import { type Analysis, applyEdits, type JobSources, type OutsideCode, resolveFix } from '../../src/core/index';
import { withText } from '../../src/core/job/edited-texts';
import { exampleJob } from './example-job';
import { afterFix } from './fixed-job';
import { TEST_FORMATS } from './formats';
import { wiredJob } from './wired-job';

/** What a host owns; the lists of classes are made once for all tests. */
const CLASS_LISTS = new ClassLists();

/** A caret in a file of a job. */
export interface Caret {
  readonly analysis: Analysis;
  readonly file: string;
  readonly text: string;
  readonly offset: number;
}

/** The job of an example (see `exampleJob`) in which one file has the caret, written as `|`. */
export function caretIn(source: string): Caret {
  const [marked] = [...exampleJob(source).sources.texts].filter(([, text]) => text.kind === 'text' && text.text.includes('|'));
  assert.ok(marked, 'the example has a caret');
  const [file, content] = marked;
  const written = content.kind === 'text' ? content.text : '';
  const offset = written.indexOf('|');
  const text = written.slice(0, offset) + written.slice(offset + 1);
  return { analysis: wiredJob(source.replace(written, () => text)), file, text, offset };
}

/** What is offered at a caret. */
export function completionsFor(
  { analysis, file, text, offset }: Caret,
  sites: readonly KnownSite[] = [],
  folders: OutsideCode = new Map(),
): Completions {
  const { job, wiring } = analysis;
  const custom = new Map(
    [...job.sources.texts].flatMap(([path, source]) =>
      path.endsWith('.py') && source.kind === 'text' ? [[path, source.text]] : [],
    ),
  );
  return completionsAt({
    job,
    wiring,
    file,
    text,
    offset,
    formats: TEST_FORMATS,
    sites,
    code: { custom, folders },
    classLists: CLASS_LISTS,
  });
}

/** The files of a job after an offer was accepted in one of them, those that were changed as well or are new included. */
export function jobAfter({ job }: Analysis, file: string, text: string, completion: Completion): JobSources {
  const sources = withText(job.sources, file, accepted(text, completion));
  const beyond = completion.beyond?.();
  const documents = documentsOf(job);
  if (!beyond) return sources;
  const resolved = resolveFix({ title: '', changes: beyond, isPreferred: false }, TEST_FORMATS, (name) => documents.get(name));
  assert.ok(resolved, `what "${completion.label}" changes in other files can be written`);
  assert.ok(!resolved.edits.has(file), `"${completion.label}" changes its own file by edits of its own`);
  for (const change of resolved.fileChanges)
    assert.ok(change.kind === 'create-file' && !sources.files.has(change.file), `"${completion.label}" makes new files only`);
  return afterFix(sources, resolved);
}

/** The text after an offer was accepted, with what its snippet begins with. */
export function accepted(text: string, completion: Completion): string {
  return afterwards(text, completion).text;
}

/** The same, and where the caret then is when the first stop of the snippet has nothing in it. */
export function afterwards(
  text: string,
  { range, newText, isSnippet, edits, elsewhere }: Completion,
): { readonly text: string; readonly offset: number | undefined } {
  const all = applyEdits(text, [{ range, newText: isSnippet ? expanded(newText) : newText }, ...edits, ...(elsewhere?.() ?? [])]);
  const offset = all.indexOf(CARET);
  return { text: all.replaceAll(CARET, ''), offset: offset < 0 ? undefined : offset };
}

const CARET = '\uF8FF';

/** A snippet with what stands at its stops at first; the empty ones have a caret. */
function expanded(snippet: string): string {
  return snippet.replace(/\\([\\$}])|\$\{\d+:((?:\\.|[^}\\])*)\}|\$\d+/g, (_, escaped?: string, inner?: string) =>
    escaped !== undefined ? escaped : (inner?.replace(/\\(.)/g, '$1') ?? CARET),
  );
}
