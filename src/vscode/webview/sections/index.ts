import type { Section } from '../section';
import type { SectionId } from '../section-types';
import { graph } from './graph/graph';
import { leaving } from './leaving/leaving';
import { overview } from './overview/overview';
import { schedule } from './schedule/schedule';
import { site } from './site/site';
import { steps } from './steps/steps';
import { upload } from './upload/upload';

/** The sections by their ids; TypeScript asks for each. Their order is that of the tabs. */
export const SECTIONS: { readonly [K in SectionId]: Section<K> } = { overview, graph, site, leaving, steps, schedule, upload };
