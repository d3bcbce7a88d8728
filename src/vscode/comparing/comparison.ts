import * as vscode from 'vscode';
import { type Analysis, type Job, LineIndex, loadTexts, type Place } from '../../core/index';
import type { Difference, JobVersion } from '../../core/review/index';
import type { JobStore } from '../job-store';
import { fileUri, type OpenJob } from '../open-job';
import { sourcesAtHead } from './git';

/** What is compared: a job with its last commit, or with another job of the workspace. */
export interface Compared {
  readonly after: vscode.Uri;
  /** The other job; the last commit where it is left out. */
  readonly before?: vscode.Uri;
}

/** A comparison as it is shown: a text with links to the places that it tells of. */
export interface Comparison {
  readonly text: string;
  readonly links: readonly vscode.DocumentLink[];
}

/** Compares as things are now. Sentences stand in place of what cannot be compared. */
export async function compare(store: JobStore, { after: uri, before: other }: Compared): Promise<Comparison> {
  const after = store.jobAt(uri);
  if (!after) return { text: 'The job is gone.\n', links: [] };
  const before = other ? jobVersion(store, other) : await lastCommit(store, after);
  const name = after.analysis.job.sources.name;
  if (typeof before === 'string') return { text: `# ${name}\n\n${before}\n`, links: [] };
  const { compareJobs, comparedFiles } = await import('../../core/review/index');
  const inBoth = comparedFiles(after.analysis.job).filter((file) => before.job.sources.files.has(file));
  const [first, second] = [
    { ...before, job: before.open ? await withTexts(store, before.open, inBoth) : before.job },
    versionOf(await withTexts(store, after, inBoth), after.analysis),
  ];
  if (!second) return { text: `# ${name}\n\nWhat the apps run was not read yet.\n`, links: [] };
  const title = other ? `${before.name} → ${name}` : `${name}: changes since the last commit`;
  return written(title, compareJobs(first, second), { after, before: before.open });
}

interface Before extends JobVersion {
  readonly name: string;
  /** The job where its files can be opened. */
  readonly open: OpenJob | undefined;
}

function jobVersion(store: JobStore, uri: vscode.Uri): Before | string {
  const open = store.jobAt(uri);
  if (!open) return 'The other job is gone.';
  const version = versionOf(open.analysis.job, open.analysis);
  return version
    ? { ...version, name: open.analysis.job.sources.name, open }
    : 'What the apps of the other job run was not read yet.';
}

async function lastCommit(store: JobStore, job: OpenJob): Promise<Before | string> {
  const sources = await sourcesAtHead(job);
  if (typeof sources === 'string') return sources;
  const analysis = store.analysisOf(job, sources);
  const version = versionOf(analysis.job, analysis);
  return version ? { ...version, name: sources.name, open: undefined } : 'What the apps run was not read yet.';
}

function versionOf(job: Job, { wiring }: Analysis): JobVersion | undefined {
  return wiring && { job, wiring };
}

/** The job with the texts of these files, too. */
async function withTexts(store: JobStore, open: OpenJob, files: readonly string[]): Promise<Job> {
  const { job } = open.analysis;
  return { ...job, sources: await loadTexts(store.fileSystemOf(open), job.sources, files) };
}

interface Jobs {
  readonly after: OpenJob;
  readonly before: OpenJob | undefined;
}

/** One line for each difference, under the heading of its group; the place behind it is a link. */
function written(title: string, differences: readonly Difference[], jobs: Jobs): Comparison {
  const lines = [`# ${title}`];
  const links: vscode.DocumentLink[] = [];
  if (differences.length === 0) lines.push('', 'No difference.');
  let group: string | undefined;
  for (const difference of differences) {
    if (difference.group !== group) lines.push('', `## ${difference.group}`, '');
    group = difference.group;
    const place = placeOf(difference, jobs);
    // It is read as it is written, so no marks of Markdown stand around what weighs most.
    const start = `- ${difference.protection === 'less' ? '⚠ ' : ''}${difference.text}`;
    if (place) {
      const label = `${place.file}:${place.line + 1}`;
      const at = new vscode.Range(lines.length, start.length + 2, lines.length, start.length + 2 + label.length);
      const link = new vscode.DocumentLink(at, place.uri.with({ fragment: `L${place.line + 1},${place.character + 1}` }));
      link.tooltip = 'Go to where it stands';
      links.push(link);
      lines.push(`${start} (${label})`);
    } else lines.push(start);
  }
  return { text: `${lines.join('\n')}\n`, links };
}

interface Opened {
  readonly file: string;
  readonly uri: vscode.Uri;
  readonly line: number;
  readonly character: number;
}

/** Where it stands now, or where it stood in the other job. */
function placeOf({ before, after }: Difference, jobs: Jobs): Opened | undefined {
  if (after) return opened(jobs.after, after);
  return before && jobs.before ? opened(jobs.before, before) : undefined;
}

function opened(job: OpenJob, { file, range }: Place): Opened {
  const source = job.analysis.job.sources.texts.get(file);
  const { line, character } = new LineIndex(source?.kind === 'text' ? source.text : '').positionAt(range.start);
  return { file, uri: fileUri(job, file), line, character };
}
