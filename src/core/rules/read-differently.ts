import type { ConfigFile } from '../job/model';
import type { Report } from './finding';
import { fixOf } from './fixes';

/** Reports what NVFLARE's loader reads otherwise than it looks, and what only some versions of the loader read. */
export function* differences({ file, document }: Pick<ConfigFile, 'file' | 'document'>): Generator<Report> {
  for (const { refusal, message, range, fix } of document.problems) {
    if (refusal !== undefined) continue;
    const changes = fix?.edits.map((edit) => ({ kind: 'text', file, edit }) as const);
    yield { file, at: range, message, fixes: fix && changes ? [fixOf(fix.title, changes)] : [] };
  }
}
