import type * as vscode from 'vscode';
import { registerCommands } from './commands/index';
import { registerCodeActions } from './features/code-actions';
import { registerComparisons } from './features/comparisons';
import { registerCompletion } from './features/completion';
import { registerContext } from './features/context';
import { registerDiagnostics } from './features/diagnostics';
import { registerEditing } from './features/editing';
import { registerLanguages } from './features/languages';
import { registerLenses } from './features/lenses';
import { registerPackedTexts } from './features/packed-texts';
import { registerReading } from './features/reading';
import { registerSettingsProblems } from './features/settings-problems';
import { registerStatus } from './features/status';
import { registerStructure } from './features/structure';
import { JobTreeProvider } from './features/tree';
import { siteDragging } from './features/tree-drag';
import type { TreeRow } from './features/tree-row';
import type { Host } from './host';
import { JobStore } from './job-store';
import { JobPreviews } from './preview/previews';

/** What the extension gives to others, and to its own tests. */
export interface ExtensionApi {
  /** Resolves when the workspace was searched and every change so far was checked. */
  settled(): Promise<void>;
  /** The rows of the view "Jobs". */
  readonly tree: vscode.TreeDataProvider<TreeRow>;
  /** What happens when rows of it are dragged and dropped. */
  readonly dragging: vscode.TreeDragAndDropController<TreeRow>;
}

/** Puts the extension together. Everything here registers; nothing reads a file before the first search. */
export function activateExtension(context: vscode.ExtensionContext, host: Host): ExtensionApi {
  const store = new JobStore(host);
  const previews = new JobPreviews(store, context.extensionUri);
  const dragging = siteDragging(store);
  const tree = new JobTreeProvider(store, dragging, context.workspaceState);
  const documents: vscode.DocumentSelector = [{ pattern: '**/*.{json,conf,yml,yaml,default}' }];
  context.subscriptions.push(
    store,
    registerContext(store),
    registerLanguages(store),
    registerDiagnostics(store),
    registerReading(store, documents),
    registerStatus(store),
    registerSettingsProblems(store),
    tree,
    previews,
    registerCodeActions(store, documents),
    registerPackedTexts(store),
    registerComparisons(store),
    registerCommands({ extension: context, store, previews, tree }),
    registerEditing(store),
    registerStructure(store),
    registerLenses(store),
    registerCompletion(store),
  );
  void store.refresh();
  return { settled: () => store.settled(), tree, dragging };
}
