import type { Signature } from './parameter';
import type { Definition, FindModule, ModuleSource } from './program';
import { absoluteName, isForTypeCheckers, lookUp, pathOf } from './program';
import { signatureOfClass, signatureOfFunction } from './signature';

/** What a class path of a job leads to. */
export type Resolution =
  /** Something that can be called: a class or a function, under the path where it is defined. */
  | {
      readonly kind: 'found';
      readonly path: string;
      readonly definition: Extract<Definition, { kind: 'class' | 'function' }>;
      readonly signature: Signature;
    }
  /** The module is not known, but `parent` is, the longest part of its name that is; `undefined` where none is. */
  | { readonly kind: 'no-module'; readonly module: string; readonly parent: ModuleSource | undefined }
  /** The module is known and does not have the name. */
  | { readonly kind: 'no-name'; readonly source: ModuleSource; readonly name: string }
  /** It cannot be told: the name comes from an unknown module, or is computed. */
  | { readonly kind: 'unknown' };

/**
 * Follows a class path as NVFLARE does (`nvflare/fuel/utils/class_loader.py`): the part before the last dot is a module, the
 * rest a name in it, whether defined there or imported.
 */
export function resolveClass(path: string, find: FindModule): Resolution {
  const dot = path.lastIndexOf('.');
  const moduleName = path.slice(0, Math.max(dot, 0));
  const name = path.slice(dot + 1);
  const source = find(moduleName);
  if (!source) return { kind: 'no-module', module: moduleName, parent: longestKnown(moduleName, find) };
  if (isForTypeCheckers(source.module, name)) return { kind: 'no-name', source, name };
  const definition = lookUp(find, source, name);
  switch (definition?.kind) {
    case undefined:
      return mayHave(source, find, name) ? { kind: 'unknown' } : { kind: 'no-name', source, name };
    case 'class':
      return { kind: 'found', path: pathOf(definition), definition, signature: signatureOfClass(find, definition) };
    case 'function': {
      const signature = signatureOfFunction(find, definition.source, definition.definition);
      return { kind: 'found', path: pathOf(definition), definition, signature };
    }
    default:
      return { kind: 'unknown' };
  }
}

function longestKnown(moduleName: string, find: FindModule): ModuleSource | undefined {
  for (let dot = moduleName.lastIndexOf('.'); dot > 0; dot = moduleName.lastIndexOf('.', dot - 1)) {
    const source = find(moduleName.slice(0, dot));
    if (source) return source;
  }
  return undefined;
}

/** Whether the module may have the name after all, in a way that the reader does not see. */
function mayHave(source: ModuleSource, find: FindModule, name: string): boolean {
  const { module } = source;
  if (module.functions.some((each) => each.name === '__getattr__')) return true;
  if (module.imports.some((each) => each.name === '*' && !find(absoluteName(source, each)))) return true;
  if (/\b(?:exec|globals|setattr)\s*\(/.test(module.text)) return true;
  // The name stands somewhere in the text: as the target of a loop, in a tuple, behind `global`.
  return mentions(module.text, name);
}

function mentions(text: string, name: string): boolean {
  for (let i = text.indexOf(name); i >= 0; i = text.indexOf(name, i + 1)) {
    if (!/[\w\u0080-\uffff]/.test(text.charAt(i - 1)) && !/[\w\u0080-\uffff]/.test(text.charAt(i + name.length))) return true;
  }
  return false;
}
