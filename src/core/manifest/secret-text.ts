/** Texts that are secrets by their form, whatever they are called. */
const SECRETS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/],
  ['an access key of AWS', /\bAKIA[0-9A-Z]{16}\b/],
  ['a token of GitHub', /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{60,})\b/],
  ['a token of Hugging Face', /\bhf_[A-Za-z0-9]{30,}\b/],
  ['a token of GitLab', /\bglpat-[A-Za-z0-9_-]{20,}\b/],
  ['a token of Slack', /\bxox[abpr]-[A-Za-z0-9-]{20,}\b/],
  ['a key of Google', /\bAIza[A-Za-z0-9_-]{35}\b/],
  ['a key of an API', /\bsk-(?:proj-|ant-)?[A-Za-z0-9_-]{32,}\b/],
];

/** Files of more bytes are not looked through for secrets. */
export const LARGEST_SEARCHED = 1_000_000;

/** A secret in a text. */
export interface FoundSecret {
  readonly what: string;
  /** From 1. */
  readonly line: number;
}

/** The first secret in a text; a file with one is not to be sent, however many there are. */
export function secretIn(text: string): FoundSecret | undefined {
  for (const [what, pattern] of SECRETS) {
    const match = pattern.exec(text);
    if (match) return { what, line: text.slice(0, match.index).split('\n').length };
  }
  return undefined;
}
