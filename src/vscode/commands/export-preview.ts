import * as vscode from 'vscode';
import type { PageFormat } from '../../core/page/index';
import type { JobStore } from '../job-store';
import type { OpenJob } from '../open-job';
import { packFiles } from '../pack-files';
import { jobOf } from './job-of';

const FORMATS: readonly { readonly format: PageFormat; readonly name: string; readonly ending: string }[] = [
  { format: 'html', name: 'Page (HTML)', ending: 'html' },
  { format: 'md', name: 'Markdown', ending: 'md' },
  { format: 'json', name: 'JSON', ending: 'json' },
  { format: 'mermaid', name: 'Graph as mermaid text', ending: 'mmd' },
];

/** Larger files are counted and named; reading them only for the hash would take too long. In bytes. */
const LARGEST_READ = 200_000_000;

/** Writes the preview of a job to a file, in the form that its ending says, and offers to open it. */
export async function exportPreview(store: JobStore, target: unknown): Promise<void> {
  const job = await jobOf(store, target);
  if (!job) return;
  const { name } = job.analysis.job.sources;
  const file = await vscode.window.showSaveDialog({
    title: `Export the preview of ${name}`,
    defaultUri: vscode.Uri.joinPath(job.uri, '..', `${name}-preview.html`),
    filters: Object.fromEntries(FORMATS.map((each) => [each.name, [each.ending]])),
  });
  if (!file) return;
  const ending = file.path.slice(file.path.lastIndexOf('.') + 1).toLowerCase();
  const format = FORMATS.find((each) => each.ending === ending)?.format ?? 'html';
  const text = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: `Exporting ${name}` }, () =>
    pageOf(job, format),
  );
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  const open = 'Open';
  if (
    (await vscode.window.showInformationMessage(
      `The preview of ${name} is in ${vscode.workspace.asRelativePath(file)}.`,
      open,
    )) === open
  )
    await (format === 'html' ? vscode.env.openExternal(file) : vscode.commands.executeCommand('vscode.open', file));
}

async function pageOf({ uri, folder, analysis, findings }: OpenJob, format: PageFormat): Promise<string> {
  const [{ previewPage }, assist, graph, review, schedule, manifest] = await Promise.all([
    import('../../core/page/index'),
    import('../../core/assist/index'),
    import('../../core/graph/index'),
    import('../../core/review/index'),
    import('../../core/schedule/index'),
    import('../../core/manifest/index'),
  ]);
  const { job, wiring, rejected } = analysis;
  const pack = await manifest.readPack(packFiles(folder.uri), uri.path, {
    name: job.sources.name,
    largestRead: LARGEST_READ,
  });
  const parts = { assist, graph, review, schedule, manifest };
  return previewPage({ job, wiring, findings, rejected, pack, parts }, format);
}
