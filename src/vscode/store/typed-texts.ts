import type * as vscode from 'vscode';
import { type JobSources, withTexts } from '../../core/index';
import { type OpenJob, pathIn } from '../open-job';
import { typedOver } from '../workspace-fs';

/** The documents in which somebody typed while jobs were read: what was read of them is older than what was typed. */
export class TypedTexts {
  readonly #documents = new Map<string, vscode.TextDocument>();

  add(document: vscode.TextDocument): void {
    this.#documents.set(document.uri.toString(), document);
  }

  /** Reading begins anew: what was typed until now will be read. */
  forget(): void {
    this.#documents.clear();
  }

  /** The sources of a job that was read, with what was typed meanwhile; `undefined` where nothing was. */
  over(job: OpenJob): JobSources | undefined {
    const { sources } = job.analysis.job;
    const typed = new Map<string, string>();
    for (const document of this.#documents.values()) {
      const file = document.isClosed ? undefined : pathIn(job, document.uri);
      const read = file === undefined ? undefined : sources.texts.get(file);
      if (file === undefined || !read) continue;
      const now = typedOver(read, document.getText());
      if (now !== undefined && (read.kind !== 'text' || now !== read.text)) typed.set(file, now);
    }
    return typed.size > 0 ? withTexts(sources, typed) : undefined;
  }
}
