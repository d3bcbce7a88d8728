/** The part of the extension that compares jobs; it is loaded when one of its commands is first called. */
import * as vscode from 'vscode';
import { jobOf, pickJob } from '../commands/job-of';
import type { JobStore } from '../job-store';
import { COMPARISON_SCHEME } from '../schemes';
import { type Compared, type Comparison, compare } from './comparison';

/** Shows what is otherwise in a job than in its last commit. */
export async function compareWithCommit(store: JobStore, target: unknown): Promise<void> {
  const job = await jobOf(store, target);
  if (job) await show({ after: job.uri }, `${job.analysis.job.sources.name} since the last commit`);
}

/** Asks for another job, and shows what is otherwise in this one. */
export async function compareWithJob(store: JobStore, target: unknown): Promise<void> {
  const job = await jobOf(store, target);
  if (!job) return;
  const others = store.jobs.filter((each) => each !== job);
  if (others.length === 0) {
    void vscode.window.showInformationMessage(
      'There is no other job in this workspace to compare with. Open a folder that holds both jobs.',
    );
    return;
  }
  const name = job.analysis.job.sources.name;
  const other = await pickJob(others, `Compare ${name} with which job?`);
  if (other) await show({ after: job.uri, before: other.uri }, `${other.analysis.job.sources.name} → ${name}`);
}

/** The ending makes it Markdown, so that its headings are an outline. */
async function show({ after, before }: Compared, title: string): Promise<void> {
  const query = JSON.stringify({ after: after.toString(), ...(before && { before: before.toString() }) });
  const uri = vscode.Uri.from({ scheme: COMPARISON_SCHEME, path: `/${title.replaceAll('/', '-')}.md`, query });
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
}

/** The comparison that a URI made by one of the commands stands for. */
export async function comparisonAt(store: JobStore, uri: vscode.Uri): Promise<Comparison> {
  const { after, before } = JSON.parse(uri.query) as { readonly after: string; readonly before?: string };
  const parsed = (text: string) => vscode.Uri.parse(text, true);
  return compare(store, { after: parsed(after), ...(before !== undefined && { before: parsed(before) }) });
}
