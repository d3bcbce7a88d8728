// Makes the catalogue of an NVFLARE release out of its wheel.
//   npm run catalog -- 2.8.1 2.9.0          writes schemas/catalog/nvflare-2.8.json and nvflare-2.9.json
//   npm run catalog -- --out DIR 2.9.0      writes elsewhere
// and out of all catalogues that are there nvflare-history.json; without a version only that.
// Needs pip (FLARE_JOBS_PYTHON names the interpreter that has it) and, for a wheel not yet in .cache/wheels, the network.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import { build } from 'esbuild';

const WHEELS = '.cache/wheels';
const words = process.argv.slice(2);
const out = words[0] === '--out' ? words.splice(0, 2)[1] : 'schemas/catalog';
if (words.some((word) => !/^\d+\.\d+\.\d+$/.test(word))) {
  console.error('usage: npm run catalog -- [--out DIR] [VERSION…]   such as 2.9.0');
  process.exit(2);
}
const { catalogOfWheel } = await derivation('wheel');
mkdirSync(out, { recursive: true });
for (const version of words) {
  const catalog = catalogOfWheel(version, filesOf(readFileSync(wheel(version))));
  const minor = version.split('.').slice(0, 2).join('.');
  const path = join(out, `nvflare-${minor}.json`);
  writeFileSync(path, layout(catalog));
  console.log(path);
}

const { historyOfTexts } = await derivation('history');
const history = historyOfTexts(
  readdirSync(out)
    .filter(isCatalog)
    .map((file) => readFileSync(join(out, file), 'utf8')),
);
writeFileSync(join(out, 'nvflare-history.json'), layout(history));

function isCatalog(file) {
  return /^nvflare-\d+\.\d+\.json$/.test(file);
}

/** The derivation is TypeScript of the core: bundled here as the tests are. */
async function derivation(name) {
  const outfile = resolve(`out/catalog-${name}-${process.pid}.mjs`);
  const entryPoints = [`src/core/catalog/derive/${name}.ts`];
  await build({ entryPoints, outfile, bundle: true, format: 'esm', platform: 'node', target: 'node20', logLevel: 'warning' });
  const module = await import(pathToFileURL(outfile).href);
  rmSync(outfile);
  return module;
}

function wheel(version) {
  mkdirSync(WHEELS, { recursive: true });
  const name = () => readdirSync(WHEELS).find((file) => file.startsWith(`nvflare-${version}-`) && file.endsWith('.whl'));
  if (!name()) {
    const python = process.env.FLARE_JOBS_PYTHON ?? 'python3';
    const options = ['download', '--quiet', '--no-deps', '--only-binary', ':all:', '--dest', WHEELS, `nvflare==${version}`];
    execFileSync(python, ['-m', 'pip', ...options], { stdio: 'inherit' });
  }
  const found = name();
  if (!found || !existsSync(join(WHEELS, found))) throw new Error(`pip gave no wheel of nvflare ${version}`);
  return join(WHEELS, found);
}

/** The Python files and class tables of a zip file, by path. Wheels are plain zips: stored or deflated, without encryption. */
function filesOf(zip) {
  const files = new Map();
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let entry = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((at) => zip.readUInt16LE(entry + at));
    const path = zip.toString('utf8', entry + 46, entry + 46 + nameLength);
    if (path.startsWith('nvflare/') && /\.py$|\/component_classes\.json$/.test(path)) files.set(path, contentOf(zip, entry));
    entry += 46 + nameLength + extraLength + commentLength;
  }
  return files;
}

function contentOf(zip, entry) {
  const local = zip.readUInt32LE(entry + 42);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + zip.readUInt32LE(entry + 20));
  const method = zip.readUInt16LE(entry + 10);
  if (method !== 0 && method !== 8) throw new Error(`zip method ${method}`);
  return new TextDecoder('utf-8').decode(method === 0 ? packed : inflateRawSync(packed));
}

/** One line for each class, so that a change of a release shows as a change of lines. */
function layout(value, depth = 0) {
  if (depth === 3 || typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${layout(item, depth + 1)}`);
  return `{\n${entries.join(',\n')}\n}${depth === 0 ? '\n' : ''}`;
}
