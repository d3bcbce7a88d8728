import * as vscode from 'vscode';
import type { TreeKind, TreeNode } from '../../core/assist/index';
import { toRange } from '../convert';
import type { JobStore } from '../job-store';
import { fileUri, type OpenJob } from '../open-job';
import { type FolderItem, foldersTo, isJobItem, itemOf, type JobItem, rowsIn, type TreeRow } from './tree-row';

/** The view's id in the manifest. */
const JOBS_VIEW = 'flareJobs.jobs';

/** Where the window remembers that jobs are shown as a list. */
const LIST_KEY = 'flareJobs.asList';
/** Above so many jobs the folders that they lie in are folded at first. */
const MOST_UNFOLDED = 30;

/**
 * Folders → jobs → apps → sites → resources, and apps → configurations → what they run. Follows edits; rows keep their ids, so what
 * is unfolded stays so.
 */
export class JobTreeProvider implements vscode.TreeDataProvider<TreeRow>, vscode.Disposable {
  readonly #store: JobStore;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #view: vscode.TreeView<TreeRow>;
  readonly #disposables: vscode.Disposable[];
  readonly #memory: vscode.Memento;
  #roots: readonly TreeRow[] | undefined;
  #onlyProblems = false;
  #isList: boolean;
  #pending: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(store: JobStore, dragAndDropController: vscode.TreeDragAndDropController<TreeRow>, memory: vscode.Memento) {
    this.#store = store;
    this.#memory = memory;
    this.#isList = memory.get(LIST_KEY, false);
    this.#tellList();
    this.#tellFilter();
    this.#view = vscode.window.createTreeView(JOBS_VIEW, {
      treeDataProvider: this,
      showCollapseAll: true,
      canSelectMany: true,
      dragAndDropController,
    });
    this.#disposables = [
      this.#view,
      this.#changed,
      store.onDidChange(() => this.#refreshSoon()),
      vscode.commands.registerCommand('flareJobs.showOnlyProblems', () => this.#filter(true)),
      vscode.commands.registerCommand('flareJobs.showAllJobs', () => this.#filter(false)),
      vscode.commands.registerCommand('flareJobs.viewAsTree', () => this.#showList(false)),
      vscode.commands.registerCommand('flareJobs.viewAsList', () => this.#showList(true)),
      vscode.commands.registerCommand('flareJobs.openPlace', (item: JobItem) => openPlace(store, item)),
    ];
  }

  /** The rows that are selected; commands called by a key are about them. */
  get selection(): readonly JobItem[] {
    return this.#view.selection.filter(isJobItem);
  }

  async getChildren(parent?: TreeRow): Promise<TreeRow[]> {
    if (!parent) return [...(await this.#rootRows())];
    if (!isJobItem(parent)) return [...parent.rows];
    return (parent.node.children?.() ?? []).map((node) => itemOf(parent.job, node, parent));
  }

  getParent(row: TreeRow): TreeRow | undefined {
    return row.parent;
  }

  async getTreeItem(row: TreeRow): Promise<vscode.TreeItem> {
    return isJobItem(row) ? jobTreeItem(row) : await this.#folderTreeItem(row);
  }

  /** Unfolds the tree to a job and selects it. */
  async reveal(job: OpenJob): Promise<void> {
    const rowOf = (rows: readonly TreeRow[]): JobItem | undefined => {
      for (const row of rows) {
        const found = isJobItem(row) ? row : rowOf(row.rows);
        if (found?.uri.toString() === job.uri.toString()) return found;
      }
      return undefined;
    };
    const row = rowOf(await this.#rootRows());
    if (row) await this.#view.reveal(row, { select: true, focus: true, expand: true });
  }

  async #rootRows(): Promise<readonly TreeRow[]> {
    const { inNaturalOrder, jobTree, jobFolders } = await import('../../core/assist/index');
    if (this.#roots) return this.#roots;
    const jobs = [...this.#store.jobs]
      .sort((a, b) => inNaturalOrder(a.uri.path, b.uri.path))
      .map((job) => itemOf(job, jobTree(job.analysis.job, job.findings, job.analysis.wiring), undefined))
      .filter(({ node }) => !this.#onlyProblems || node.errors + node.warnings > 0);
    const paths = jobs.map(({ job }) => foldersTo(job));
    this.#roots = this.#isList ? listed(jobs, paths) : rowsIn(jobFolders(paths), jobs);
    return this.#roots;
  }

  async #folderTreeItem({ label, uri, jobs }: FolderItem): Promise<vscode.TreeItem> {
    const { folderWords } = await import('../../core/assist/index');
    const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const tree = new vscode.TreeItem(label, this.#store.jobCount > MOST_UNFOLDED ? Collapsed : Expanded);
    const path = vscode.workspace.asRelativePath(uri);
    const words = folderWords(
      path,
      jobs.map(({ node }) => node),
    );
    tree.id = `folder ${uri}`;
    tree.description = words.description;
    tree.tooltip = words.tooltip.join('\n');
    tree.accessibilityInformation = { label: words.spoken, role: 'treeitem' };
    tree.iconPath = new vscode.ThemeIcon('folder');
    tree.contextValue = 'folder';
    // Its colour tells of problems below it, as in the Explorer.
    tree.resourceUri = uri;
    return tree;
  }

  #showList(isList: boolean): void {
    this.#isList = isList;
    this.#tellList();
    void this.#memory.update(LIST_KEY, isList);
    this.#refresh();
  }

  #tellList(): void {
    void vscode.commands.executeCommand('setContext', 'flareJobs.asList', this.#isList);
  }

  #filter(onlyProblems: boolean): void {
    this.#onlyProblems = onlyProblems;
    this.#tellFilter();
    this.#refresh();
  }

  /** Also at the start: the window keeps what an extension host that was started anew had said. */
  #tellFilter(): void {
    void vscode.commands.executeCommand('setContext', 'flareJobs.onlyProblems', this.#onlyProblems);
  }

  /** While typing, the tree follows when the hands rest. */
  #refreshSoon(): void {
    clearTimeout(this.#pending);
    this.#pending = setTimeout(() => this.#refresh(), 100);
  }

  #refresh(): void {
    this.#roots = undefined;
    this.#changed.fire(undefined);
    const errors = this.#store.jobs.reduce(
      (sum, job) => sum + job.findings.filter(({ severity }) => severity === 'error').length,
      0,
    );
    this.#view.badge =
      errors > 0 ? { value: errors, tooltip: errors === 1 ? '1 error in jobs' : `${errors} errors in jobs` } : undefined;
  }

  dispose(): void {
    clearTimeout(this.#pending);
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

/** Jobs without rows for folders; where they lie in several, each row says in which. */
function listed(jobs: readonly JobItem[], paths: readonly (readonly string[])[]): readonly JobItem[] {
  const above = paths.map((path) => path.slice(0, -1).join('/'));
  return new Set(above).size < 2 ? jobs : jobs.map((job, index) => ({ ...job, above: above[index] ?? '' }));
}

function jobTreeItem(item: JobItem): vscode.TreeItem {
  const { node, job, above = '' } = item;
  const state = node.children ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None;
  const tree = new vscode.TreeItem(node.label, state);
  tree.id = `${job.uri} ${node.id}`;
  tree.description = [node.description, above].filter(Boolean).join(' · ');
  const path = vscode.workspace.asRelativePath(job.uri);
  const isElsewhere = node.kind === 'job' && path !== node.label;
  tree.tooltip = [...node.tooltip, ...(isElsewhere ? [path] : [])].join('\n');
  tree.accessibilityInformation = {
    label: above === '' ? node.spoken : `${node.spoken}, in ${above}`,
    role: 'treeitem',
  };
  tree.iconPath = iconOf(node);
  tree.contextValue = contextOf(node);
  // Problem colours and badges come from the editor's own decorations of the file or folder.
  if (node.kind === 'job' || node.kind === 'app' || node.kind === 'file') tree.resourceUri = item.uri;
  if (node.place) tree.command = { command: 'flareJobs.openPlace', title: 'Go to Source', arguments: [item] };
  return tree;
}

function contextOf(node: TreeNode): string {
  if (node.kind !== 'server' && node.kind !== 'client' && node.kind !== 'all-sites') return node.kind;
  return node.isMandatory ? `site-${node.kind}-mandatory` : `site-${node.kind}`;
}

const ICONS: { readonly [kind in TreeKind]: string } = {
  job: 'briefcase',
  app: 'package',
  server: 'server',
  client: 'device-desktop',
  'all-sites': 'globe',
  setting: 'symbol-property',
  launcher: 'rocket',
  file: 'file-code',
  workflow: 'run-all',
  executor: 'gear',
  component: 'symbol-class',
  filter: 'filter',
  'without-app': 'circle-slash',
};

function iconOf({ kind, errors, warnings }: TreeNode): vscode.ThemeIcon {
  if (errors > 0) return new vscode.ThemeIcon(ICONS[kind], new vscode.ThemeColor('list.errorForeground'));
  return new vscode.ThemeIcon(ICONS[kind], warnings > 0 ? new vscode.ThemeColor('list.warningForeground') : undefined);
}

async function openPlace(store: JobStore, { job, node }: JobItem): Promise<void> {
  if (!node.place) return;
  const { file, range } = node.place;
  const selection = toRange(store.lines(job, file), range);
  // The keyboard stays in the tree, where F2 and Delete are about the row; as in the Explorer.
  await vscode.window.showTextDocument(fileUri(job, file), { selection, preview: true, preserveFocus: true });
}
