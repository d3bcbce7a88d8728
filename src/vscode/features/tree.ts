import * as vscode from 'vscode';
import type { TreeKind, TreeNode } from '../../core/assist/index';
import { toRange } from '../convert';
import type { JobStore } from '../job-store';
import { fileUri, type OpenJob } from '../open-job';

/** The view's id in the manifest. */
export const JOBS_VIEW = 'flareJobs.jobs';

/** A row of the view: a node of a job's tree, with the job that it belongs to. Commands get it as their argument. */
export interface JobItem {
  readonly job: OpenJob;
  readonly node: TreeNode;
  /** What menus and commands act on. */
  readonly uri: vscode.Uri;
  readonly parent: JobItem | undefined;
}

/** Jobs → apps → sites → resources, and apps → configurations → what they run. Follows edits; rows keep their ids, so what is unfolded stays so. */
export class JobTreeProvider implements vscode.TreeDataProvider<JobItem>, vscode.Disposable {
  readonly #store: JobStore;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #view: vscode.TreeView<JobItem>;
  readonly #disposables: vscode.Disposable[];
  #roots: readonly JobItem[] | undefined;
  #onlyProblems = false;
  #pending: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(store: JobStore, dragAndDropController: vscode.TreeDragAndDropController<JobItem>) {
    this.#store = store;
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
      vscode.commands.registerCommand('flareJobs.openPlace', (item: JobItem) => openPlace(store, item)),
    ];
  }

  /** The rows that are selected; commands called by a key are about them. */
  get selection(): readonly JobItem[] {
    return this.#view.selection;
  }

  async getChildren(parent?: JobItem): Promise<JobItem[]> {
    if (!parent) return [...(await this.#rootItems())];
    return (parent.node.children?.() ?? []).map((node) => itemOf(parent.job, node, parent));
  }

  getParent(item: JobItem): JobItem | undefined {
    return item.parent;
  }

  getTreeItem(item: JobItem): vscode.TreeItem {
    const { node, job } = item;
    const state = node.children ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None;
    const tree = new vscode.TreeItem(node.label, state);
    tree.id = `${job.uri} ${node.id}`;
    tree.description = node.description;
    tree.tooltip = node.tooltip.join('\n');
    tree.accessibilityInformation = { label: node.spoken, role: 'treeitem' };
    tree.iconPath = iconOf(node);
    tree.contextValue = contextOf(node);
    // Problem colours and badges come from the editor's own decorations of the file or folder.
    if (node.kind === 'job' || node.kind === 'app' || node.kind === 'file') tree.resourceUri = item.uri;
    if (node.place) tree.command = { command: 'flareJobs.openPlace', title: 'Go to Source', arguments: [item] };
    return tree;
  }

  /** Unfolds the tree to a job and selects it. */
  async reveal(job: OpenJob): Promise<void> {
    const item = (await this.#rootItems()).find((root) => root.uri.toString() === job.uri.toString());
    if (item) await this.#view.reveal(item, { select: true, focus: true, expand: true });
  }

  async #rootItems(): Promise<readonly JobItem[]> {
    const { jobTree } = await import('../../core/assist/index');
    this.#roots ??= this.#store.jobs
      .map((job) => itemOf(job, jobTree(job.analysis.job, job.findings, job.analysis.wiring), undefined))
      .filter(({ node }) => !this.#onlyProblems || node.errors + node.warnings > 0);
    return this.#roots;
  }

  #filter(onlyProblems: boolean): void {
    this.#onlyProblems = onlyProblems;
    void vscode.commands.executeCommand('setContext', 'flareJobs.onlyProblems', onlyProblems);
    this.#refresh();
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

function itemOf(job: OpenJob, node: TreeNode, parent: JobItem | undefined): JobItem {
  return { job, node, parent, uri: uriOf(job, node) };
}

function uriOf(job: OpenJob, node: TreeNode): vscode.Uri {
  if (node.kind === 'app' && node.name !== undefined) return fileUri(job, node.name);
  if (node.kind === 'file' && node.place) return fileUri(job, node.place.file);
  return job.uri;
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
