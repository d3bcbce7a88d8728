import type { Checked } from '../assist/hover/hover';
import { idleConfig } from '../assist/index';
import type { AppConfig } from '../job/config/app-config';
import type { Range } from '../text/range';
import { configOutline } from './outline-config';
import { metaOutline } from './outline-meta';

/** What a part of the outline stands for; hosts choose icons by it. */
export type OutlineKind =
  | 'section'
  | 'app'
  | 'site'
  | 'setting'
  | 'variable'
  | 'workflow'
  | 'executor'
  | 'component'
  | 'filter'
  | 'argument';

/** A part of a file of a job, in FLARE's words. */
export interface OutlineNode {
  readonly name: string;
  readonly detail: string;
  readonly kind: OutlineKind;
  /** All of it. */
  readonly range: Range;
  /** What is selected when somebody goes there; inside of the range. */
  readonly selection: Range;
  readonly children: readonly OutlineNode[];
}

/** The parts of a meta file or an app's configuration, also of an app that goes nowhere; none of any other file. */
export function outlineOf(checked: Checked, file: string): readonly OutlineNode[] {
  const { job } = checked;
  if (file === job.meta?.file) return metaOutline(job);
  const config = configOf(checked, file);
  return config ? configOutline(config) : [];
}

/** The configuration that a file is, also of an app that goes nowhere. */
export function configOf({ job, wiring }: Checked, file: string): AppConfig | undefined {
  return wiring?.configs.find((each) => each.config.file === file) ?? idleConfig(job, file);
}
