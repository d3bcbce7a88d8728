import type { ConfigDocument, ReadProblem } from '../document';
import { evaluate } from './evaluate';
import { freeze } from './freeze';
import { parse } from './parse';
import { resolve } from './resolve';

/**
 * Reads HOCON as NVFLARE does, with pyhocon (`nvflare/fuel_opt/utils/pyhocon_loader.py`). Its syntax is read first, then
 * keys are merged and values joined, then references are followed.
 */
export function readHocon(text: string): ConfigDocument {
  const { root, problems: mistakes, comments, references, hasReferences, hasIncludes } = parse(text);
  const problems: ReadProblem[] = [...mistakes];
  const report = (problem: ReadProblem) => void problems.push(problem);
  const evaluation = { text, hasReferences, hasIncludes, report };
  const value = evaluate(root, evaluation);
  if (hasReferences) resolve(value, evaluation);
  const tree = freeze(value, report);
  problems.sort((a, b) => a.range.start - b.range.start);
  return { format: 'hocon', text, root: tree, problems, comments, references };
}
