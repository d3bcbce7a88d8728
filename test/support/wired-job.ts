import { type Analysis, analyze } from '../../src/core/analyze';
import { ALL_RULES } from './all-rules';
import { type ExampleJob, exampleJob } from './example-job';

/** An example checked as a host does it that has loaded the catalogues. */
export function wiredJob(source: string): Analysis & Pick<ExampleJob, 'marks'> {
  const { sources, target, marks } = exampleJob(source);
  return { ...analyze(sources, { target, ...ALL_RULES }), marks };
}
