import { code, fenced } from '../assist/index';
import { newConfig } from '../edit/new-config';
import { type Change, type ConfigDocument, type Formats, formatOf, type Job, type ResolvedFix, resolveFix } from '../index';
import type { Side } from '../job/config/system-variables';

/** What an accepted offer changes in another file of the job, because it would be a mistake without. */
export interface Beyond {
  readonly file: string;
  /** In few words, behind a label: `with app/config/config_fed_client.json`. */
  readonly words: string;
  /** The same as a whole sentence. */
  readonly sentence: string;
  /** What only the author can see to there. */
  readonly needs: readonly string[];
  /** Made when the offer is looked at or accepted. */
  readonly changes: () => readonly Change[];
}

/** The job's texts, and what writes them. */
interface Written {
  readonly job: Job;
  readonly formats: Formats;
}

/** A configuration that an app lacks to run on a side. */
export function newFile({ job, formats }: Written, app: string, side: Side): Beyond {
  const created = newConfig(job, app, side, formats);
  const { file } = created;
  return { file, words: `with a new ${file}`, sentence: `Creates ${code(file)}:`, needs: [], changes: () => [created] };
}

/** The text edits that the changes come to; `undefined` where a reference or an include in a file is in their way. */
export function resolved({ job, formats }: Written, changes: readonly Change[]): ResolvedFix | undefined {
  return resolveFix({ title: '', changes, isPreferred: false }, formats, (file) => documentOf(job, file));
}

function documentOf({ meta, apps }: Job, file: string): ConfigDocument | undefined {
  const configs = [meta, ...[...apps.values()].flatMap(({ server, client }) => [server, client])];
  return configs.find((config) => config?.file === file)?.document;
}

/** Markdown paragraphs: what is changed in other files, and the text that is written there. */
export function beyondParagraphs(written: Written, all: readonly Beyond[]): readonly string[] {
  return all.flatMap(({ file, sentence, changes }) => {
    const { edits, fileChanges } = resolved(written, changes()) ?? { edits: new Map(), fileChanges: [] };
    const inserted = (edits.get(file) ?? []).map(({ newText }: { readonly newText: string }) => newText);
    const created = fileChanges.flatMap((change) => (change.kind === 'create-file' ? [change.text] : []));
    const text = [...created, ...inserted].map(withoutMargin).join('\n');
    return [`${sentence}\n\n${fenced(formatOf(file) ?? '', text)}`];
  });
}

/** The lines without the blanks that all of them begin with, and without a comma towards what stands before. */
function withoutMargin(text: string): string {
  const lines = text
    .replace(/^,/, '')
    .replace(/^\s*\n|\s+$/g, '')
    .split('\n');
  const margins = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const margin = Math.min(...margins);
  return lines.map((line) => line.slice(margin)).join('\n');
}
