import type { Random } from '../support/plant';

/** Lines of Python that are seldom written; each may stand in any block. */
const SNIPPETS: readonly string[] = [
  'class Inner(Base, *others, metaclass=Meta, **more): x: int = 1; y = 2',
  'def f(a, /, b: "int" = (1), *args: int, c=lambda q, *r, s=[1, 2]: q, **kw: dict[str, int]) -> None: ...',
  '@decorate(lambda x: x, key=[i for i in range(3)])',
  'async def g(x=(yield_ := 1), *, y={"a": [1, {2, 3}], **z}): return await x',
  'from . import (a, b as c,)',
  'from ..pkg.mod import name as other; import os.path as p, sys',
  'x = y = z = "a" "b" f"{c!r:>{w}}" # not "closed',
  "t: list[\"int\"] = ['''it's''', r'\\', \"\\N{DASH}\\x41\\u0042\"][0:1]",
  'if TYPE_CHECKING: from a import b',
  'try: import fast',
  'except (ImportError, *E): fast = None',
  'match command:',
  'with open(a) as f, (open(b)) as g: pass',
  'while (n := next(it, None)) is not None: total += n',
  'lambda: (yield)',
  'global x, y',
  '__all__ += ["a", *b]',
  'x = 1_000 + 0xFF + 1e-3j + 0o17',
  'x = a if b else\\',
  "naïve_Ünïcode = \"𝔘\" + '\\''",
  'def ﬁx(ª, ᵃ=1): pass',
  '# coding: a comment (that [ does { not close',
  '"""a text',
  "'''",
  ')',
  '\f',
  'class  A :',
  '    pass',
  'return',
  'print(*a, sep="", **{})',
];

/** A text with some lines of it left out, moved, put in twice, indented otherwise or joined, and with other lines between. */
export function editedPython(text: string, random: Random): string {
  const lines = text.split('\n');
  for (let left = 1 + random(3); left > 0; left--) edit(lines, random);
  const end = ['\n', '\n', '\n', '\r\n', '\r'][random(5)] ?? '\n';
  return lines.join(end);
}

function edit(lines: string[], random: Random): void {
  const at = random(lines.length);
  const line = lines[at] ?? '';
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  switch (random(9)) {
    case 0:
      lines.splice(at, 1);
      return;
    case 1:
      lines.splice(at, 0, line);
      return;
    case 2:
      lines.splice(at, 0, lines[random(lines.length)] ?? '');
      return;
    case 3:
      lines[at] = ['\t', '  ', '    ', ''][random(4)] + line.trimStart();
      return;
    case 4: {
      const place = random(line.length + 1);
      lines[at] =
        line.slice(0, place) + ['(', ')', '"', "'", '\\', ':', ';', ' ', '#', ',', '*', '='][random(12)] + line.slice(place);
      return;
    }
    case 5: {
      const place = random(line.length + 1);
      lines[at] = line.slice(0, place) + line.slice(place + 1);
      return;
    }
    case 6:
      lines[at] = `${line} \\`;
      return;
    default:
      lines.splice(at, 0, indent + (SNIPPETS[random(SNIPPETS.length)] ?? ''));
  }
}
