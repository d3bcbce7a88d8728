/**
 * Whether the user's patterns leave a path out of the search for jobs. A pattern that fits a folder leaves out all that is in it, as
 * in the search of the editor.
 *
 * @param globs patterns, relative to the folder that the paths are relative to
 * @param compile makes a question about a relative path of them
 */
export function leavesOut(
  globs: readonly string[],
  compile: (globs: readonly string[]) => (path: string) => boolean,
): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  const matches = compile(globs);
  return (path) => {
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1))
      if (matches(path.slice(0, slash))) return true;
    return matches(path);
  };
}
