import type { OutgoingPath, PathFilter } from './path';
import { payloadText } from './payload';
import type { Stream } from './streams';

/** What leaves and where it goes: `result of train to the server`. */
export function messageTitle({ message, task, to }: Pick<OutgoingPath, 'message' | 'task' | 'to'>): string {
  const what = message === 'result' ? `result of ${task}` : `${task}, sent on`;
  return `${what} to ${to === 'server' ? 'the server' : 'other clients'}`;
}

/** What a message carries and who makes it: `model weights, from NPTrainer`. */
export function madeText({ payload, by }: Pick<OutgoingPath, 'payload' | 'by'>): string {
  return by === undefined ? payloadText(payload) : `${payloadText(payload)}, from ${by}`;
}

/** A filter with what it does for privacy: `SVTPrivacy: differential privacy`. */
export function filterText({ name, privacy, acts }: PathFilter): string {
  if (privacy.kind === 'none') return name;
  if (privacy.kind === 'unknown') return `${name}, of which it is not known what it does`;
  const effect = acts === 'yes' ? '' : acts === 'no' ? ', but not for this kind of data' : ', if it is for this kind of data';
  return `${name}: ${privacy.means}${effect}`;
}

/** Where a stream goes. */
export function streamWay({ to, takenBy }: Stream): string {
  if (to === 'elsewhere') return 'goes from the site to a system outside of the federation';
  if (takenBy.length === 0) return 'goes to the server, where no component is known to take it';
  return `goes to the server, taken by ${takenBy.join(', ')}`;
}

/** Whether a message carries no data and passes no filter, so that its name is enough. */
export function isBare({ payload, filters }: OutgoingPath): boolean {
  return payload.how === 'answer' && filters.length === 0;
}

/** What the filters of the sites themselves mean for all that is listed. */
export function scopeText(scope: string | undefined): string {
  return scope === undefined
    ? 'A site may put filters first by its own privacy policy; those are not in the job.'
    : `Privacy scope ${scope}: each site puts the filters of that scope first, by its own privacy policy.`;
}
