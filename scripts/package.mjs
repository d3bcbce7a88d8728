// Makes flare-jobs-VERSION.vsix and flare-jobs-VERSION.tgz, the extension and the command line, and checks that they hold what is
// needed and nothing else, and that the command runs when it is installed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Everything that may be in the package, as patterns of paths. What must be there ends with `!`. */
const ALLOWED = [
  'package.json!',
  'README.md!',
  'CHANGELOG.md!',
  'LICENSE!',
  'dist/extension.js!',
  'dist/core.js!',
  'dist/cli.js!',
  'dist/*.js',
  'dist/web/extension.js!',
  'dist/webview/*',
  'schemas/catalog/*.json',
  'schemas/meta.schema.json!',
  'schemas/*.schema.json',
  'syntaxes/*',
  'language-configuration/*',
  'resources/*',
  'resources/walkthrough/*.svg',
  'templates/*/*.conf',
  'templates/*/*.py',
  'docs/rules/*',
  'docs/rules/*/*',
];
/**
 * What may be shipped, in bytes of minified JavaScript. The goal for all of it is 500,000 (docs/benchmarks.md); the bound keeps it
 * from growing unseen.
 */
const EAGER_BUDGET = 130_500;
const SHIPPED_BUDGET = 1_310_000;

run(process.execPath, ['esbuild.mjs', '--production']);
const vsce = ['node_modules/@vscode/vsce/vsce'];
const listed = run(process.execPath, [...vsce, 'ls', '--no-dependencies'], 'pipe')
  .split('\n')
  .filter(Boolean);
const allowed = ALLOWED.map((entry) => entry.replace(/!$/, ''));
const isAllowed = (file) =>
  allowed.some((pattern) => new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}$`).test(file));
const surplus = listed.filter((file) => !isAllowed(file));
const missing = ALLOWED.filter((entry) => entry.endsWith('!') && !listed.includes(entry.slice(0, -1)));
if (surplus.length > 0) fail(`the package would hold what nobody asked for: ${surplus.join(', ')}`);
if (missing.length > 0) fail(`the package lacks ${missing.join(', ')}`);

const eager = statSync('dist/extension.js').size + statSync('dist/core.js').size;
const shipped = listed
  .filter((file) => file.endsWith('.js') && !file.startsWith('dist/web/'))
  .reduce((sum, file) => sum + statSync(file).size, 0);
console.log(`eager ${eager} of ${EAGER_BUDGET} bytes, all for the Node host ${shipped} of ${SHIPPED_BUDGET}`);
if (eager > EAGER_BUDGET) fail('the eager bundle is over its budget');
if (shipped > SHIPPED_BUDGET) fail('the shipped JavaScript is over its budget');

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const out = `flare-jobs-${version}.vsix`;
run(process.execPath, [
  ...vsce,
  'package',
  '--no-dependencies',
  '--allow-missing-repository',
  '--skip-license',
  '--no-rewrite-relative-links',
  '--out',
  out,
]);
console.log(`${out}: ${listed.length} files, ${Math.round(statSync(out).size / 1000)} kB`);
packCommandLine();

/** Packs the command line for npm, installs the package elsewhere, and lets it check the examples. */
function packCommandLine() {
  const [packed] = JSON.parse(npm(['pack', '--json', '--ignore-scripts']));
  const paths = packed.files.map(({ path }) => path);
  const odd = paths.filter(
    (path) => !/^(dist\/[\w-]+\.js|schemas\/|templates\/|docs\/rules\/|package\.json|[A-Z]+(\.md)?$)/.test(path),
  );
  if (odd.length > 0) fail(`the package of the command line would hold what nobody asked for: ${odd.join(', ')}`);
  const ofExtension = paths.filter((path) => path.endsWith('.js') && readFileSync(path, 'utf8').includes('require("vscode")'));
  if (ofExtension.length > 0) fail(`the command line has no use for ${ofExtension.join(', ')}; name it in .npmignore`);
  const elsewhere = mkdtempSync(join(tmpdir(), 'flare-jobs-'));
  try {
    npm(['install', '--prefix', elsewhere, '--offline', '--no-audit', '--no-fund', packed.filename]);
    const command = join(elsewhere, 'node_modules', '.bin', process.platform === 'win32' ? 'flare-jobs.cmd' : 'flare-jobs');
    run(command, ['check', join('examples', 'hello-numpy')]);
    run(command, ['explain', 'apps/missing'], 'pipe');
    run(command, ['new', join(elsewhere, 'job'), '--template', 'fedavg-numpy'], 'pipe');
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
  console.log(`${packed.filename}: ${paths.length} files, ${Math.round(packed.size / 1000)} kB`);
}

/** Runs npm and gives what it writes. */
function npm(args) {
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, 'pipe');
}

function run(command, args, stdout = 'inherit') {
  const result = spawnSync(command, args, {
    stdio: ['ignore', stdout, 'inherit'],
    encoding: 'utf8',
    shell: process.platform === 'win32' && /\.cmd$/.test(command),
  });
  if (result.status !== 0) fail(`${args.join(' ')} failed`);
  return result.stdout ?? '';
}

function fail(why) {
  console.error(why);
  process.exit(1);
}
