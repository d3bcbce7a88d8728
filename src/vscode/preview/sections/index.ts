import type { SectionId } from '../../webview/section-types';
import type { HostSection } from '../section';
import { graph } from './graph';
import { overview } from './overview';
import { schedule } from './schedule';
import { upload } from './upload';

/** The extension's half of each section. */
export const HOST_SECTIONS: { readonly [K in SectionId]: HostSection<K> } = { overview, graph, schedule, upload };
