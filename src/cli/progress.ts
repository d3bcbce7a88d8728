import type { Host } from './host';
import { grouped } from './terminal';

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
  if (!host.terminal.err || host.env['TERM'] === 'dumb') return SILENT;
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
      host.warn(`\r${grouped(jobs)} jobs checked\u001b[K`);
    },
    clear() {
      if (isShown) host.warn('\r\u001b[K');
      isShown = false;
    },
  };
}
