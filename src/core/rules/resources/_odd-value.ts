import type { ConfigNode } from '../../tree/node';

/**
 * Whether NVFLARE fails where it asks `name in value` for these names, and then takes `value[name]`, of a value that is no
 * object: Python cannot look into null, numbers and truth values, and a text or a list has no keys.
 */
export function breaksMembershipTest(value: ConfigNode, names: readonly string[]): boolean {
  switch (value.kind) {
    case 'null':
    case 'integer':
    case 'float':
    case 'boolean':
      return true;
    case 'string':
      return names.some((name) => value.value.includes(name));
    case 'array':
      return value.value.some((item) => item.kind === 'string' && names.includes(item.value));
    default:
      return false;
  }
}

/** Whether Python's `set(value) & names` fails or finds one of the names, of a value that is no object. */
export function breaksOverlapTest(value: ConfigNode, names: readonly string[]): boolean {
  switch (value.kind) {
    case 'null':
    case 'integer':
    case 'float':
    case 'boolean':
      return true;
    case 'array':
      return value.value.some(
        (item) => item.kind === 'array' || item.kind === 'object' || (item.kind === 'string' && names.includes(item.value)),
      );
    default:
      return false;
  }
}
