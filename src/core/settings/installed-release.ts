import type { Release } from '../index';

/** An NVFLARE whose code is there: installed in a Python environment, or as its own source. */
export interface InstalledRelease {
  /** As its files say it: `2.9.0`, `2.9.1rc2`. */
  readonly version: string;
  /** The release whose rules it is checked with. */
  readonly release: Release;
  /** The folder of the package, as the file system names it. */
  readonly folder: string;
  /**
   * Whether it may be other code than what was published under that version: a checkout, a branch, a file of somebody's own, or two
   * packages that were installed over each other.
   */
  readonly isOwnBuild: boolean;
  /** Whether it is the source that the job lies in, rather than what is installed. */
  readonly isCheckout?: true;
}
