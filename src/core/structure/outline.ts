import type { Checked } from '../assist/checked';
import { idleConfig } from '../assist/index';
import type { AppConfig } from '../job/config/app-config';
import { configOutline } from './outline-config';
import { metaOutline } from './outline-meta';
import type { OutlineNode } from './outline-node';

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
