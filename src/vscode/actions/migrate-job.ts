import * as vscode from 'vscode';
import type { Migration } from '../../core/actions/index';
import { KNOWN_RELEASES, lineOf, parseRelease, type Release, releaseName } from '../../core/index';
import { applyEdit } from '../apply-edit';
import { jobOf } from '../commands/job-of';
import { toRange } from '../convert';
import type { JobStore } from '../job-store';
import { fileUri, type OpenJob } from '../open-job';

/** Brings a job to a later release, by one edit that is told before it is made, or looked at part by part. */
export async function migrateJob(store: JobStore, target: unknown): Promise<void> {
  const job = await jobOf(store, target);
  if (!job) return;
  const to = await pickLater(job);
  if (!to) return;
  const migration = await migrationOf(store, job, to);
  const name = `job "${job.analysis.job.sources.name}"`;
  const isChanged = migration.edits.size > 0;
  if (isChanged && !(await makeAsked(store, job, to, migration))) return;
  const did = isChanged ? `Changed ${name} for NVFLARE ${releaseName(to)}.` : `Nothing to change in ${name}.`;
  const { length } = migration.left;
  const then =
    length > 0 ? [`Set the release to ${releaseName(to)} to see ${thoseLeft(length)} that only you can decide about.`] : [];
  const pick = 'Pick Release…';
  const answer = await vscode.window.showInformationMessage([did, ...then].join(' '), pick);
  if (answer === pick) await vscode.commands.executeCommand('flareJobs.pickRelease');
}

/** Says what is to be changed and why, and makes it, all or what is chosen of it. Gives whether something was changed. */
async function makeAsked(store: JobStore, job: OpenJob, to: Release, migration: Migration): Promise<boolean> {
  const all = 'Make All Changes';
  const some = 'Choose…';
  const { name } = job.analysis.job.sources;
  const answer = await vscode.window.showInformationMessage(
    `Change job "${name}" for NVFLARE ${releaseName(to)}?`,
    { modal: true, detail: [...reasonsOf(migration), ...leftToAuthor(migration)].join('\n') },
    all,
    some,
  );
  if (answer === undefined) return false;
  const before = await textsOf(job, migration);
  const edit = editOf(store, job, migration, answer === some);
  if (!(await applyEdit(job, edit, { isRefactoring: true }))) return false;
  // The editor says that an edit is made also where nothing of it was chosen.
  const after = await textsOf(job, migration);
  return after.some((text, index) => text !== before[index]);
}

/** More lines than these make a dialog of the editor too high for small screens. */
const MOST_REASONS = 12;

function reasonsOf({ edits }: Migration): readonly string[] {
  const lines = [...edits].flatMap(([file, own]) => [
    ...new Set(own.flatMap(({ reasons }) => reasons.map((reason) => `${file}: ${reason}`))),
  ]);
  const more = lines.length - MOST_REASONS;
  return more > 0 ? [...lines.slice(0, MOST_REASONS), `and ${more} more`] : lines;
}

/** What only a person can decide, as a sentence. */
function leftToAuthor({ left }: Migration): readonly string[] {
  return left.length === 0 ? [] : [`After that you decide about ${thoseLeft(left.length)} that the release brings.`];
}

function thoseLeft(count: number): string {
  return count === 1 ? 'the problem' : `the ${count} problems`;
}

async function textsOf(job: OpenJob, { edits }: Migration): Promise<readonly string[]> {
  const documents = await Promise.all([...edits.keys()].map((file) => vscode.workspace.openTextDocument(fileUri(job, file))));
  return documents.map((document) => document.getText());
}

async function migrationOf(store: JobStore, job: OpenJob, to: Release): Promise<Migration> {
  await store.loadWriters();
  const { migrate } = await import('../../core/actions/index');
  const { classChanges } = await import('../../core/wiring/index');
  const lines = linesBetween(job.settings.target, to);
  const { catalogs, history } = await store.catalogsOf(lines);
  const chain = lines.flatMap((line) => catalogs.get(line) ?? []);
  return migrate({
    sources: job.analysis.job.sources,
    from: job.settings.target,
    to,
    formats: store.formats,
    changes: history && chain.length === lines.length ? classChanges(history, chain) : undefined,
    check: (sources, release) => store.analysisOf(job, sources, release),
  });
}

/** The edit; to be chosen from, part by part, where that is wished: the editor shows its parts, and none of them is chosen at first. */
function editOf(store: JobStore, job: OpenJob, { edits }: Migration, isChosenFrom: boolean): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const [file, own] of edits) {
    const lines = store.lines(job, file);
    for (const one of own) {
      const metadata = { needsConfirmation: true, label: one.reasons.join('; '), description: file };
      edit.replace(fileUri(job, file), toRange(lines, one.range), one.newText, isChosenFrom ? metadata : undefined);
    }
  }
  return edit;
}

async function pickLater({ settings }: OpenJob): Promise<Release | undefined> {
  const now = lineOf(settings.target);
  const later = KNOWN_RELEASES.slice(KNOWN_RELEASES.indexOf(now) + 1).reverse();
  if (later.length === 0) {
    void vscode.window.showInformationMessage(
      `The job is checked for NVFLARE ${now}, the newest release that is known, so there is nothing to migrate to.`,
    );
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(
    later.map((line) => ({ label: `NVFLARE ${line}`, line })),
    { title: `Migrate Job from NVFLARE ${releaseName(settings.target)}`, placeHolder: 'To which release?' },
  );
  return picked && parseRelease(picked.line);
}

function linesBetween(from: Release, to: Release): readonly string[] {
  return KNOWN_RELEASES.slice(KNOWN_RELEASES.indexOf(lineOf(from)), KNOWN_RELEASES.indexOf(lineOf(to)) + 1);
}
