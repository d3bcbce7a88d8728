/** SHA-256 (FIPS 180-4) over pieces of bytes, for hosts that have none of their own. */
export interface Hash {
  update(bytes: Uint8Array): void;
  /** The digest in hexadecimal digits; nothing can be added after it. */
  digest(): string;
}

const BLOCK = 64;

/** Begins a hash. */
export function sha256(): Hash {
  const state = Uint32Array.from(START);
  const rest = new Uint8Array(BLOCK);
  let filled = 0;
  let length = 0;
  const update = (bytes: Uint8Array) => {
    length += bytes.length;
    let from = 0;
    if (filled > 0) {
      const taken = Math.min(BLOCK - filled, bytes.length);
      rest.set(bytes.subarray(0, taken), filled);
      filled += taken;
      from = taken;
      if (filled < BLOCK) return;
      compress(state, rest, 0);
      filled = 0;
    }
    for (; from + BLOCK <= bytes.length; from += BLOCK) compress(state, bytes, from);
    rest.set(bytes.subarray(from));
    filled = bytes.length - from;
  };
  const digest = () => {
    const bits = BigInt(length) * 8n;
    const tail = new Uint8Array((filled < BLOCK - 8 ? BLOCK : 2 * BLOCK) - filled);
    tail[0] = 0x80;
    new DataView(tail.buffer).setBigUint64(tail.length - 8, bits);
    update(tail);
    return [...state].map((word) => word.toString(16).padStart(8, '0')).join('');
  };
  return { update, digest };
}

const W = /* @__PURE__ */ new Uint32Array(BLOCK);

function compress(state: Uint32Array, bytes: Uint8Array, from: number): void {
  const at = (values: Uint32Array, i: number) => values[i] as number;
  for (let i = 0; i < 16; i++) {
    const p = from + i * 4;
    W[i] =
      ((bytes[p] as number) << 24) |
      ((bytes[p + 1] as number) << 16) |
      ((bytes[p + 2] as number) << 8) |
      (bytes[p + 3] as number);
  }
  for (let i = 16; i < BLOCK; i++) {
    const early = at(W, i - 15);
    const late = at(W, i - 2);
    const s0 = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const s1 = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    W[i] = (at(W, i - 16) + s0 + at(W, i - 7) + s1) | 0;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < BLOCK; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + at(ROUND, i) + at(W, i)) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((value, i) => {
    state[i] = (at(state, i) + value) | 0;
  });
}

function turn(value: number, by: number): number {
  return (value >>> by) | (value << (32 - by));
}

/** The first 32 bits behind the point of the square (of the cubic) roots of the first primes, as the standard defines them. */
const PRIMES = /* @__PURE__ */ firstPrimes(64);
const START = /* @__PURE__ */ PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const ROUND = /* @__PURE__ */ Uint32Array.from(PRIMES.map((prime) => fraction(Math.cbrt(prime))));

function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 2 ** 32);
}

function firstPrimes(count: number): readonly number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes;
}
