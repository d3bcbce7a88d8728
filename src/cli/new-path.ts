import type { Host } from './host';

/** Why nothing new can be made at a path, as a message; `undefined` where it is free. */
export function newPathProblem({ fs }: Pick<Host, 'fs'>, path: string, noun: 'file' | 'folder'): string | undefined {
  const kind = fs.kindOf(path);
  if (kind === 'missing') return undefined;
  return typeof kind === 'object' ? `${path} cannot be made: ${kind.unreadable}` : `${path} exists already; name another ${noun}`;
}
