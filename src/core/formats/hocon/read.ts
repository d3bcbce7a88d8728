import type { ConfigDocument, ReadProblem } from '../document';
import { Budget, OutOfBudget } from './evaluate/budget';
import { evaluate } from './evaluate/evaluate';
import { freeze } from './evaluate/freeze';
import type { List, Tree, Value } from './evaluate/model';
import { resolve } from './evaluate/resolve';
import { parse } from './parse/parse';
import type { Syntax } from './parse/syntax';

/**
 * Reads HOCON as NVFLARE does, with pyhocon (`nvflare/fuel_opt/utils/pyhocon_loader.py`). Its syntax is read first, then
 * keys are merged and values joined, then references are followed.
 */
export function readHocon(text: string): ConfigDocument {
  const syntax = parse(text);
  const { value, problems } = compute(text, syntax);
  const tree = freeze(value, (problem) => problems.push(problem));
  for (const problem of syntax.problems) problems.push(problem);
  problems.sort((a, b) => a.range.start - b.range.start);
  return { format: 'hocon', text, root: tree, problems, comments: syntax.comments, references: syntax.references };
}

interface Computed {
  readonly value: Tree | List;
  readonly problems: ReadProblem[];
}

/** Follows the references, unless that takes too long: then they are left unknown. */
function compute(text: string, { root, hasReferences, hasIncludes }: Syntax): Computed {
  const problems: ReadProblem[] = [];
  const report = (problem: ReadProblem) => void problems.push(problem);
  const evaluation = { text, elsewhere: new Set<Value>(), budget: new Budget(text), hasReferences, hasIncludes, report };
  try {
    const value = evaluate(root, evaluation);
    if (hasReferences) resolve(value, evaluation);
    return { value, problems };
  } catch (error) {
    if (!(error instanceof OutOfBudget)) throw error;
    const refusals = problems.filter((problem) => problem.refusal !== undefined);
    problems.length = 0;
    const value = evaluate(root, { ...evaluation, budget: new Budget(text), hasReferences: false });
    const message =
      'pyhocon follows the references of this text for very long, if it comes to an end at all; here they are unknown';
    report({ message, range: { start: root.start, end: root.start }, refusal: undefined, kind: 'loader' });
    return { value, problems: [...refusals, ...problems] };
  }
}
