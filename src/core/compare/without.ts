import { entriesOf, type ObjectNode } from '../tree/node';

/** The object without some of its keys. */
export function without(object: ObjectNode, keys: readonly string[]): ObjectNode {
  return {
    ...object,
    value: entriesOf(
      object.value.list.filter(({ key }) => !keys.includes(key)),
      object.value.incomplete,
    ),
  };
}
