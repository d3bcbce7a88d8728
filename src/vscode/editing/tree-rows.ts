import { isJobItem, type JobItem, type TreeRow } from '../features/tree-row';
import type { JobStore } from '../job-store';
import type { OpenJob } from '../open-job';

/** Rows of the view that a command is about, all of one job: its sites by name, or its apps. */
export interface Rows {
  readonly job: OpenJob;
  readonly sites: readonly string[];
  readonly apps: readonly string[];
}

/** The sites and apps of rows, for each job its own, as the jobs are now. */
export function rowsByJob(store: JobStore, items: readonly JobItem[]): readonly Rows[] {
  const byJob = new Map<string, JobItem[]>();
  for (const item of items) {
    const uri = item.job.uri.toString();
    byJob.set(uri, [...(byJob.get(uri) ?? []), item]);
  }
  return [...byJob.values()].flatMap((own) => rowsOf(store, own) ?? []);
}

function rowsOf(store: JobStore, items: readonly JobItem[]): Rows | undefined {
  const [first] = items;
  const job = first && store.jobAt(first.job.uri);
  if (!job) return undefined;
  const names = (wanted: (kind: JobItem['node']['kind']) => boolean) => [
    ...new Set(items.flatMap(({ node }) => (wanted(node.kind) && node.name !== undefined ? [node.name] : []))),
  ];
  return { job, sites: names(isSite), apps: names((kind) => kind === 'app') };
}

/** The app that a row stands for or lies in. */
export function appOf(item: JobItem | undefined): string | undefined {
  for (let at: TreeRow | undefined = item; at && isJobItem(at); at = at.parent) if (at.node.kind === 'app') return at.node.name;
  return undefined;
}

/** The rows that a command was called on: those selected, where the row that it was called on is one of them. */
export function calledOn(target: unknown, selected: unknown, selection: readonly JobItem[]): readonly JobItem[] {
  if (Array.isArray(selected) && selected.length > 0) return selected.filter(isItem);
  return isItem(target) ? [target] : selection;
}

function isItem(value: unknown): value is JobItem {
  return typeof value === 'object' && value !== null && 'node' in value && 'job' in value;
}

function isSite(kind: JobItem['node']['kind']): boolean {
  return kind === 'server' || kind === 'client' || kind === 'all-sites';
}
