import { type Finding, SEVERITIES } from '../rules/finding';
import type { Place, Range } from '../text/range';
import { RangeTree } from '../text/range-tree';
import type { GraphState } from './model';

type Tell = Pick<GraphState, 'severity' | 'problems'>;

/** Shares findings out: each goes to the things with the smallest text around its place. Hints go to none. */
export function tellProblems(findings: readonly Finding[], things: readonly (readonly Place[])[]): readonly Tell[] {
  const byFile = new Map<string, [Range, number][]>();
  things.forEach((spans, thing) => {
    for (const { file, range } of spans) {
      const list = byFile.get(file) ?? [];
      byFile.set(file, list);
      list.push([range, thing]);
    }
  });
  const trees = new Map([...byFile].map(([file, placed]) => [file, new RangeTree(placed)]));
  const found = things.map((): Finding[] => []);
  for (const finding of findings) {
    if (finding.severity === 'hint') continue;
    const told = new Set(trees.get(finding.file)?.smallestAround(finding.range));
    for (const thing of told) found[thing]?.push(finding);
  }
  return found.map(stateOf);
}

/** What findings come to. */
export function stateOf(findings: readonly Finding[]): Tell {
  const severity = SEVERITIES.find((each) => findings.some((finding) => finding.severity === each));
  return {
    severity: severity === undefined || severity === 'hint' ? null : severity,
    problems: [...new Set(findings.map(({ message }) => message))],
  };
}
