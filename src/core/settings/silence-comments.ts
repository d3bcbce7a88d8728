import type { ConfigDocument, Finding } from '../index';

/** The words that a comment begins with to silence rules, and what it then applies to. */
const SILENCE_WORDS = {
  'flare-jobs-disable-next-line': 'next-line',
  'flare-jobs-disable-line': 'line',
  'flare-jobs-disable-file': 'file',
} as const;

type Reach = (typeof SILENCE_WORDS)[keyof typeof SILENCE_WORDS];

/** Every such word begins with this, so a text without it has none. */
export const SILENCE_MARK = 'flare-jobs-disable';

const COMMENT = /^\s*(?:#|\/\/)+\s*(flare-jobs-disable(?:-next-line|-line|-file))\s+([^\r\n]*)/;

interface SilenceComment {
  readonly reach: Reach;
  readonly codes: readonly string[];
  /** The line that it is about, by the offset of its first character; the whole file where there is none. */
  readonly line: { readonly start: number; readonly end: number } | undefined;
}

/**
 * The findings of a file that none of its comments silences: `# flare-jobs-disable-next-line CODE CODE -- why`. A finding lies on the
 * line on which its range begins. Comments without a code silence nothing.
 */
export function heardInFile(
  findings: readonly Finding[],
  document: Pick<ConfigDocument, 'text' | 'comments'>,
): readonly Finding[] {
  if (!document.text.includes(SILENCE_MARK)) return findings;
  const comments = document.comments.flatMap(({ start, end }) => silenceComment(document.text, start, end));
  if (comments.length === 0) return findings;
  return findings.filter(({ code, range }) => {
    const isAbout = ({ codes, line }: SilenceComment) =>
      codes.includes(code) && (line === undefined || (line.start <= range.start && range.start <= line.end));
    return !comments.some(isAbout);
  });
}

function silenceComment(text: string, start: number, end: number): readonly SilenceComment[] {
  const [, word = '', rest = ''] = COMMENT.exec(text.slice(start, end)) ?? [];
  const reach = SILENCE_WORDS[word as keyof typeof SILENCE_WORDS];
  const codes = (rest.split(/(?:^|\s)--\s/)[0] ?? '').split(/[\s,]+/).filter(Boolean);
  if (!reach || codes.length === 0) return [];
  if (reach === 'file') return [{ reach, codes, line: undefined }];
  const line = lineAt(text, reach === 'line' ? start : nextLine(text, end));
  // What is found about a text as a whole begins where the text does, which is the comment's own line at its top.
  return [{ reach, codes, line: reach === 'line' ? line : { start: lineAt(text, start).start, end: line.end } }];
}

/** The next line with something else than a comment, so that several of them can stand above one line. */
function nextLine(text: string, offset: number): number {
  let start = offset;
  do {
    const newline = text.indexOf('\n', start);
    if (newline < 0) return text.length + 1;
    start = newline + 1;
  } while (/^[ \t]*(?:#|\/\/|\r?\n)/.test(text.slice(start, start + 200)));
  return start;
}

function lineAt(text: string, offset: number): { readonly start: number; readonly end: number } {
  const end = text.indexOf('\n', offset);
  return { start: text.lastIndexOf('\n', offset - 1) + 1, end: end < 0 ? Math.max(text.length, offset) : end };
}
