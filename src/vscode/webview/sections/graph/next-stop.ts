/** Something in a drawing that keys lead to, with its place. */
export interface Stop {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** How much worse it is to be off to the side than to be far. */
const ASIDE = 2.4;

/** The nearest stop in a direction, those straight ahead first; `undefined` where there is none. */
export function nextStop(stops: readonly Stop[], from: string, direction: Direction): Stop | undefined {
  const start = stops.find(({ key }) => key === from);
  if (!start) return stops[0];
  let best: Stop | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const stop of stops) {
    const cost = stop === start ? undefined : costOf(start, stop, direction);
    if (cost === undefined || cost >= least) continue;
    least = cost;
    best = stop;
  }
  return best;
}

/** `undefined` for what is not in that direction. */
function costOf(from: Stop, to: Stop, direction: Direction): number | undefined {
  const isLevel = direction === 'left' || direction === 'right';
  const sign = direction === 'left' || direction === 'up' ? -1 : 1;
  const along =
    sign *
    (isLevel ? centre(to.x, to.width) - centre(from.x, from.width) : centre(to.y, to.height) - centre(from.y, from.height));
  if (along < 4) return undefined;
  const aside = isLevel ? between(from.y, from.height, to.y, to.height) : between(from.x, from.width, to.x, to.width);
  // Upwards and downwards lead along a column first.
  return along + aside * (isLevel ? ASIDE : ASIDE * 3);
}

function centre(start: number, length: number): number {
  return start + length / 2;
}

/** How far two stretches are apart; 0 where they overlap. */
function between(a: number, aLength: number, b: number, bLength: number): number {
  return Math.max(0, b - (a + aLength), a - (b + bLength));
}
