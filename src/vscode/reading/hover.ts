import * as vscode from 'vscode';
import { toOffset, toRange } from '../convert';
import type { JobStore } from '../job-store';
import { fileUri, type OpenJob, pathIn } from '../open-job';

/** Says what a key, a site or an app is, and what will apply. */
export async function hover(
  store: JobStore,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Hover | undefined> {
  const known = store.jobAt(document.uri);
  const file = known && pathIn(known, document.uri);
  if (!known || file === undefined) return undefined;
  const job = isAppConfig(known, file) ? await store.withHistory(known) : known;
  const lines = store.lines(job, file);
  const { hoverAt } = await import('../../core/assist/index');
  const found = hoverAt(job.analysis, file, toOffset(lines, position));
  if (!found || (found.isFromSchema && isShownBySchema(document))) return undefined;
  const links = found.places.map(({ title, file: at, range }) => {
    const { line, character } = store.lines(job, at).positionAt(range.start);
    return `[${title}, line ${line + 1}](${fileUri(job, at).with({ fragment: `L${line + 1},${character + 1}` })})`;
  });
  const inMeta = file === job.analysis.job.meta?.file;
  const linked = links.length > 0 ? [`${inMeta ? 'Named in ' : ''}${links.join(' · ')}`] : [];
  // Of a long hover the beginning is in sight.
  const at = inMeta ? 1 : found.paragraphs.length;
  const paragraphs = [...found.paragraphs.slice(0, at), ...linked, ...found.paragraphs.slice(at)];
  return new vscode.Hover(new vscode.MarkdownString(paragraphs.join('\n\n')), toRange(lines, found.range));
}

function isAppConfig({ analysis }: OpenJob, file: string): boolean {
  return analysis.wiring?.configs.some(({ config }) => config.file === file) ?? false;
}

/** The editor's own JSON support shows the descriptions of our schemas. */
function isShownBySchema({ languageId }: vscode.TextDocument): boolean {
  return languageId === 'json' && vscode.extensions.getExtension('vscode.json-language-features') !== undefined;
}
