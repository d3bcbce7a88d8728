import { editDistance, fold } from '../text/nearest';
import type { Catalog } from './catalog';
import { classPaths, find } from './catalog';

/**
 * The class path of this release that a wrong one most probably means: the class under its right module, the
 * class of nearly this name in the same module, or the path that differs least. `undefined` where none is close.
 */
export function nearestClassPath(catalog: Catalog, path: string): string | undefined {
  const [module, name] = cut(path);
  const distances = new Map<string, number>();
  const distanceOf = (a: string, b: string, limit: number) => {
    if (fold(a) === fold(b)) return a === b ? 0 : 0.5;
    return editDistance(a, b, limit);
  };
  const limit = allowance(name) + 1;
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of classPaths(catalog)) {
    const [candidateModule, candidateName] = cut(candidate);
    const nameDistance = distanceOf(name, candidateName, limit);
    if (nameDistance >= limit) continue;
    let moduleDistance = distances.get(candidateModule);
    if (moduleDistance === undefined) {
      moduleDistance = distanceOf(module, candidateModule, allowance(module) + 1);
      distances.set(candidateModule, moduleDistance);
    }
    // Another module is only believed where the name of the class is right, or nearly right and the module, too.
    if (nameDistance >= 1 && moduleDistance > allowance(module)) continue;
    const distance = nameDistance * 4 + Math.min(moduleDistance, 3);
    if (distance < bestDistance || (distance === bestDistance && isCloser(candidate, best, module))) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best === path || best === undefined || isGone(catalog, best) ? undefined : best;
}

/** The nearest catalogue of an installed NVFLARE may have what that has no more. */
function isGone(catalog: Catalog, path: string): boolean {
  return find(catalog, path)?.kind.startsWith('no-') === true;
}

function cut(path: string): readonly [module: string, name: string] {
  const dot = path.lastIndexOf('.');
  return [path.slice(0, Math.max(dot, 0)), path.slice(dot + 1)];
}

function allowance(word: string): number {
  return Math.max(1, Math.min(3, Math.floor(word.length / 5)));
}

/** Of two candidates that differ as much, the one that shares the longer beginning with the module that was written. */
function isCloser(candidate: string, best: string | undefined, module: string): boolean {
  return best === undefined || shared(candidate, module) > shared(best, module);
}

function shared(a: string, b: string): number {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return i;
}
