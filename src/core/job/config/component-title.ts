import type { ComponentDef } from './components';

/** A component in few words: its id, or else the last part of its class. */
export function titleOf({ id, className, path }: ComponentDef): string {
  return id?.value ?? (className ? lastPart(className.value) : path);
}

/** The bare name of a class path. */
export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
