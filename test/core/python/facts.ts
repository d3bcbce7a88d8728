import type { PythonClass, PythonFunction, PythonModule } from '../../../src/core/python/module';
import { parametersOf } from '../../../src/core/python/parameters';

const STARS = { 'var-positional': '*', 'var-keyword': '**' } as const;

/** What a module defines, one short line for each thing, in the order of the kinds. */
export function factsOf(module: PythonModule): readonly string[] {
  return [
    ...module.imports.map((each) => {
      const from = '.'.repeat(each.level) + each.module;
      return `import ${[from, each.name].filter((part) => part).join(' ')}${each.alias ? ` as ${each.alias}` : ''}`;
    }),
    ...module.assignments.map((each) => `${each.name} = ${each.value?.text}`),
    ...module.functions.map((each) => functionFact(module.text, each, '')),
    ...module.classes.flatMap((each) => classFacts(module.text, each)),
  ];
}

function classFacts(text: string, of: PythonClass): readonly string[] {
  const bases = of.bases.map((base) => (base.name ? `${base.name}=${base.text}` : base.text)).join(', ');
  return [
    `class ${of.name}(${bases})`,
    ...of.assignments.map((each) => `${of.name}.${each.name} = ${each.value?.text}`),
    ...of.methods.map((each) => functionFact(text, each, `${of.name}.`)),
    ...of.classes.flatMap((each) => classFacts(text, each)),
  ];
}

function functionFact(text: string, of: PythonFunction, owner: string): string {
  const parameters = parametersOf(text, of).map((each) => {
    const stars = each.kind in STARS ? STARS[each.kind as keyof typeof STARS] : '';
    return `${stars}${each.name}${each.default ? `=${each.default.text}` : ''}`;
  });
  const decorators = of.decorators.map((each) => `@${each.text} `).join('');
  return `${decorators}def ${owner}${of.name}(${parameters.join(', ')})`;
}
