import type { Section } from '../section';
import type { SectionId } from '../section-types';
import { graph } from './graph/graph';
import { overview } from './overview/overview';
import { schedule } from './schedule/schedule';
import { upload } from './upload/upload';

/** The sections by their ids; TypeScript asks for each. Their order is that of the tabs. */
export const SECTIONS: { readonly [K in SectionId]: Section<K> } = { overview, graph, schedule, upload };
