import assert from 'node:assert/strict';
import { convert } from '../../src/core/assist/convert/convert';
import type { FormatName } from '../../src/core/formats/document';
import { formatOf, withoutEnding } from '../../src/core/formats/index';
import { TEST_FORMATS } from './formats';

/** How file names of each format end. */
export const ENDINGS: { readonly [format in FormatName]: string } = { json: '.json', hocon: '.conf', yaml: '.yml' };

/** The formats that a job can be written in. */
export const FORMAT_NAMES: readonly FormatName[] = ['json', 'hocon', 'yaml'];

/** The files of an example that is written in JSON, in another format: `--- path` before each of them, as in examples of rules. */
export function exampleIn(format: FormatName, source: string): string {
  if (format === 'json') return source;
  const [head = '', ...sections] = source.split(/^(?=--- )/m);
  return head + sections.map((section) => sectionIn(format, section)).join('');
}

function sectionIn(format: FormatName, section: string): string {
  const [, file = '', body = ''] = /^--- (.*)\n([\s\S]*)$/.exec(section) ?? [];
  if (formatOf(file) !== 'json' || file.startsWith('!')) return section;
  // The healthy job has it in JSON, which NVFLARE would read instead.
  return `--- !${file}\n--- ${withoutEnding(file)}${ENDINGS[format]}\n${textIn(format, body)}\n`;
}

/** A JSON text in another format. */
export function textIn(format: FormatName, json: string): string {
  const text = textInIfItCan(format, json);
  assert.ok(text !== undefined, `${format} cannot say ${json}`);
  return text;
}

/** The same; `undefined` where the other format cannot say it. */
export function textInIfItCan(format: FormatName, json: string): string | undefined {
  const writer = TEST_FORMATS[format];
  assert.ok(writer && 'write' in writer);
  const made = convert(TEST_FORMATS.json.read(json), writer);
  return 'text' in made ? made.text : undefined;
}
