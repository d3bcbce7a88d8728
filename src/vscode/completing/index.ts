import * as vscode from 'vscode';
import { ClassLists, type Completion, type CompletionKind, completionsAt } from '../../core/complete/index';
import { type Job, LineIndex } from '../../core/index';
import { toTextEdit } from '../convert';
import type { JobStore } from '../job-store';
import { type OpenJob, pathIn } from '../open-job';
import { CodeOfJobs } from './code-of-jobs';
import { likelyOffers } from './likely';
import { SitesAround } from './sites-around';

/** Makes what an accepted offer changes in other files; the editor calls it when it has put the offer in. */
const FINISH = 'flareJobs.finishOffer';
/** Shows what is to be offered where the caret then is. */
const ASK_AGAIN = { command: 'editor.action.triggerSuggest', title: 'Suggest' };

/** An item with what is made when it is looked at. */
class OfferItem extends vscode.CompletionItem {
  readonly offer: Completion;
  /** The text that was asked about; what is typed since then is not in it. */
  readonly #text: string;

  constructor(label: vscode.CompletionItemLabel, kind: vscode.CompletionItemKind, offer: Completion, text: string) {
    super(label, kind);
    this.offer = offer;
    this.#text = text;
  }

  /** The edits besides the item's own, by the lines of the text that was asked about. */
  moreEdits(): vscode.TextEdit[] {
    const lines = new LineIndex(this.#text);
    return [...this.offer.edits, ...(this.offer.elsewhere?.() ?? [])].map((edit) => toTextEdit(lines, edit));
  }
}

/** Answers the editor's questions for offers, and owns what is remembered between them. */
export class Completer implements vscode.Disposable {
  readonly #store: JobStore;
  readonly #code: CodeOfJobs;
  readonly #sites: SitesAround;
  readonly #classLists = new ClassLists();
  readonly #command: vscode.Disposable;

  constructor(store: JobStore) {
    this.#store = store;
    this.#command = vscode.commands.registerCommand(FINISH, (uri: vscode.Uri, asked: Job, offer: Completion) =>
      finish(store, uri, asked, offer),
    );
    this.#code = new CodeOfJobs(store);
    this.#sites = new SitesAround(store);
  }

  /** What fits at a position of a file of a job. */
  async itemsAt(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.CompletionList | undefined> {
    const [sites] = await Promise.all([this.#sites.around(document.uri), this.#store.loadWriters()]);
    const before = this.#store.jobAt(document.uri);
    const file = before && pathIn(before, document.uri);
    if (!before || file === undefined) return undefined;
    const code = await this.#code.of(before, file);
    if (token.isCancellationRequested) return undefined;
    // The job may have been read again meanwhile.
    const { job, wiring } = (this.#store.jobAt(document.uri) ?? before).analysis;
    const text = document.getText();
    const offset = document.offsetAt(position);
    const { items, isIncomplete } = completionsAt({
      job,
      wiring,
      file,
      text,
      offset,
      formats: this.#store.formats,
      sites,
      code,
      classLists: this.#classLists,
    });
    const likely = likelyOffers(items, text, offset);
    const list = items.map((item) => toItem(document, item, text, job));
    for (const item of list) if (likely.has(item.offer)) item.additionalTextEdits = item.moreEdits();
    return new vscode.CompletionList(list, isIncomplete);
  }

  /** Adds the description of an item, and the edits that it brings. */
  resolve(item: vscode.CompletionItem): vscode.CompletionItem {
    if (!(item instanceof OfferItem)) return item;
    if (item.offer.elsewhere) item.additionalTextEdits ??= item.moreEdits();
    const paragraphs = aboutOf(item.offer);
    if (paragraphs.length > 0) item.documentation = new vscode.MarkdownString(paragraphs.join('\n\n'));
    return item;
  }

  dispose(): void {
    this.#command.dispose();
    this.#code.dispose();
    this.#sites.dispose();
  }
}

const KINDS: { readonly [kind in CompletionKind]: vscode.CompletionItemKind } = {
  key: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.Value,
  site: vscode.CompletionItemKind.Constant,
  app: vscode.CompletionItemKind.Folder,
  class: vscode.CompletionItemKind.Class,
  id: vscode.CompletionItemKind.Reference,
  task: vscode.CompletionItemKind.Event,
  variable: vscode.CompletionItemKind.Variable,
  file: vscode.CompletionItemKind.File,
  argument: vscode.CompletionItemKind.Field,
  snippet: vscode.CompletionItemKind.Snippet,
};

function toItem(document: vscode.TextDocument, completion: Completion, text: string, job: Job): OfferItem {
  const { label, kind, detail, brings, range, newText, isSnippet, filterText, sortText, elsewhere, beyond, asksAgain } =
    completion;
  const shown = { label, ...(brings && { detail: ` ${brings}` }), ...(detail && { description: detail }) };
  const item = new OfferItem(shown, KINDS[kind], completion, text);
  item.range = new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
  item.insertText = isSnippet ? new vscode.SnippetString(newText) : newText;
  // The text has the indentation that it needs.
  item.keepWhitespace = true;
  item.filterText = filterText;
  item.sortText = sortText;
  // What takes time to make is made when the item is looked at; the editor waits for it.
  if (!elsewhere) item.additionalTextEdits = completion.edits.length > 0 ? item.moreEdits() : [];
  if (beyond) item.command = { command: FINISH, title: 'Finish', arguments: [document.uri, job, completion] };
  else if (asksAgain) item.command = ASK_AGAIN;
  return item;
}

function aboutOf({ about, needs }: Completion): readonly string[] {
  const paragraphs = about?.() ?? [];
  return needs.length > 0 ? [...paragraphs, `Also needed: ${needs.join(', ')}`] : paragraphs;
}

/** Changes other files as one edit that is saved nowhere; undo takes it back there. */
async function finish(store: JobStore, uri: vscode.Uri, asked: Job, { beyond, asksAgain, label }: Completion): Promise<void> {
  const job = store.jobAt(uri);
  const changes = beyond?.() ?? [];
  if (!job) return;
  const { applyPlan } = await import('../editing/index');
  const changed = changes.find((change) => change.kind === 'tree' && !isAsItWas(store, job, asked, change.file));
  const plan =
    changed?.kind === 'tree'
      ? { refused: `${changed.file} has changed since "${label}" was offered, and was left as it is. Ask for the offer again.` }
      : { title: label, changes: changes.map((change) => ({ change })), notes: [] };
  await applyPlan(store, job, plan);
  if (asksAgain) await vscode.commands.executeCommand(ASK_AGAIN.command);
}

/** Whether a file still has the text that the offer was made for. */
function isAsItWas(store: JobStore, job: OpenJob, asked: Job, file: string): boolean {
  const configs = [...asked.apps.values()].flatMap(({ server, client }) => [server, client]);
  return configs.find((config) => config?.file === file)?.document.text === store.document(job, file)?.text;
}
