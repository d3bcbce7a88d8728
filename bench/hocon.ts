// P10, P10b: HOCON with places. The texts are the `.conf` files of the corpus beside the project, else those of the examples.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusalOf } from '../src/core/formats/document';
import { hocon } from '../src/core/formats/hocon/index';
import { toPlain } from '../src/core/tree/query';
import { differenceOf } from '../test/differential/hocon-compare';
import { startOracle } from '../test/differential/oracle-client';
import { interleaved, median, processClock, ratios } from './support/measure';
import { PYTHON } from './support/peers';
import { hand, milliseconds, type Result } from './support/result';

const ROUNDS = 9;
const LARGE = 1_000_000;
const SMALL = 10_000;

const texts = [...new Set(confTexts(existsSync('../shared/corpus') ? '../shared/corpus' : 'examples'))];
const readable = texts.filter((text) => !refusalOf(hocon.read(text)));
hand([againstParse('files of NVFLARE', readable), growth(), await againstPyhocon()]);

/** Reading the texts against `JSON.parse` of the values that they have. */
function againstParse(at: string, given: readonly string[]): Result {
  const values = given.map((text) => JSON.stringify(toPlain(hocon.read(text).root)));
  const ours = () => given.map((text) => hocon.read(text));
  const times = interleaved(
    ROUNDS,
    2,
    { ours, again: ours, peer: () => values.map((text) => JSON.parse(text)) },
    3,
    processClock,
  );
  return {
    goal: 'P10',
    at: `${given.length} ${at}`,
    ratios: [median(ratios(times.ours, times.peer))],
    again: [median(ratios(times.again, times.ours))],
    size: milliseconds(median(times.ours)),
  };
}

/** The time for a byte of a large text against that of a small one of the same kind. */
function growth(): Result {
  const [small, large] = [SMALL, LARGE].map(textOf) as [string, string];
  const times = interleaved(ROUNDS, 1, { large: () => hocon.read(large), small: () => readOften(small) }, 2, processClock);
  return {
    goal: 'P10-growth',
    at: '1 MB',
    ratios: [median(ratios(times.large, times.small))],
    again: [],
    size: milliseconds(median(times.large)),
  };
}

function readOften(text: string): unknown {
  for (let i = 1; i < LARGE / SMALL; i++) hocon.read(text);
  return hocon.read(text);
}

/** Components with what configurations have: nesting, lists, references, comments. */
function textOf(size: number): string {
  let text = 'rounds = 10\ncomponents = [\n';
  for (let i = 0; text.length < size; i++) {
    text += `  { # the component ${i}\n    id = "c${i}"\n    path = nvflare.app_common.np.NPTrainer\n    args { rounds = \${rounds}, names = [a, b, "c"] }\n  }\n`;
  }
  return `${text}]\n`;
}

/** How many texts are read otherwise than by pyhocon. */
async function againstPyhocon(): Promise<Result> {
  if (!PYTHON) return { goal: 'P10b', missing: 'FLARE_JOBS_PYTHON names no Python with pyhocon' };
  const oracle = startOracle();
  let different = 0;
  for (const text of texts) if (differenceOf(hocon.read(text), await oracle.ask('hocon', { text }))) different++;
  oracle.close();
  return { goal: 'P10b', at: '', ratios: [different], again: [], size: `${texts.length - different} of ${texts.length} equal` };
}

function confTexts(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.conf'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}
