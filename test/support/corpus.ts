import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isDataFile } from '../../src/core/job/pack/data-files';
import type { JobSources } from '../../src/core/job/sources';
import { sourcesOf } from './example-job';

/** What NVFLARE's validator said of a job. */
export interface Oracle {
  readonly valid: boolean;
  readonly error: string;
  readonly exception?: string;
  readonly where?: string;
  readonly parsed: readonly string[];
}

/** A job of the corpus with its verdict. */
export interface CorpusJob {
  readonly id: string;
  readonly kind: 'job' | 'template' | 'legacy-app' | 'mutant';
  readonly sources: JobSources;
  readonly oracle: Oracle;
}

const CORPUS = resolve('../shared/corpus');

/** Whether the corpus of real jobs lies beside the project. */
export const HAS_CORPUS = existsSync(join(CORPUS, 'index.json'));

/** Says once that the corpus is not there; tests that need it call this instead of passing in silence. */
export function sayNoCorpus(what: string): void {
  console.log(`${what}: the corpus ../shared/corpus is not here, so nothing of it was checked`);
}

/** All folders of the corpus and all mutants. */
export function corpusJobs(): readonly CorpusJob[] {
  const index = JSON.parse(readFileSync(join(CORPUS, 'index.json'), 'utf8')) as {
    path: string;
    kind: CorpusJob['kind'];
    oracle: Oracle;
  }[];
  const folders = index.map(({ path, kind, oracle }): CorpusJob => ({ id: path, kind, oracle, sources: readFolder(path) }));
  const mutants = readFileSync(join(CORPUS, 'mutants.jsonl'), 'utf8').split('\n').filter(Boolean).map(mutant);
  return [...folders, ...mutants];
}

/** The absolute paths of all folders of the corpus. */
export function corpusFolders(): readonly string[] {
  const index = JSON.parse(readFileSync(join(CORPUS, 'index.json'), 'utf8')) as { path: string }[];
  return index.map(({ path }) => join(CORPUS, path));
}

function readFolder(path: string): JobSources {
  const texts = new Map<string, Uint8Array>();
  const folders: string[] = [];
  const walk = (below: string) => {
    for (const entry of readdirSync(join(CORPUS, path, below), { withFileTypes: true })) {
      const inside = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) {
        folders.push(inside);
        walk(inside);
      } else texts.set(inside, readFileSync(join(CORPUS, path, inside)));
    }
  };
  walk('');
  return withoutEmptiedData(sourcesOf(path.slice(path.lastIndexOf('/') + 1), texts, folders));
}

/** The corpus holds the files below `custom` as empty ones, so what is in them is not known; of data files that would be a mistake. */
function withoutEmptiedData(sources: JobSources): JobSources {
  const texts = new Map(
    [...sources.texts].filter(([path, text]) => !isDataFile(path) || (text.kind === 'text' && text.text !== '')),
  );
  return { ...sources, texts };
}

function mutant(line: string): CorpusJob {
  const { id, files, oracle } = JSON.parse(line) as {
    id: string;
    files: Record<string, string | { base64: string } | null>;
    oracle: Oracle;
  };
  const texts = new Map<string, string | Uint8Array>();
  const folders: string[] = [];
  for (const [path, content] of Object.entries(files)) {
    if (content === null) folders.push(path.replace(/\/$/, ''));
    else texts.set(path, typeof content === 'string' ? content : Buffer.from(content.base64, 'base64'));
  }
  return { id, kind: 'mutant', oracle, sources: sourcesOf(id, texts, folders) };
}
