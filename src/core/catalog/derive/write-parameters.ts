import type { Literal } from '../../python/literal';
import type { Parameter, Signature } from '../../python/parameter';

/** Parameters as Python writes them on one line, with `**` at the end where others may be taken as well. */
export function writeParameters({ parameters, isOpen }: Signature): string {
  // Arguments are given by name, so the order of Python's rules (required ones first) need not be kept: the reader has none.
  const written = parameters.map(writeParameter);
  return [...written, ...(isOpen ? ['**'] : [])].join(', ');
}

function writeParameter(parameter: Parameter): string {
  const { name, annotation, value } = parameter;
  const note = annotation ? `: ${oneLine(annotation.text)}` : '';
  if (!parameter.default) return `${name}${note}`;
  return `${name}${note} = ${value ? writeLiteral(value) : oneLine(parameter.default.text)}`;
}

function oneLine(text: string): string {
  return text
    .replace(/#[^\r\n]*/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A literal as Python writes it. */
function writeLiteral(literal: Literal): string {
  switch (literal.kind) {
    case 'none':
      return 'None';
    case 'boolean':
      return literal.value ? 'True' : 'False';
    case 'integer':
      return String(literal.value);
    case 'float':
      return Number.isInteger(literal.value) && Math.abs(literal.value) < 1e16 ? `${literal.value}.0` : String(literal.value);
    case 'string':
      return writeString(literal.value);
    case 'list':
      return `[${literal.items.map(writeLiteral).join(', ')}]`;
    case 'set':
      return literal.items.length === 0 ? 'set()' : `{${literal.items.map(writeLiteral).join(', ')}}`;
    case 'tuple':
      return `(${literal.items.map(writeLiteral).join(', ')}${literal.items.length === 1 ? ',' : ''})`;
    case 'dict':
      return `{${literal.entries.map(([key, value]) => `${writeLiteral(key)}: ${writeLiteral(value)}`).join(', ')}}`;
  }
}

function writeString(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `'${escaped}'`;
}
