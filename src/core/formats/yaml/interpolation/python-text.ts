import type { ConfigNode } from '../../../tree/node';
import { printFloat } from '../values/scalar-value';

/**
 * What Python's `str` gives for a value of OmegaConf, which is how a value appears inside a longer text. `undefined` where
 * that is not certain: unknown values, very large numbers, and rare characters in strings of a list.
 */
export function pythonText(node: ConfigNode): string | undefined {
  return node.kind === 'string' ? node.value : pythonRepr(node);
}

function pythonRepr(node: ConfigNode): string | undefined {
  switch (node.kind) {
    case 'string':
      return reprOfString(node.value);
    case 'integer':
      return Number.isSafeInteger(node.value) ? String(node.value) : undefined;
    case 'float':
      return printFloat(node.value);
    case 'boolean':
      return node.value ? 'True' : 'False';
    case 'null':
      return 'None';
    case 'array':
      return joined('[', node.value.map(pythonRepr), ']');
    case 'object':
      if (node.value.list.some((entry) => entry.keyKind !== undefined)) return undefined;
      return joined(
        '{',
        node.value.list.map(({ key, value }) => {
          const [name, text] = [reprOfString(key), pythonRepr(value)];
          return name === undefined || text === undefined ? undefined : `${name}: ${text}`;
        }),
        '}',
      );
    case 'unknown':
      return undefined;
  }
}

function joined(open: string, parts: readonly (string | undefined)[], close: string): string | undefined {
  return parts.includes(undefined) ? undefined : open + parts.join(', ') + close;
}

function reprOfString(value: string): string | undefined {
  if (!/^[ -~]*$/.test(value)) return undefined;
  const escaped = value.replaceAll('\\', '\\\\');
  if (!value.includes("'")) return `'${escaped}'`;
  return value.includes('"') ? `'${escaped.replaceAll("'", "\\'")}'` : `"${escaped}"`;
}
