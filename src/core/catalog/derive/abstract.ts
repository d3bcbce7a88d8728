import { lastNamed } from '../../python/module';
import type { ClassDefinition } from '../../python/program';
import type { Code } from './code';

/** Whether Python refuses to make an object of the class: a method that an ancestor declares abstract is never defined. */
export function remainsAbstract(code: Code, of: ClassDefinition): boolean {
  const order = code.order(of);
  const isChecked = order.some((each) =>
    each.kind === 'outside'
      ? /^abc\.ABC$/.test(each.path)
      : each.definition.bases.some((base) => base.name === 'metaclass' && /\bABCMeta$/.test(base.text)),
  );
  if (!isChecked) return false;
  const names = new Set<string>();
  for (const each of order) {
    if (each.kind === 'class') for (const method of each.definition.methods) names.add(method.name);
  }
  return [...names].some((name) =>
    isAbstract(
      order.filter((each) => each.kind === 'class'),
      name,
    ),
  );
}

/** Whether the first definition of the name that Python finds is abstract. */
function isAbstract(order: readonly ClassDefinition[], name: string): boolean {
  for (const { definition } of order) {
    const method = lastNamed(definition.methods, name);
    if (method)
      return method.decorators.some((each) => /^(?:\w+\.)*abstract(?:method|property|classmethod|staticmethod)$/.test(each.text));
    if (definition.assignments.some((each) => each.name === name && each.value)) return false;
  }
  return false;
}
