// Prints how many milliseconds it takes to load a script that an editor would load, in this fresh process.
const Module = require('node:module');
const { resolve } = require('node:path');

/** Stands for the editor's API: whatever is asked of it is again such a thing, and can be called and extended. */
const anything = new Proxy(Anything, {
  get: (_, name) => (name === Symbol.toPrimitive ? () => '' : anything),
  apply: () => anything,
});
function Anything() {
  return undefined;
}

const load = Module._load;
// Bundles copy the properties of a module, but keep its prototype.
const vscode = Object.create(anything);
Module._load = (request, ...rest) => (request === 'vscode' ? vscode : load(request, ...rest));

const path = resolve(process.argv[2]);
const start = process.hrtime.bigint();
require(path);
process.stdout.write(String(Number(process.hrtime.bigint() - start) / 1e6));
process.exit(0);
