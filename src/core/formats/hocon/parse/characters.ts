/** The character classes of pyhocon's grammar (`pyhocon/config_parser.py`), by UTF-16 code. */

const KEY = 1;
const UNQUOTED = 2;
const WORD = 4;
const PATH = 8;

const CLASSES = classes();

/** May the character stand in a key without quotes? Blanks, dots and slashes may; letters up to U+00FF may. */
export function isKeyCharacter(code: number): boolean {
  if (code < 128) return ((CLASSES[code] as number) & KEY) !== 0;
  return code >= 0xc0 && code <= 0xff && code !== 0xd7 && code !== 0xf7;
}

/** May the character stand in a text without quotes? A backslash may not: it starts an escape. */
export function isUnquotedCharacter(code: number): boolean {
  return code < 128 ? ((CLASSES[code] as number) & UNQUOTED) !== 0 : code > 0 && !isPythonSpace(code);
}

/** Would the character, put behind `true` or `null`, make another word of it? */
export function isWordCharacter(code: number): boolean {
  // Python compares upper-case forms, and these two have ASCII ones: a long s and a dotless i.
  return code < 128 ? ((CLASSES[code] as number) & WORD) !== 0 : code === 0x17f || code === 0x131;
}

/** Has the character a meaning in a key in quotes, to `ConfigTree.parse_key` or as an escape? */
export function isPathCharacter(code: number): boolean {
  return code < 128 && ((CLASSES[code] as number) & PATH) !== 0;
}

/** An ASCII letter or digit. */
export function isAlphanumeric(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || isDigit(code);
}

/** `0` to `9`. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A space or a tab: what pyhocon passes over between words. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

/** A line feed or a carriage return. */
export function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

/** What `\s` means to Python beyond ASCII: more than a reader of HOCON expects, but not the byte-order mark. */
function isPythonSpace(code: number): boolean {
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

function classes(): Uint8Array {
  const table = new Uint8Array(128);
  for (let code = 0; code < 128; code++) {
    const character = String.fromCharCode(code);
    const alphanumeric = isAlphanumeric(code);
    const space = (code >= 9 && code <= 13) || (code >= 28 && code <= 32);
    let flags = 0;
    if (alphanumeric || '._- /'.includes(character)) flags |= KEY;
    if (!space && !'^`+?!@*&"[{]}#,=$\\'.includes(character)) flags |= UNQUOTED;
    if (alphanumeric || character === '_' || character === '$') flags |= WORD;
    if ('$}[]:=+#`^?!@*&."\\'.includes(character)) flags |= PATH;
    table[code] = flags;
  }
  return table;
}
