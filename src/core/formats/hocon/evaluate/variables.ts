import { parseKey } from '../key-path';
import { type List, PythonError, type Reference, type Tree, type Value } from './model';
import { elsewhere, type Resolution, written } from './references';
import { lookUp } from './trees';

/** `${…}` of this form is meant for the environment. */
const ENVIRONMENT_NAME = /^[A-Z][A-Z0-9_]+$/;

/** Whether pyhocon looks for such a name in the environment. */
export function isEnvironmentName(variable: string): boolean {
  return ENVIRONMENT_NAME.test(variable);
}

/** What a reference leads to; `undefined` is Python's None. */
export interface Found {
  readonly isResolved: boolean;
  readonly value: Value | undefined;
}

/**
 * Looks a reference up in the text, or else in the environment, which cannot be known here (`_resolve_variable` in
 * `pyhocon/config_parser.py`).
 */
export function lookUpVariable(root: Tree | List, reference: Reference, resolution: Resolution): Found {
  if (root.kind === 'list') throw new PythonError('pyhocon fails on references in a text that is a list');
  const found = lookUp(root, parseKey(reference.variable));
  if (found === 'blocked') throw new PythonError(`pyhocon fails on ${written(reference)}: a part of that path is no object`);
  if (found !== 'missing') return { isResolved: true, value: found.kind === 'none' ? undefined : found };
  const mayBeElsewhere = resolution.hasIncludes || isEnvironmentName(reference.variable);
  if (reference.optional && !mayBeElsewhere) return { isResolved: false, value: undefined };
  if (!reference.optional) reportUndefined(reference, mayBeElsewhere, resolution);
  return { isResolved: true, value: elsewhere(reference, resolution) };
}

function reportUndefined({ variable, start, end }: Reference, mayBeElsewhere: boolean, resolution: Resolution): void {
  if (resolution.reported.has(start)) return;
  resolution.reported.add(start);
  const place = resolution.hasIncludes ? 'an included file or the environment of the server' : 'the environment of the server';
  resolution.report({
    message: `${variable} is not defined in this text; pyhocon fails unless ${place} has it`,
    range: { start, end },
    refusal: mayBeElsewhere ? undefined : 'crash',
    kind: 'loader',
  });
}
