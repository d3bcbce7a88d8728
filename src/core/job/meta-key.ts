import type { KeyFacts } from '../schema/key-facts';
import { allowedKeys } from '../schema/keys';
import { isKnown } from './job-def';
import type { Release } from './release';

/** A key of a job's meta (`JobMetaKey`). */
export interface JobMetaKey extends KeyFacts {
  /** What it is called in NVFLARE's code: `JOB_NAME`. */
  readonly enumName: string;
  /** What it is called in the meta: `name`. */
  readonly value: string;
}

/** Every `JobMetaKey`, of all releases or of one. The keys that authors write come first. */
export function jobMetaKeys(release?: Release): readonly JobMetaKey[] {
  return allowedKeys([]).flatMap(([value, facts]) => {
    const { enumName, since, until } = facts;
    if (enumName === undefined || (release && !isKnown(release, since, until))) return [];
    return [{ ...facts, enumName, value }];
  });
}
