// A test registry of one page, since the same tests run where no test library does: in the web extension host.

/** Where the suite runs: a Node extension host behind a browser, a web worker, or the desktop application. */
export type Host = 'node' | 'web' | 'desktop';

/** Set by `run.mjs` when it bundles the suite. */
declare const SUITE: { readonly host: Host; readonly words: readonly string[] };

export const host: Host = SUITE.host;

interface TestOptions {
  /** The hosts in which the test makes sense; in another one it is named and passed over. All when absent. */
  readonly hosts?: readonly Host[];
  /** How long the test may take. */
  readonly seconds?: number;
}

interface Test extends TestOptions {
  readonly name: string;
  readonly body: () => Promise<void> | void;
}

/** The one list of the process, because importing a test file is what enters its tests. */
const tests: Test[] = [];

/** Enters a test. Tests run one after another, in the order of entry, all in one window. */
export function test(name: string, body: Test['body'], options: TestOptions = {}): void {
  tests.push({ name, body, ...options });
}

/**
 * Runs the tests whose names hold one of the words the runner was given, all of them without words, and reports on the
 * console.
 *
 * @throws when a test failed or none was run
 */
export async function runTests(): Promise<void> {
  let passed = 0;
  let failed = 0;
  for (const one of tests.filter(({ name }) => isWanted(name))) {
    if (one.hosts !== undefined && !one.hosts.includes(host)) {
      say(`- ${one.name} (not for the ${host} host)`);
      continue;
    }
    const start = Date.now();
    const error = await errorOf(one);
    const time = `${Date.now() - start} ms`;
    if (error === undefined) {
      passed += 1;
      say(`✔ ${one.name} (${time})`);
    } else {
      failed += 1;
      say(`✖ ${one.name} (${time})\n${error}`);
    }
  }
  if (passed + failed === 0) say(`none of the ${tests.length} tests was to be run here`);
  say(`result: ${passed} passed, ${failed} failed`);
  if (failed > 0 || passed === 0) throw new Error('not every test passed');
}

/**
 * Asks `condition` again and again until it gives something that is neither undefined, null nor false, and returns that.
 *
 * @param what completes the sentence "after 10 s there was no …"
 */
export async function until<T>(
  condition: () => T | PromiseLike<T>,
  what: string,
  seconds = 10,
): Promise<Exclude<T, undefined | null | false>> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await condition();
    if (found !== undefined && found !== null && found !== false) return found as Exclude<T, undefined | null | false>;
    if (Date.now() > end) throw new Error(`after ${seconds} s there was no ${what}`);
    await pause(30);
  }
}

/** Fails unless the claim holds. */
export function ok(claim: boolean, what: string): asserts claim {
  if (!claim) throw new Error(`not so: ${what}`);
}

/** Fails unless both are the same plain data, as JSON sees it. */
export function equal<T>(actual: T, expected: T, what = 'value'): void {
  const [found, wanted] = [JSON.stringify(actual, undefined, 2), JSON.stringify(expected, undefined, 2)];
  if (found !== wanted) throw new Error(`${what}: expected\n${wanted}\nbut found\n${found}`);
}

/** Writes to the terminal of whoever runs the suite; what else reaches a console ends up in the log file of the run. */
export function say(text: string): void {
  // `run.mjs` knows the suite's lines among all others by their start, and takes the numbers from the last one.
  for (const line of text.split('\n')) console.log(`[suite] ${line}`);
}

function isWanted(name: string): boolean {
  const lower = name.toLowerCase();
  return SUITE.words.length === 0 || SUITE.words.some((word) => lower.includes(word.toLowerCase()));
}

async function errorOf({ body, seconds = 30 }: Test): Promise<string | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the test did not end within ${seconds} s`)), seconds * 1000);
  });
  try {
    await Promise.race([Promise.resolve().then(body), late]);
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  } finally {
    clearTimeout(timer);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
