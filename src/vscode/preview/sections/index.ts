import type { SectionId } from '../../webview/section-types';
import type { HostSection } from '../section';
import { graph } from './graph';
import { leaving } from './leaving';
import { overview } from './overview';
import { schedule } from './schedule';
import { site } from './site';
import { steps } from './steps';
import { upload } from './upload';

/** The extension's half of each section. */
export const HOST_SECTIONS: { readonly [K in SectionId]: HostSection<K> } = {
  overview,
  graph,
  site,
  leaving,
  steps,
  schedule,
  upload,
};
