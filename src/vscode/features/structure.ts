import * as vscode from 'vscode';
import type { JobStore } from '../job-store';
import { JOB_FILES } from './job-files';

/** HOCON, of which the editor knows nothing by itself. */
const HOCON: vscode.DocumentFilter = { language: 'flare-hocon' };
/** YAML, where no other extension helps; ranges of several add up. */
const YAML: vscode.DocumentFilter = { pattern: '**/{meta,config_fed_server,config_fed_client}.{yml,yaml}' };

/**
 * Outline and breadcrumbs, links, folding, "Expand Selection", and the search for symbols. JSON has an outline of the editor's own, of
 * plain keys; ours stands beside it as a group of its own, because only there are components and sites found by their names.
 */
export function registerStructure(store: JobStore): vscode.Disposable {
  const part = () => import('../structure/index');
  return vscode.Disposable.from(
    vscode.languages.registerDocumentSymbolProvider(
      JOB_FILES,
      { provideDocumentSymbols: async (document) => (await part()).outline(store, document) },
      { label: 'FLARE Jobs' },
    ),
    vscode.languages.registerDocumentLinkProvider(JOB_FILES, {
      provideDocumentLinks: async (document) => (await part()).links(store, document),
    }),
    vscode.languages.registerFoldingRangeProvider(HOCON, {
      provideFoldingRanges: async (document) => await (await part()).folds(document),
    }),
    vscode.languages.registerSelectionRangeProvider([HOCON, YAML], {
      provideSelectionRanges: async (document, positions) => (await part()).selections(store, document, positions),
    }),
    vscode.languages.registerWorkspaceSymbolProvider({
      provideWorkspaceSymbols: async (query, token) => (await part()).workspaceSymbols(store, query, token),
    }),
    vscode.commands.registerCommand('flareJobs.revealFolder', (uri: string) =>
      vscode.commands.executeCommand('revealInExplorer', vscode.Uri.parse(uri)),
    ),
  );
}
