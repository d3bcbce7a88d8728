import type { CheckedJob } from '../../src/cli/checking/job-checker';
import { analyze, type Finding, NEWEST, type Range, releaseName } from '../../src/core/index';
import { wiringPart } from '../../src/core/wiring/index';
import { META_RULES } from './all-rules';
import { sourcesOf } from './example-job';
import { TEST_FORMATS } from './formats';

/** A finding as a test writes it down; what it leaves out is as for a plain error in the meta file. */
export type TestFinding = Partial<Finding> & { readonly range: Range };

/** A checked job with findings of the test's own, so that what a report looks like does not hang on what rules say. */
export function reportedJob(
  folder: string,
  files: Readonly<Record<string, string>>,
  findings: readonly TestFinding[],
  rejected = false,
): CheckedJob {
  const sources = sourcesOf('job', new Map(Object.entries(files)));
  const analysis = analyze(sources, { target: NEWEST, ...META_RULES });
  return {
    folder,
    formats: TEST_FORMATS,
    release: releaseName(NEWEST),
    settings: { target: NEWEST, targetFrom: { kind: 'newest' }, rules: {}, silences: [], codeFolders: [] },
    analysis: {
      ...analysis,
      wiring: wiringPart().build(analysis.job),
      rejected,
      findings: findings.map(finding),
      capped: [],
      failures: [],
    },
  };
}

function finding(given: TestFinding): Finding {
  return {
    code: 'area/what-is-wrong',
    severity: 'error',
    stage: 'submit',
    message: 'something is wrong',
    file: 'meta.json',
    related: [],
    fixes: [],
    tag: undefined,
    isPlainSyntax: false,
    ...given,
  };
}
