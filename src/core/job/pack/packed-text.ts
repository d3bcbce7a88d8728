import type { ConfigDocument } from '../../formats/document';
import { pythonText } from '../../formats/hocon/python-text';
import type { ConfigNode, Entry } from '../../tree/node';
import type { PackedFile } from './pack-file';

/**
 * The text that `nvflare job submit` writes in place of a JSON or HOCON file, as pyhocon lays it out
 * (`HOCONConverter.to_json` and `to_hocon`). `undefined` where a part of it cannot be known, and for YAML, whose text NVFLARE
 * has another library write.
 */
export function packedText(document: ConfigDocument, { value }: PackedFile): string | undefined {
  const style = STYLES[document.format];
  if (!style) return undefined;
  const parts: string[] = [];
  const isKnown = print({ document, style, parts }, value, 0);
  return isKnown ? `${parts.join('')}\n` : undefined;
}

interface Style {
  readonly separator: string;
  key(entry: Entry): string;
  text(value: string): string;
}

const STYLES: { readonly [format in ConfigDocument['format']]: Style | undefined } = {
  json: { separator: ',\n', key: ({ key }) => `"${key}": `, text: (value) => JSON.stringify(value) },
  hocon: {
    separator: '\n',
    key: ({ key, value }) => `${SIGNS.test(key) ? `"${key}"` : key}${value.kind === 'object' ? ' ' : ' = '}`,
    text: (value) => (value.includes('\n') && value.length > 1 ? `"""${value}"""` : `"${value.replace(ESCAPED, escaped)}"`),
  },
  yaml: undefined,
};

/** Where pyhocon keeps the quotes of a key. */
const SIGNS = /[$}[\]:=+#`^?!@*&.]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that pyhocon escapes.
const ESCAPED = /[\x00-\x1f"\\]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

function escaped(character: string): string {
  return ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

interface Printing {
  readonly document: ConfigDocument;
  readonly style: Style;
  readonly parts: string[];
}

/** Whether all of the value could be printed. */
function print(printing: Printing, node: ConfigNode, level: number): boolean {
  switch (node.kind) {
    case 'object': {
      const { key } = printing.style;
      return printMembers(printing, '{}', node.value.list, level, (entry) => [key(entry), entry.value]);
    }
    case 'array':
      return printMembers(printing, '[]', node.value, level, (item) => ['', item]);
    default: {
      const text = scalarText(printing, node);
      if (text !== undefined) printing.parts.push(text);
      return text !== undefined;
    }
  }
}

function printMembers<T>(
  printing: Printing,
  brackets: string,
  members: readonly T[],
  level: number,
  memberOf: (member: T) => readonly [key: string, value: ConfigNode],
): boolean {
  const { parts, style } = printing;
  if (members.length === 0) {
    parts.push(brackets);
    return true;
  }
  let before = `${brackets[0]}\n`;
  for (const member of members) {
    const [key, value] = memberOf(member);
    parts.push(before, '  '.repeat(level + 1), key);
    if (!print(printing, value, level + 1)) return false;
    before = style.separator;
  }
  parts.push('\n', '  '.repeat(level), brackets[1] ?? '');
  return true;
}

function scalarText({ document, style }: Printing, node: ConfigNode): string | undefined {
  switch (node.kind) {
    case 'string':
      return style.text(node.value);
    case 'integer':
    case 'float':
      return pythonText(node, document.text);
    case 'boolean':
    case 'null':
      return String(node.value);
    default:
      return undefined;
  }
}
