import type { Fix } from '../rules/finding';

/** One change that somebody could make so that a job starts. */
export type Change =
  | { readonly kind: 'lower-least'; readonly to: number }
  | { readonly kind: 'not-mandatory'; readonly site: string }
  /** Repeats in the list of mandatory clients are taken out. */
  | { readonly kind: 'mandatory-once'; readonly site: string }
  | { readonly kind: 'nobody-mandatory' }
  | { readonly kind: 'ask'; readonly site: string; readonly key: string; readonly to: number }
  | { readonly kind: 'do-not-ask'; readonly site: string; readonly key: string | undefined }
  | { readonly kind: 'remove-count'; readonly key: string }
  /** Some of these sites come up. */
  | { readonly kind: 'bring-up'; readonly count: number; readonly sites: readonly string[] }
  /** Sites come up of which nothing is known yet. */
  | { readonly kind: 'bring-up-others'; readonly count: number }
  | { readonly kind: 'offer'; readonly site: string; readonly key: string; readonly to: number };

/** Changes that together let a job start, with nothing left out that is not needed. */
export interface Remedy {
  readonly changes: readonly Change[];
  /** How many changes these are: bringing two sites up is two. */
  readonly count: number;
  /** Who can make them: the author of the job, the people of the sites, or both together. */
  readonly by: 'job' | 'sites' | 'both';
  /** The changes of the job's files, where there are some; places of sites nobody can change from here. */
  readonly fix: Fix | undefined;
}
