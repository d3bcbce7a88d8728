import { applyEdits as applyJsonEdits, type Edit, type JSONPath, modify, type ParseError, parse } from 'jsonc-parser';
import { own } from '../text/own';

/** A silence to be written into a settings file. */
export interface SilenceSetting {
  /** A pattern relative to the folder of the settings file. */
  readonly glob: string;
  readonly code: string;
}

const FORMATTING = { insertSpaces: true, tabSize: 2, eol: '\n' };

/**
 * The text of a settings file with one more silence; of a file that is not there yet the old text is empty. Comments stay. The same
 * text where the rule is silent there already; `undefined` where the file is too broken to be changed.
 */
export function silenceBySetting(text: string, { glob, code }: SilenceSetting): string | undefined {
  if (text.trim() === '') return `${JSON.stringify({ silence: { [glob]: [code] } }, undefined, 2)}\n`;
  const errors: ParseError[] = [];
  const settings: unknown = parse(text, errors, { allowTrailingComma: true });
  if (errors.length > 0 || !isObject(settings)) return undefined;
  const silence = settings['silence'];
  if (silence !== undefined && !isObject(silence)) return undefined;
  const known = own(silence, glob);
  if (known === undefined) return changed(text, ['silence', glob], [code]);
  if (!Array.isArray(known)) return known === '*' ? text : undefined;
  return known.includes(code) ? text : changed(text, ['silence', glob, known.length], code);
}

function changed(text: string, path: JSONPath, value: unknown): string {
  const formattingOptions = { ...FORMATTING, eol: text.includes('\r\n') ? '\r\n' : '\n' };
  const edits: Edit[] = modify(text, path, value, { formattingOptions, isArrayInsertion: typeof path.at(-1) === 'number' });
  return applyJsonEdits(text, edits);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The letters of a path that a pattern would take for something else are escaped. */
export function globOf(path: string): string {
  return path.replace(/[\\*?[\]{}()!+@|$^]/g, '\\$&');
}
