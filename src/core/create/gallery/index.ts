import type { JobTemplate } from '../template';
import { crossSiteEvaluation } from './cross-site-evaluation';
import { cyclic } from './cyclic';
import { empty } from './empty';
import { fedavgNumpy } from './fedavg-numpy';
import { fedavgPytorch } from './fedavg-pytorch';
import { perSite } from './per-site';
import { statistics } from './statistics';
import { xgboost } from './xgboost';

/** The templates, in the order in which they are offered. All are for every release with a catalogue: 2.3 and later. */
export const TEMPLATES: readonly JobTemplate[] = [
  fedavgPytorch,
  fedavgNumpy,
  xgboost,
  cyclic,
  statistics,
  crossSiteEvaluation,
  perSite,
  empty,
];
