import { sep } from 'node:path';

/**
 * A path of this system with `/` between its names, as the core and every report write it. Only on Windows a backslash stands between
 * names; elsewhere it is a letter like any other.
 */
export function slashed(path: string, separator: string = sep): string {
  return separator === '\\' ? path.replaceAll('\\', '/') : path;
}
