import * as vscode from 'vscode';
import type { PreviewTarget } from '../../core/assist/index';
import { toRange } from '../convert';
import { fileUri, type JobStore, type OpenJob } from '../job-store';
import type { FromPage, ToPage } from '../webview/messages';
import { previewHtml, scripts } from './preview-html';
import { fromPage } from './preview-messages';

/** The panel's type, which the editor remembers over a reload. */
export const PREVIEW_VIEW = 'flareJobs.preview';

/** The preview follows when the hands rest, after this and as long as it last took to make. */
const REST_MILLISECONDS = 80;

/** A preview that is open. */
interface Preview {
  readonly job: vscode.Uri;
  readonly panel: vscode.WebviewPanel;
  /** The page is there and takes messages; a hidden one is gone until it is shown again. */
  isReady: boolean;
  /** Nothing is shown yet: the job is still being looked for, or is gone. */
  isEmpty: boolean;
  /** The site to show when the page is there. */
  site: string | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** How long the last model took to make, in milliseconds. */
  cost: number;
}

/** The panels that show jobs, one for each job at most. They follow every edit and come back after a reload. */
export class JobPreviews implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #store: JobStore;
  readonly #extensionUri: vscode.Uri;
  readonly #previews = new Map<string, Preview>();
  readonly #disposables: readonly vscode.Disposable[];

  constructor(store: JobStore, extensionUri: vscode.Uri) {
    this.#store = store;
    this.#extensionUri = extensionUri;
    this.#disposables = [
      vscode.window.registerWebviewPanelSerializer(PREVIEW_VIEW, this),
      store.onDidChange(({ changed, removed }) => {
        const keys = new Set([...changed.map(({ uri }) => uri), ...removed].map(String));
        for (const [key, preview] of this.#previews) if (preview.isEmpty || keys.has(key)) this.#updateSoon(preview);
      }),
    ];
  }

  /** The job of the preview that has the focus. */
  get active(): vscode.Uri | undefined {
    for (const { job, panel } of this.#previews.values()) if (panel.active) return job;
    return undefined;
  }

  /** Opens the preview of a job beside the editor, or brings it to the front, with a site chosen if one is given. */
  show(job: OpenJob, site?: string): void {
    const known = this.#previews.get(job.uri.toString());
    if (known) {
      known.panel.reveal(undefined, site === undefined);
      this.#select(known, site);
      return;
    }
    const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: site === undefined };
    const panel = vscode.window.createWebviewPanel(PREVIEW_VIEW, titleOf(job.uri), where);
    this.#select(this.#adopt(panel, job.uri), site);
  }

  /** A panel that the editor kept over a reload. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const job = jobOfState(state);
    if (job && !this.#previews.has(job.toString())) this.#adopt(panel, job);
    else panel.dispose();
  }

  #adopt(panel: vscode.WebviewPanel, job: vscode.Uri): Preview {
    const preview: Preview = { job, panel, isReady: false, isEmpty: true, site: undefined, timer: undefined, cost: 0 };
    this.#previews.set(job.toString(), preview);
    const icon = (theme: string) => vscode.Uri.joinPath(this.#extensionUri, 'resources', `preview-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    panel.webview.options = { enableScripts: true, localResourceRoots: [scripts(this.#extensionUri)] };
    panel.webview.onDidReceiveMessage((message) => this.#receive(preview, fromPage(message)));
    panel.onDidChangeViewState(() => {
      if (!panel.visible) preview.isReady = false;
    });
    panel.onDidDispose(() => {
      clearTimeout(preview.timer);
      this.#previews.delete(job.toString());
    });
    panel.webview.html = previewHtml(panel.webview, this.#extensionUri);
    return preview;
  }

  #select(preview: Preview, site: string | undefined): void {
    if (site === undefined) return;
    preview.site = site;
    if (preview.isReady) void this.#update(preview);
  }

  #updateSoon(preview: Preview): void {
    if (!preview.isReady) return;
    clearTimeout(preview.timer);
    preview.timer = setTimeout(() => void this.#update(preview), REST_MILLISECONDS + preview.cost);
  }

  async #update(preview: Preview): Promise<void> {
    const { previewModel } = await import('../../core/assist/index');
    const found = this.#store.jobAt(preview.job);
    const post = (message: ToPage) => void preview.panel.webview.postMessage(message);
    preview.isEmpty = found?.uri.toString() !== preview.job.toString();
    if (!found || preview.isEmpty) {
      if (this.#store.isReady) post({ type: 'gone', text: 'There is no such job in the workspace any more.' });
      return;
    }
    const start = Date.now();
    const { job, rejected } = found.analysis;
    post({ type: 'show', job: preview.job.toString(), model: previewModel(job, found.findings, rejected) });
    preview.cost = Date.now() - start;
    if (preview.site !== undefined) post({ type: 'select', site: preview.site });
    preview.site = undefined;
  }

  async #receive(preview: Preview, message: FromPage | undefined): Promise<void> {
    switch (message?.type) {
      case 'ready':
        preview.isReady = true;
        await this.#update(preview);
        break;
      case 'reveal':
        await this.#reveal(preview, message.target, message.focus);
        break;
      case 'explain':
        await vscode.commands.executeCommand('flareJobs.explainProblem', message.code);
        break;
    }
  }

  /** Shows a place in the column where the file is open already, else in one that is not the preview's. */
  async #reveal({ job: uri, panel }: Preview, target: PreviewTarget, focus: boolean): Promise<void> {
    const { previewPlace } = await import('../../core/assist/index');
    const job = this.#store.jobAt(uri);
    const place = job && previewPlace(job.analysis.job, target);
    if (!job || !place) return;
    const file = fileUri(job, place.file);
    const open = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === file.toString());
    const other = panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
    await vscode.window.showTextDocument(file, {
      selection: toRange(this.#store.lines(job, place.file), place.range),
      viewColumn: open?.viewColumn ?? other,
      preserveFocus: !focus,
      preview: true,
    });
  }

  /** The panels stay: at the end of a window they are what the next one brings back. */
  dispose(): void {
    for (const { timer } of this.#previews.values()) clearTimeout(timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

function titleOf(job: vscode.Uri): string {
  return `Preview ${job.path.slice(job.path.lastIndexOf('/') + 1)}`;
}

function jobOfState(state: unknown): vscode.Uri | undefined {
  if (typeof state !== 'object' || state === null || !('job' in state) || typeof state.job !== 'string') return undefined;
  return state.job === '' ? undefined : vscode.Uri.parse(state.job);
}
