import * as vscode from 'vscode';
import type { PreviewTarget } from '../../core/assist/index';
import { toOffset, toRange } from '../convert';
import type { JobStore } from '../job-store';
import { fileUri, type OpenJob, pathIn } from '../open-job';
import { sayFailure } from '../say-failure';
import type { FromPage, OpenSection, SectionAction, SectionRequest, SectionUpdate, ToPage } from '../webview/messages';
import type { InputOf, SectionId } from '../webview/section-types';
import { fromPage } from './from-page';
import { previewHtml, scripts } from './page-html';
import type { HostSection } from './section';
import { HOST_SECTIONS } from './sections/index';
import { WorkspaceSites } from './workspace-sites';

/** The preview follows when the hands rest, after this and as long as it last took to make. */
const REST_MILLISECONDS = 80;

/** Fills a panel with the preview of a job. */
export function openPreview(panel: vscode.WebviewPanel, job: vscode.Uri, store: JobStore, extensionUri: vscode.Uri): OpenPreview {
  const preview = new OpenPreview(panel, job, store);
  panel.webview.options = { enableScripts: true, localResourceRoots: [scripts(extensionUri)] };
  panel.webview.html = previewHtml(panel.webview, extensionUri);
  return preview;
}

/** A panel that shows one job. Only the section that is in sight is computed. */
export class OpenPreview {
  readonly job: vscode.Uri;
  readonly panel: vscode.WebviewPanel;
  readonly #store: JobStore;
  readonly #sites = new WorkspaceSites();
  /** What the page shows; `undefined` until it takes messages, and while it is hidden. */
  #request: SectionRequest | undefined;
  /** Nothing is shown yet: the job is still being looked for, or is gone. */
  #isEmpty = true;
  /** What to open when the page is there. */
  #waiting: OpenSection | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** How long the last model took to make, in milliseconds. */
  #cost = 0;
  /** Counts what was asked for, so that a late answer is not taken for the newest. */
  #round = 0;

  constructor(panel: vscode.WebviewPanel, job: vscode.Uri, store: JobStore) {
    this.panel = panel;
    this.job = job;
    this.#store = store;
    panel.webview.onDidReceiveMessage((message) => {
      this.#receive(fromPage(message)).catch((error: unknown) => sayFailure('what the preview asked for', error));
    });
    panel.onDidChangeViewState(() => {
      if (!panel.visible) this.#request = undefined;
    });
    panel.onDidDispose(() => this.rest());
  }

  /** Whether a job's change is to be seen here. */
  follows(keys: ReadonlySet<string>): boolean {
    return this.#isEmpty || keys.has(this.job.toString());
  }

  /** Chooses a tab, and what the section there is to show; at once, or when the page is there. */
  open(what: OpenSection): void {
    if (this.#request) this.#post(what);
    else this.#waiting = what;
  }

  /** Shows the job as it is, when the hands rest. */
  updateSoon(): void {
    if (!this.#request) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#update().catch((error: unknown) => console.error('FLARE Jobs: the preview could not follow', error));
    }, REST_MILLISECONDS + this.#cost);
  }

  /** Tells the page where the caret of an editor stands. */
  caret(document: vscode.TextDocument, position: vscode.Position): void {
    if (!this.#request) return;
    const job = this.#store.jobAt(this.job);
    const file = job && pathIn(job, document.uri);
    if (file !== undefined && job?.analysis.job.sources.texts.has(file))
      this.#post({ type: 'caret', file, offset: toOffset(this.#store.lines(job, file), position) });
  }

  /** Nothing more is to be done later. */
  rest(): void {
    clearTimeout(this.#timer);
  }

  async #update(): Promise<void> {
    const request = this.#request;
    const round = ++this.#round;
    const job = this.#store.jobAt(this.job);
    this.#isEmpty = job?.uri.toString() !== this.job.toString();
    if (!request) return;
    if (!job || this.#isEmpty) {
      const text = this.#store.isReady ? 'There is no such job in the workspace any more.' : 'Looking for the job…';
      this.#post({ type: 'gone', text });
      return;
    }
    const start = Date.now();
    const { previewHead } = await import('../../core/assist/index');
    const head = previewHead(job.analysis.job, job.findings, job.analysis.rejected);
    const update = await this.#sectionUpdate(job, request.section, request.input);
    if (round !== this.#round) return;
    this.#cost = Date.now() - start;
    this.#post({ type: 'show', job: this.job.toString(), head, ...update });
  }

  async #sectionUpdate<K extends SectionId>(job: OpenJob, id: K, input: unknown): Promise<SectionUpdate> {
    const section: HostSection<K> = HOST_SECTIONS[id];
    try {
      const model = await section.model({ store: this.#store, job, sites: this.#sites }, section.input(input) as InputOf<K>);
      return { section: id, model } as SectionUpdate;
    } catch (error) {
      console.error(`FLARE Jobs: section ${id} of the preview failed`, error);
      return { section: id, failure: error instanceof Error ? error.message : String(error) };
    }
  }

  async #receive(message: FromPage | undefined): Promise<void> {
    switch (message?.type) {
      case 'section': {
        this.#request = message;
        const waiting = this.#waiting;
        this.#waiting = undefined;
        if (waiting) this.#post(waiting);
        await this.#update();
        break;
      }
      case 'act':
        await this.#act(message);
        break;
      case 'reveal':
        await this.#reveal(message.target, message.focus);
        break;
      case 'explain':
        await vscode.commands.executeCommand('flareJobs.explainProblem', message.code);
        break;
    }
  }

  async #act({ section: id, action }: SectionAction): Promise<void> {
    const section: HostSection<SectionId> = HOST_SECTIONS[id];
    const job = this.#store.jobAt(this.job);
    if (job) await section.act?.({ store: this.#store, job, sites: this.#sites }, action);
  }

  /** Shows a place in the column where the file is open already, else in one that is not the preview's. */
  async #reveal(target: PreviewTarget, focus: boolean): Promise<void> {
    const { previewPlace } = await import('../../core/assist/index');
    const job = this.#store.jobAt(this.job);
    const place = job && previewPlace(job.analysis.job, target);
    // Only what is a file of the job is opened, whatever the page says.
    if (!job || !place || !job.analysis.job.sources.files.has(place.file)) return;
    const file = fileUri(job, place.file);
    const open = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === file.toString());
    const other = this.panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
    await vscode.window.showTextDocument(file, {
      selection: toRange(this.#store.lines(job, place.file), place.range),
      viewColumn: open?.viewColumn ?? other,
      preserveFocus: !focus,
      preview: true,
    });
  }

  #post(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }
}
