import type { PreviewModel } from '../assist/index';
import type { Wiring } from '../job/config/wiring';
import type { Job } from '../job/model';
import type { Pack } from '../manifest/index';
import type { Finding } from '../rules/finding';
import type { Block } from './block';

/** A section of the page that is taken away. To add one: a file here, and a row in `sections/index.ts`. */
export interface PageSection<M> {
  /** Its name in the JSON form, and the anchor of its heading. */
  readonly id: string;
  readonly title: string;
  /** Whether it has something to say of a template and of an app without a meta file, too, of which no site gets anything. */
  readonly isOfAnyFolder?: true;
  /** What it says, as data that survives JSON; `undefined` where there is nothing to say. */
  model(context: PageContext): M | undefined;
  blocks(model: M, context: PageContext): readonly Block[];
}

/** What a page is made of. */
export interface PageContext extends PageInput {
  /** Made once for all sections. */
  readonly overview: PreviewModel;
}

/** What a host gives for a page. */
export interface PageInput {
  readonly job: Job;
  readonly wiring: Wiring | undefined;
  readonly findings: readonly Finding[];
  /** Whether the server would refuse the job, silenced findings included. */
  readonly rejected: boolean;
  /** What would be sent; left out where the host did not read it. */
  readonly pack?: Pack;
  /** The parts of the core that models come from. Hosts load them; they would be here twice if this part brought them. */
  readonly parts: PageParts;
}

/** The parts of the core whose models sections show; the host loads them. */
export interface PageParts {
  readonly assist: typeof import('../assist/index');
  readonly graph: typeof import('../graph/index');
  readonly review: typeof import('../review/index');
  readonly schedule: typeof import('../schedule/index');
  readonly manifest: typeof import('../manifest/index');
}
