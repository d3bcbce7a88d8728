import type { ConfigFile } from '../job/model';
import type { Report } from './finding';
import { textFix } from './fixes';

/** Reports what NVFLARE's loader reads otherwise than it looks, and what only some versions of the loader read. */
export function* differences({ file, document }: Pick<ConfigFile, 'file' | 'document'>): Generator<Report> {
  for (const { refusal, message, range, fix } of document.problems) {
    if (refusal !== undefined) continue;
    yield { file, at: range, message, fixes: fix ? [textFix(fix.title, file, fix.edits)] : [] };
  }
}

/** The NVFLARE files whose behaviour is mirrored, of whatever configuration is read. */
export const LOADERS: readonly string[] = [
  'nvflare/fuel/utils/config_factory.py',
  'nvflare/fuel_opt/utils/pyhocon_loader.py',
  'nvflare/fuel_opt/utils/omegaconf_loader.py',
];
