import * as vscode from 'vscode';
import type { JobStore } from '../job-store';
import type { OpenJob } from '../open-job';
import type { OpenSection } from '../webview/messages';
import type { SectionId, ShowsOf } from '../webview/section-types';
import type { OpenPreview } from './open-preview';

/** The panel's type, which the editor remembers over a reload. */
const PREVIEW_VIEW = 'flareJobs.preview';

/** The panels that show jobs, one for each job at most. They follow every edit and come back after a reload. */
export class JobPreviews implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #store: JobStore;
  readonly #extensionUri: vscode.Uri;
  /** By job. What shows a job is loaded with the first panel. */
  readonly #panels = new Map<string, OpenPanel>();
  readonly #disposables: readonly vscode.Disposable[];

  constructor(store: JobStore, extensionUri: vscode.Uri) {
    this.#store = store;
    this.#extensionUri = extensionUri;
    this.#disposables = [
      vscode.window.registerWebviewPanelSerializer(PREVIEW_VIEW, this),
      store.onDidChange(({ changed, removed }) => {
        const keys = new Set([...changed.map(({ uri }) => uri), ...removed].map(String));
        for (const { preview } of this.#panels.values()) if (preview?.follows(keys)) preview.updateSoon();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections: [first] }) => {
        if (first) for (const { preview } of this.#panels.values()) preview?.caret(textEditor.document, first.active);
      }),
    ];
  }

  /** The job of the preview that has the focus. */
  get active(): vscode.Uri | undefined {
    for (const { job, panel } of this.#panels.values()) if (panel.active) return job;
    return undefined;
  }

  /** Opens the preview of a job beside the editor, or brings it to the front. */
  show(job: OpenJob): void {
    this.#reveal(job, true);
  }

  /** Shows something of a job in a section of its preview, and takes the keyboard there. */
  open<K extends SectionId>(job: OpenJob, section: K, shows?: ShowsOf<K>): void {
    const panel = this.#reveal(job, false);
    void panel.loaded.then((preview) => preview?.open({ type: 'open', section, shows } as OpenSection));
  }

  /** A panel that the editor kept over a reload. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const job = jobOfState(state);
    if (job && !this.#panels.has(job.toString())) await this.#adopt(panel, job).loaded;
    else panel.dispose();
  }

  #reveal(job: OpenJob, preserveFocus: boolean): OpenPanel {
    const known = this.#panels.get(job.uri.toString());
    known?.panel.reveal(undefined, preserveFocus);
    if (known) return known;
    const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus };
    return this.#adopt(vscode.window.createWebviewPanel(PREVIEW_VIEW, titleOf(job.uri), where), job.uri);
  }

  #adopt(panel: vscode.WebviewPanel, job: vscode.Uri): OpenPanel {
    const key = job.toString();
    const icon = (theme: string) => vscode.Uri.joinPath(this.#extensionUri, 'resources', `preview-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    const loaded = import('./open-preview').then(({ openPreview }) => {
      // Somebody may have closed it already.
      if (this.#panels.get(key) !== open) return undefined;
      open.preview = openPreview(panel, job, this.#store, this.#extensionUri);
      return open.preview;
    });
    const open: OpenPanel = { panel, job, loaded, preview: undefined };
    this.#panels.set(key, open);
    panel.onDidDispose(() => this.#panels.delete(key));
    return open;
  }

  /** The panels stay: at the end of a window they are what the next one brings back. */
  dispose(): void {
    for (const { preview } of this.#panels.values()) preview?.rest();
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

/** A panel with what fills it, as soon as that is loaded. */
interface OpenPanel {
  readonly panel: vscode.WebviewPanel;
  readonly job: vscode.Uri;
  /** `undefined` where the panel was closed before. */
  readonly loaded: Promise<OpenPreview | undefined>;
  preview: OpenPreview | undefined;
}

function titleOf(job: vscode.Uri): string {
  return `Preview ${job.path.slice(job.path.lastIndexOf('/') + 1)}`;
}

function jobOfState(state: unknown): vscode.Uri | undefined {
  if (typeof state !== 'object' || state === null || !('job' in state) || typeof state.job !== 'string') return undefined;
  if (state.job === '') return undefined;
  try {
    return vscode.Uri.parse(state.job);
  } catch {
    // A state that no version of ours kept; the panel is closed.
    return undefined;
  }
}
