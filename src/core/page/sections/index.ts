import type { PageSection } from '../page-section';
import { graph } from './graph';
import { leaving } from './leaving';
import { problems } from './problems';
import { runs } from './runs';
import { schedule } from './schedule';
import { sites } from './sites';
import { steps } from './steps';
import { summary } from './summary';
import { upload } from './upload';

/** The sections of a page, in their order. */
export const PAGE_SECTIONS: readonly PageSection<unknown>[] = [
  summary,
  problems,
  sites,
  graph,
  leaving,
  steps,
  schedule,
  upload,
  runs,
];
