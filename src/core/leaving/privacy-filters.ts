import { argumentValue } from '../job/config/argument-value';
import type { ComponentDef } from '../job/config/components';
import type { ClassFound } from '../job/config/known-class';
import type { DataKind } from './payload';

/** What a filter does for privacy. */
export type FilterPrivacy =
  /** A privacy filter, by what it does; `actsOn` are the kinds of data that it changes, all where it is left out. */
  | { readonly kind: 'privacy'; readonly means: string; readonly actsOn?: readonly DataKind[] }
  /** A filter of NVFLARE for another purpose. */
  | { readonly kind: 'none' }
  /** A filter of somebody else, or a class that cannot be known. */
  | { readonly kind: 'unknown' };

interface Means {
  readonly means: string;
  readonly actsOn?: readonly DataKind[];
  /** The parameter that narrows the kinds. */
  readonly kinds?: string;
}

const WEIGHTS: readonly DataKind[] = ['WEIGHTS', 'WEIGHT_DIFF'];

/**
 * The privacy filters of NVFLARE with the kinds of data that they act on (`nvflare/app_common/filters`, `nvflare/app_opt/he`).
 * `nvflare/apis/dxo_filter.py` passes all other data on as it is.
 */
const MEANS: Readonly<Record<string, Means>> = {
  'nvflare.app_common.filters.svt_privacy.SVTPrivacy': { means: 'differential privacy', actsOn: WEIGHTS, kinds: 'data_kinds' },
  'nvflare.app_common.filters.percentile_privacy.PercentilePrivacy': {
    means: 'percentile privacy',
    actsOn: WEIGHTS,
    kinds: 'data_kinds',
  },
  'nvflare.app_common.filters.exclude_vars.ExcludeVars': { means: 'excluded variables', actsOn: WEIGHTS, kinds: 'data_kinds' },
  'nvflare.app_common.filters.statistics_privacy_filter.StatisticsPrivacyFilter': {
    means: 'statistics cleansers',
    actsOn: ['STATISTICS'],
  },
  'nvflare.app_common.filters.dxo_blocker.DXOBlocker': { means: 'blocked kinds of data' },
  'nvflare.app_opt.he.model_encryptor.HEModelEncryptor': {
    means: 'homomorphic encryption',
    actsOn: WEIGHTS,
    kinds: 'data_kinds',
  },
};

/** What a filter does for privacy, by its class and, for classes of the job's own, by what they inherit from. */
export function privacyOf(filter: ComponentDef, found: ClassFound): FilterPrivacy {
  if (found.kind !== 'known') return { kind: 'unknown' };
  for (const [path, { means, actsOn, kinds }] of Object.entries(MEANS)) {
    const isIt = found.path === path || found.isA(path);
    if (!isIt) continue;
    const narrowed = kinds && found.origin === 'nvflare' ? narrow(argumentValue(filter, found, kinds)?.value) : undefined;
    const all = narrowed ?? actsOn;
    return { kind: 'privacy', means, ...(all && { actsOn: all }) };
  }
  return { kind: found.origin === 'nvflare' ? 'none' : 'unknown' };
}

/** An empty list counts as none given. */
function narrow(value: unknown): readonly DataKind[] | undefined {
  if (!Array.isArray(value) || value.length === 0 || !value.every((kind) => typeof kind === 'string')) return undefined;
  return value as readonly DataKind[];
}
