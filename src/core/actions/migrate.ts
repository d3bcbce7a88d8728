import type { Analysis } from '../analyze';
import type { ClassChanges } from '../catalog/class-changes';
import type { ConfigDocument } from '../formats/document';
import { type Formats, readConfig } from '../formats/index';
import type { ComponentDef } from '../job/config/components';
import { withText } from '../job/edited-texts';
import { isSince, type Release } from '../job/release';
import type { JobSources } from '../job/sources';
import type { Finding, Fix } from '../rules/finding';
import { renameKey, treeFix } from '../rules/fixes';
import { resolveFix } from '../rules/resolve-fix';
import { applyEdits, type TextEdit } from '../text/text-edit';
import type { Entry } from '../tree/node';
import { type ComposedEdit, compose } from './composed-edits';
import { documentsOf, FixMemory, planRound, preferredFix } from './fix-plan';
import { toLauncherSpec } from './to-launcher-spec';

/** What a migration needs of its host. */
export interface MigrationOptions {
  readonly sources: JobSources;
  readonly from: Release;
  readonly to: Release;
  /** Their writers must be loaded. */
  readonly formats: Formats;
  /** What became of classes between the two releases; without it nothing is known of that. */
  readonly changes: ClassChanges | undefined;
  /** Checks the job for a release. */
  check(sources: JobSources, target: Release): Analysis;
}

/** What has to be changed in a job for another release. */
export interface Migration {
  /** Per file the edits of its text, in file order, each with the reasons for it. */
  readonly edits: ReadonlyMap<string, readonly ComposedEdit[]>;
  /** What the other release minds and this one does not, and nobody but the author can decide; in the changed job. */
  readonly left: readonly Finding[];
}

const MOST_ROUNDS = 50;

/**
 * Brings a job to a later release: classes that moved or were renamed and arguments that were, as the catalogues of the releases show
 * it; launcher options to the place that they have now; and for whatever else the later release minds and the earlier one does not, the
 * fix that needs no decision. Nothing that both mind is changed.
 */
export function migrate(options: MigrationOptions): Migration {
  const { to, formats, check } = options;
  const memory = new FixMemory();
  const edits = new Map<string, readonly ComposedEdit[]>();
  let { sources } = options;
  const make = (file: string, made: readonly ComposedEdit[]) => {
    const first = textOf(options.sources, file);
    const now = textOf(sources, file);
    if (first === undefined || now === undefined) return;
    edits.set(file, compose(first, edits.get(file) ?? [], made));
    sources = withText(sources, file, applyEdits(now, made));
  };

  if (isSince(to, '2.8')) {
    const { job } = check(sources, to);
    const documents = documentsOf(job);
    const fix = { title: 'Move launcher options to launcher_spec', changes: toLauncherSpec(job), isPreferred: false };
    const resolved = fix.changes.length > 0 ? resolveFix(fix, formats, (file) => documents.get(file)) : undefined;
    for (const [file, made] of resolved?.edits ?? []) {
      const document = documents.get(file);
      const isCommentLost = document !== undefined && losesComment(document, made, formats);
      const reason = isCommentLost ? `${fix.title}; a comment beside them goes` : fix.title;
      make(
        file,
        made.map((edit) => ({ ...edit, reasons: [reason] })),
      );
    }
  }
  let news = findNews(sources, options);
  for (let i = 0; i < MOST_ROUNDS; i++) {
    const round = planRound({ analysis: news, formats }, memory, (finding) => choose(finding, news, options));
    if (!round) break;
    memory.remember(round);
    for (const file of round.texts.keys()) {
      const made = round.fixes.flatMap(({ fix, resolved }) =>
        (resolved.edits.get(file) ?? []).map((edit) => ({ ...edit, reasons: [fix.title] })),
      );
      make(file, made);
    }
    news = findNews(sources, options);
  }
  return { edits, left: news.findings.filter(({ severity }) => severity === 'error' || severity === 'warning') };
}

/** Whether a comment of a text is not there any more after edits of it. */
function losesComment(document: ConfigDocument, edits: readonly TextEdit[], formats: Formats): boolean {
  const after = readConfig(formats, document.format, applyEdits(document.text, edits));
  return after.comments.length < document.comments.length;
}

/** What the later release finds in a job and the earlier one does not. */
function findNews(sources: JobSources, { from, to, check }: MigrationOptions): Analysis {
  const known = new Set(check(sources, from).findings.map(placeOf));
  const analysis = check(sources, to);
  return { ...analysis, findings: analysis.findings.filter((finding) => !known.has(placeOf(finding))) };
}

/** A finding of another release is the same where it is of the same rule and place. */
function placeOf({ code, file, range }: Finding): string {
  return `${code}\n${file}\n${range.start}-${range.end}`;
}

function choose(finding: Finding, analysis: Analysis, options: MigrationOptions): Fix | undefined {
  const fix = byChanges(finding, analysis, options) ?? preferredFix(finding);
  // A migration is one edit of texts.
  return fix?.changes.every(({ kind }) => kind === 'tree' || kind === 'text') ? fix : undefined;
}

/** What became of a class or an argument. */
function byChanges(finding: Finding, { wiring }: Analysis, { changes }: MigrationOptions): Fix | undefined {
  const isClass = finding.code === 'classes/not-in-nvflare';
  if (!changes || (!isClass && finding.code !== 'arguments/unknown')) return undefined;
  for (const { config, built } of wiring?.configs ?? []) {
    if (config.file !== finding.file) continue;
    for (const component of built) {
      const fix = isClass ? movedClass(finding, component, changes) : renamedArgument(finding, component, changes);
      if (fix) return fix;
    }
  }
  return undefined;
}

/** The class under its later path, with the later names of its arguments: without them the new path would be of no use. */
function movedClass({ file, range }: Finding, { className, args }: ComponentDef, changes: ClassChanges): Fix | undefined {
  if (!className || className.start !== range.start || className.origin || className.value.includes('{')) return undefined;
  const path = changes.laterPath(className.value);
  if (path === undefined || path === className.value) return undefined;
  const renamed = args.flatMap((argument) => renaming(file, className.value, argument, args, changes)?.changes ?? []);
  const fix = treeFix(`${className.value} is now ${path}`, file, { kind: 'replace', node: className, value: path }, true);
  return { ...fix, changes: [...fix.changes, ...renamed] };
}

function renamedArgument({ file, range }: Finding, { className, args }: ComponentDef, changes: ClassChanges): Fix | undefined {
  const argument = args.find(({ keyStart }) => keyStart === range.start);
  return argument && className ? renaming(file, className.value, argument, args, changes) : undefined;
}

function renaming(file: string, path: string, argument: Entry, args: readonly Entry[], changes: ClassChanges): Fix | undefined {
  const name = changes.laterParameter(path, argument.key);
  if (name === undefined || name === argument.key || args.some(({ key }) => key === name)) return undefined;
  return { ...renameKey(file, argument, name, true), title: `"${argument.key}" is now "${name}"` };
}

function textOf({ texts }: JobSources, file: string): string | undefined {
  const source = texts.get(file);
  return source?.kind === 'text' ? source.text : undefined;
}
