// npm run test:differential [-- --bounded] [WORD…]: compares the core with the real NVFLARE and the parsers that it uses.
// Makes a virtual environment in .cache from PyPI, or takes the interpreter that FLARE_JOBS_PYTHON names. --bounded runs a part of the
// generated cases, for continuous integration; words choose files.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleForNode } from './bundle.mjs';

/** NVFLARE pins neither parser; these are the releases whose behaviour is mirrored. */
const PACKAGES = ['nvflare>=2.8,<2.10', 'pyhocon==0.3.61', 'omegaconf==2.3.*', 'pyyaml'];
const BOUNDED_RUNS = '400';
/** These download releases or run simulations, which takes half a minute each. */
const FULL_ONLY = [
  'catalog.diff.ts',
  'dry-run.diff.ts',
  'real-faults.diff.ts',
  'schedule-edges.diff.ts',
  'schedule-releases.diff.ts',
  'simulator.diff.ts',
];

const args = process.argv.slice(2);
const bounded = args.includes('--bounded');
const words = args.filter((arg) => !arg.startsWith('--'));
const python = process.env.FLARE_JOBS_PYTHON ?? virtualEnvironment();

const out = 'out/differential';
rmSync(out, { recursive: true, force: true });
const files = readdirSync('test/differential')
  .filter((name) => name.endsWith('.diff.ts') && (words.length === 0 || words.some((word) => name.includes(word))))
  .filter((name) => !bounded || !FULL_ONLY.includes(name))
  .map((name) => join('test/differential', name));
if (files.length === 0) fail(`no file in test/differential matches ${words.join(' ')}`);
await bundleForNode(files, out);
const built = files.map((file) => join(out, file.replace('test/differential/', '').replace(/\.ts$/, '.mjs')));
const env = {
  ...process.env,
  FLARE_JOBS_PYTHON: python,
  ...(bounded && { FLARE_JOBS_RUNS: BOUNDED_RUNS, FLARE_JOBS_BOUNDED: '1' }),
};
const { status } = spawnSync(process.execPath, ['--test', '--test-reporter=spec', '--test-concurrency=2', ...built], {
  stdio: 'inherit',
  env,
});
process.exit(status ?? 1);

function virtualEnvironment() {
  const folder = join(process.cwd(), '.cache', 'venv');
  const interpreter = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const stamp = join(folder, 'packages.txt');
  const wanted = PACKAGES.join('\n');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return interpreter;
  console.log(`making a virtual environment with ${PACKAGES.join(', ')}`);
  mkdirSync(join(process.cwd(), '.cache'), { recursive: true });
  run('python3', ['-m', 'venv', '--clear', folder], 'python3 with venv is needed (python3-venv on Debian)');
  run(interpreter, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...PACKAGES], 'PyPI could not be reached');
  writeFileSync(stamp, wanted);
  return interpreter;
}

function run(command, commandArgs, whyNot) {
  const result = spawnSync(command, commandArgs, { stdio: 'inherit' });
  if (result.status !== 0) fail(`${command} failed: ${whyNot}`);
}

function fail(why) {
  console.error(why);
  process.exit(1);
}
