import { type Analysis, analyze } from '../../src/core/analyze';
import { wiringPart } from '../../src/core/wiring/index';
import { ALL_CATALOGS } from './catalogs';
import { type ExampleJob, exampleJob } from './example-job';
import { TEST_FORMATS } from './formats';

/** An example checked as a host does it that has loaded the catalogues. */
export function wiredJob(source: string): Analysis & Pick<ExampleJob, 'marks'> {
  const { sources, target, marks } = exampleJob(source);
  return { ...analyze(sources, { target, formats: TEST_FORMATS, wiring: wiringPart(ALL_CATALOGS) }), marks };
}
