import { checkMeanings, checkNotices } from './read-support';

const crash = { refusal: 'crash' } as const;
const value = <T>(of: T) => ({ value: of });

checkMeanings([
  // Separators and layout.
  ['an empty text is an empty object', '', value({})],
  ['a text of comments is an empty object', '# a\n// b\n', value({})],
  ['braces around all may be left out', 'a = 1', value({ a: 1 })],
  ['a text may be a list', '[1, a]', value([1, 'a'])],
  ['=, : and nothing before an object', 'a = 1\nb: 2\nc { d = 3 }', value({ a: 1, b: 2, c: { d: 3 } })],
  ['key and value may stand on lines of their own', 'a\n=\n# c\n1', value({ a: 1 })],
  ['line ends are commas, any number of either', '{,\na = 1,,\n\n, b = [1\n2,,3,\n]}', value({ a: 1, b: [1, 2, 3] })],
  ['nothing need stand behind an object', 'a {} b = 1', value({ a: {}, b: 1 })],
  ['a comma alone may not stand before a bracket', ', [1]', crash],
  ['a comma with a comment may stand before a bracket', ', # c\n[1]', value([1])],
  ['a semicolon separates nothing', 'a = 1; b = 2', crash],
  ['a carriage return ends a line', 'a = 1\rb = 2', value({ a: 1, b: 2 })],
  ['more text behind the closing brace', '{ a = 1 } b', crash],
  ['a byte-order mark at the start', '\ufeffa = 1', { refusal: 'crash', says: /byte-order mark/ }],
  ['a byte-order mark in a text', 'a = x\ufeffy', value({ a: 'x\ufeffy' })],
  ['a backslash joins the next line', 'a = x \\\n  y', value({ a: 'x y' })],
  ['a backslash does not join lines that end in CRLF', 'a = x \\\r\nb = y', value({ a: 'x \\\r', b: 'y' })],

  // Comments.
  ['comments behind values', 'a = 1 # c\nb = x // d\nc = "y"# e', value({ a: 1, b: 'x', c: 'y' })],
  ['// within a word is part of it', 'a = http://x/y', value({ a: 'http://x/y' })],
  ['# always begins a comment', 'a = x#y', value({ a: 'x' })],
  ['// is part of a key', 'a // b = 1', value({ 'a // b': 1 })],

  // Keys.
  ['dots make steps', 'a.b.c = 1\na.b.d = 2', value({ a: { b: { c: 1, d: 2 } } })],
  ['empty steps are left out', '.a..b. = 1', value({ a: { b: 1 } })],
  ['a dot alone is no key', '. = 1', crash],
  ['dots in quotes make none', '"a.b" = 1', value({ 'a.b': 1 })],
  ['quotes do not make part of a key', 'a."b.c" = 1', crash],
  ['keys may have blanks inside', 'a b = 1', value({ 'a b': 1 })],
  ['keys may have letters of Latin-1 only', 'é = 1', value({ é: 1 })],
  ['other letters need quotes', 'ő = 1', crash],
  ['@ needs quotes', '@ALL = 1', { refusal: 'crash', says: /@/ }],
  ['@ in quotes', '"@ALL" = 1', value({ '@ALL': 1 })],
  ['escapes mean nothing in keys', '"a\\nb" = 1', value({ 'a\\nb': 1 })],
  ['an escaped quote in a key makes steps', '"a\\"b" = 1', value({ 'a\\': { b: 1 } })],
  ['three quotes do not keep dots together', '"""a.b""" = 1', value({ a: { b: 1 } })],
  ['the empty key', '"" = 1', { refusal: 'crash', says: /empty key/ }],
  ['a key without a value', 'a\nb = 1', crash],
  ['numbers and words are keys', '1 = a\ntrue = b', value({ 1: 'a', true: 'b' })],
  ['__proto__ is a key', '__proto__ = 1\nconstructor = 2', value(JSON.parse('{"__proto__": 1, "constructor": 2}'))],

  // Repeated keys.
  ['the last value counts', 'a = 1\nb = 2\na = 3', value({ a: 3, b: 2 })],
  ['objects merge', 'a { x = 1, y = 2 }\na { y = 3, z = 4 }', value({ a: { x: 1, y: 3, z: 4 } })],
  ['an object replaces a list', 'a = [1]\na { b = 1 }', value({ a: { b: 1 } })],
  ['steps into a list fail', 'a = [1]\na.b = 1', crash],
  ['an object cannot replace a plain value', 'a = 1\na { b = 1 }', { refusal: 'crash', says: /merge/ }],
  ['an object replaces null', 'a = null\na { b = 1 }', value({ a: { b: 1 } })],
  ['a plain value replaces an object', 'a { b = 1 }\na = 1', value({ a: 1 })],

  // += .
  ['+= adds to lists', 'a = [1]\na += [2]', value({ a: [1, 2] })],
  ['+= adds texts with a blank', 'a = x\na += y', value({ a: 'x y' })],
  ['+= of anything else replaces', 'a = [1]\na += 2', value({ a: 2 })],
  ['+= of an object merges', 'a { b = 1 }\na += { c = 2 }', value({ a: { b: 1, c: 2 } })],
  ['+= inside of an object looks at the whole text', 'x { b = [1], b += [2] }', value({ x: { b: [2] } })],

  // Numbers and words.
  ['integers', 'a = [0, -1, +5, 007, -0]', value({ a: [0, -1, 5, 7, -0] })],
  ['floats', 'a = [1.5, .5, 1e3, -0.0, 1E-2]', value({ a: [1.5, 0.5, 1000, -0, 0.01] })],
  ['too large for a float', 'a = 1e400', value({ a: Number.POSITIVE_INFINITY })],
  ['no numbers', 'a = [1., 0x10, 1_000, NaN, 1.2.3, - 5]', value({ a: ['1.', '0x10', '1_000', 'NaN', '1.2.3', '- 5'] })],
  ['digits of other scripts', 'a = ١٢\nb = １.５', value({ a: 12, b: 1.5 })],
  ['a number with a blank behind it at the end is a text', 'a = 1 ', value({ a: '1' })],
  ['the same before a line end is a number', 'a = 1 \n', value({ a: 1 })],
  ['true, false and null in any case', 'a = [True, FALSE, nUll]', value({ a: [true, false, null] })],
  ['yes and no are texts', 'a = [yes, no, on, off]', value({ a: ['yes', 'no', 'on', 'off'] })],
  ['a word that starts like one', 'a = [trueish, nullable]', value({ a: ['trueish', 'nullable'] })],
  ['a long s is an s', 'a = falſe', value({ a: false })],

  // Texts.
  ['a text without quotes keeps inner blanks', 'a =  x   y  ', value({ a: 'x   y' })],
  ['single quotes are part of the text', "a = 'x y'", value({ a: "'x y'" })],
  ['escapes', 'a = "\\n\\t\\"\\\\\\r\\#\\=\\!"', value({ a: '\n\t"\\\r#=!' })],
  ['escapes that stay', 'a = "\\u0041\\/\\b"', value({ a: '\\u0041\\/\\b' })],
  ['escapes without quotes', 'a = x\\"y\\nz', value({ a: 'x"y\nz' })],
  ['texts in quotes end on their line', 'a = "x\ny"', crash],
  ['a carriage return may be in quotes', 'a = "x\ry"', value({ a: 'x\ry' })],
  ['three quotes over lines', 'a = """x\n "y" \\n"""', value({ a: 'x\n "y" \\n' })],
  ['more than three closing quotes', 'a = """x"""""', value({ a: 'x""' })],
  ['a tab in quotes becomes blanks', 'a = "x\ty"', value({ a: 'x  y' })],
  ['a tab goes to the next eighth column', 'a = "\t"', value({ a: '   ' })],
  ['columns count characters', 'a = "😀\t"', value({ a: '😀  ' })],
  ['forbidden without quotes: *', 'a = train*', crash],
  ['forbidden without quotes: ?', 'a = x?y', crash],
  ['forbidden without quotes: a no-break space', 'a = x\u00a0y', { refusal: 'crash', says: /U\+00A0/ }],
  ['braces without quotes are an object', 'a = {VAR}', crash],
  ['no value is an empty text', 'a =\n', value({ a: '' })],
  ['no value before a comma', 'a = , b = 1', value({ a: '', b: 1 })],
  ['an empty text is left out of a list', 'a = ["", x, """"""]', value({ a: ['x'] })],
  ['a blank is not', 'a = ["" ""]', value({ a: [' '] })],
  ['items without a comma on a line are one', 'a = [1 2]', value({ a: ['1 2'] })],

  // Joined values.
  ['texts are joined with the blanks between them', 'a = "x"  y "z"', value({ a: 'x  y z' })],
  ['but without those behind three quotes', 'a = """x"""  y', value({ a: 'xy' })],
  [
    'numbers are joined as Python writes them',
    'a = [x 1.50, x 1e16, x 1e-5, x 100000.0, x 007]',
    value({ a: ['x 1.5', 'x 1e+16', 'x 1e-05', 'x 100000.0', 'x 7'] }),
  ],
  ['true is joined as Python writes it', 'a = true blue', value({ a: 'Trueblue' })],
  ['null is joined as an address', 'a = x null', value({ a: undefined })],
  ['lists are joined', 'a = [1] [2]', value({ a: [1, 2] })],
  ['objects are merged', 'a = { x = 1 } { y = 2 }', value({ a: { x: 1, y: 2 } })],
  ['but not without an operator', 'a { x = 1 } { y = 2 }', crash],
  ['different kinds are not', 'a = { x = 1 } [2]', { refusal: 'crash', says: /an object and a list/ }],
  ['null in a list of lists is an object of its own', 'a = [[null]]', value({ a: [[undefined]] })],
  ['null in a list at the top too', '[null]', value([undefined])],

  // Durations.
  ['a duration is an object', 'a = 10s', value({ a: undefined })],
  ['also with blanks', 'a = 5 minutes', value({ a: undefined })],
  ['also as the start of a word', 'a = 2d_conv', value({ a: undefined })],
  ['not in quotes', 'a = "10s"', value({ a: '10s' })],
  ['not with a letter behind it', 'a = 10sec', value({ a: '10sec' })],

  // Depth.
  ['deep lists', `a = ${'['.repeat(70)}${']'.repeat(70)}`, { refusal: 'crash', says: /too deeply/ }],
  ['deep objects', `${'a { '.repeat(50)}${'}'.repeat(50)}`, { refusal: 'crash', says: /too deeply/ }],
  ['deep steps', `${'a.'.repeat(600)}b = 1`, { refusal: 'crash', says: /too deeply/ }],
]);

checkNotices([
  ['a = 10s', /duration/, { a: '10s' }],
  ['a = 10 s foo', /duration/, { a: '10 s foo' }],
  ['a = 5 months', /where Python has dateutil/, { a: '5 months' }],
  ["a = 'x'", /single quotes/, { a: 'x' }],
  ["a = ['x y', z]", /single quotes/, { a: ['x y', 'z'] }],
  ['a = 1 ', /this number for a string/, { a: 1 }],
  ['a = "x\ty"', /tab/, { a: 'x\ty' }],
  ['a = "\\u00e9\\/"', /escape \\u00e9/, { a: 'é\\/' }],
  ['a = "\\b"', /escape \\b/, undefined],
  ['a = [""]', /leaves an empty text out/, undefined],
  ['a =\n', /nothing stands here/, undefined],
  ['a = x true', /True/, undefined],
  ['a = x null', /address/, undefined],
  ['a = [[null]]', /list of lists/, undefined],
  ['a // b = 1', /part of this key/, undefined],
  ['a = [1]\na += 2', /adds only lists and texts/, undefined],
]);
