import type { Host } from './host';
import { counted } from './terminal';

/** Tells a person at a terminal that work goes on. Elsewhere it is silent. */
export interface Progress {
  /** One more job is checked. */
  step(): void;
  /** Takes the line away before something else is written. */
  clear(): void;
}

const nothing = () => undefined;
const SILENT: Progress = { step: nothing, clear: nothing };
/** A line that changes more often than this only flickers. In milliseconds. */
const INTERVAL = 100;

export function progressOn(host: Host): Progress {
  // A log of a build keeps every line that a terminal would write over.
  if (!host.terminal.err || host.env['TERM'] === 'dumb' || host.env['CI']) return SILENT;
  let jobs = 0;
  let shownAt = host.now();
  let isShown = false;
  return {
    step() {
      jobs++;
      const now = host.now();
      if (now - shownAt < INTERVAL) return;
      shownAt = now;
      isShown = true;
      host.warn(`\r${counted(jobs, 'job')} checked\u001b[K`);
    },
    clear() {
      if (isShown) host.warn('\r\u001b[K');
      isShown = false;
    },
  };
}
