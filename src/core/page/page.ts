import type { PreviewHead } from '../assist/index';
import type { Block } from './block';

/** Everything that a page says. */
export interface Page {
  readonly head: PreviewHead;
  /** The hash of the job's content, as the server makes it; `undefined` where it is not known. */
  readonly hash: string | undefined;
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly model: unknown;
    readonly blocks: readonly Block[];
  }[];
}
