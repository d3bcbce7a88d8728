import * as vscode from 'vscode';
import type { Migration } from '../../core/actions/index';
import { KNOWN_RELEASES, lineOf, parseRelease, type Release, releaseName } from '../../core/index';
import { jobOf } from '../commands/job-of';
import { toRange } from '../convert';
import type { JobStore } from '../job-store';
import { fileUri, type OpenJob } from '../open-job';

/** Brings a job to a later release, by one edit that is looked at before it is made. */
export async function migrateJob(store: JobStore, target: unknown): Promise<void> {
  const job = await jobOf(store, target);
  if (!job) return;
  const to = await pickLater(job);
  if (!to) return;
  const { migration, edit } = await plan(store, job, to);
  const name = `job "${job.analysis.job.sources.name}"`;
  const left = migration.left.length;
  const then = `Set the release to ${releaseName(to)} to see ${left === 1 ? 'the problem' : `the ${left} problems`} that only you can decide about.`;
  if (migration.edits.size > 0 && !(await vscode.workspace.applyEdit(edit, { isRefactoring: true }))) return;
  const did = migration.edits.size > 0 ? `Changed ${name} for NVFLARE ${releaseName(to)}.` : `Nothing to change in ${name}.`;
  const pick = 'Pick Release…';
  const answer = await vscode.window.showInformationMessage(left > 0 ? `${did} ${then}` : did, pick);
  if (answer === pick) await vscode.commands.executeCommand('flareJobs.pickRelease');
}

/** The edit, each part of it with its reason, to be confirmed one by one. */
async function plan(
  store: JobStore,
  job: OpenJob,
  to: Release,
): Promise<{ readonly migration: Migration; readonly edit: vscode.WorkspaceEdit }> {
  await store.loadWriters();
  const { migrate } = await import('../../core/actions/index');
  const { classChanges } = await import('../../core/wiring/index');
  const lines = linesBetween(job.settings.target, to);
  const { catalogs, history } = await store.catalogsOf(lines);
  const chain = lines.flatMap((line) => catalogs.get(line) ?? []);
  const migration = migrate({
    sources: job.analysis.job.sources,
    from: job.settings.target,
    to,
    formats: store.formats,
    changes: history && chain.length === lines.length ? classChanges(history, chain) : undefined,
    check: (sources, release) => store.analysisOf(job, sources, release),
  });
  const edit = new vscode.WorkspaceEdit();
  for (const [file, edits] of migration.edits) {
    const lines = store.lines(job, file);
    for (const one of edits) {
      const label = one.reasons.join('; ');
      edit.replace(fileUri(job, file), toRange(lines, one.range), one.newText, {
        needsConfirmation: true,
        label,
        description: file,
      });
    }
  }
  return { migration, edit };
}

async function pickLater({ settings }: OpenJob): Promise<Release | undefined> {
  const now = lineOf(settings.target);
  const later = KNOWN_RELEASES.slice(KNOWN_RELEASES.indexOf(now) + 1).reverse();
  if (later.length === 0) {
    void vscode.window.showInformationMessage(`The job is checked for NVFLARE ${now}, the newest release that is known.`);
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
