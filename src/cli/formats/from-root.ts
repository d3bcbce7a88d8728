import { isAbsolute, relative, resolve } from 'node:path';
import { slashed } from '../slashed';
import type { ReportContext } from './report-format';

/**
 * The path of a file from the root of what is built, by which services that show reports know it; the whole path of one that lies
 * elsewhere. However the file was named on the command line, it is called the same.
 */
export function fromRoot(file: string, { cwd, root }: Pick<ReportContext, 'cwd' | 'root'>): string {
  const whole = resolve(cwd, file);
  const below = relative(root, whole);
  const isOutside = isAbsolute(below) || /^\.\.(?:[\\/]|$)/.test(below);
  return slashed(isOutside ? whole : below);
}
