import { type Analysis, type ConfigDocument, type Finding, type Job, joinPath } from '../index';
import type { PlacedSilence } from './job-settings';
import { heardInFile, SILENCE_MARK } from './silence-comments';

/** Compiles a glob pattern into a question about a relative path. A host brings it, because only those who silence something need it. */
export type CompileGlob = (glob: string) => (path: string) => boolean;

/** What silences findings of one job besides its comments. */
export interface Silences {
  /** The absolute job folder, with `/` between the names. */
  readonly folder: string;
  readonly silences: readonly PlacedSilence[];
  /** Needed where there are silences. */
  readonly compile: CompileGlob | undefined;
}

/**
 * What is left of an analysis when nobody hears of what settings or comments silence. Whether the server would refuse the job does
 * not change by that.
 */
export function withoutSilenced<A extends Analysis>(analysis: A, silences: Silences): A {
  const left = heard(analysis.findings, analysis.job, silences);
  return left === analysis.findings ? analysis : { ...analysis, findings: left };
}

function heard(findings: readonly Finding[], job: Job, { folder, silences, compile }: Silences): readonly Finding[] {
  const matchers = compile ? silences.map((silence) => ({ silence, matches: compile(silence.glob) })) : [];
  const byPath =
    matchers.length === 0
      ? findings
      : findings.filter(({ code, file }) => {
          const path = joinPath(folder, file);
          return !matchers.some(
            ({ silence, matches }) =>
              (silence.codes === '*' || silence.codes.includes(code)) && matches(relativePath(silence.folder, path)),
          );
        });
  let left = byPath;
  for (const document of documentsOf(job)) {
    if (!document.document.text.includes(SILENCE_MARK)) continue;
    const here = left.filter(({ file }) => file === document.file);
    const kept = new Set(heardInFile(here, document.document));
    if (kept.size < here.length) left = left.filter((finding) => finding.file !== document.file || kept.has(finding));
  }
  return left;
}

/** The path below a folder; a path that is not below it matches no pattern of it. */
function relativePath(folder: string, path: string): string {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : '';
}

function documentsOf({ meta, apps }: Job): readonly { readonly file: string; readonly document: ConfigDocument }[] {
  return [meta, ...[...apps.values()].flatMap(({ server, client }) => [server, client])].filter((file) => file !== undefined);
}
