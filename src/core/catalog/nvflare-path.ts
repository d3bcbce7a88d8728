/** The package that class paths begin with; catalogues leave it out. */
export const ROOT = 'nvflare';

/** The path as Python writes it, of one as catalogues write it. */
export function withRoot(path: string): string {
  return path === '' ? ROOT : `${ROOT}.${path}`;
}

/** The path as catalogues write it; `undefined` for one outside of NVFLARE. */
export function withoutRoot(path: string): string | undefined {
  return path.startsWith(`${ROOT}.`) ? path.slice(ROOT.length + 1) : undefined;
}
