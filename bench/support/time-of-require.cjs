// Prints how many milliseconds it takes to load a script that an editor would load, in this fresh process.
const Module = require('node:module');

/** Stands for the editor's API: whatever is asked of it is again such a thing, and can be called and extended. */
const anything = new Proxy(class {}, {
  get: (_, name) => (name === Symbol.toPrimitive ? () => '' : anything),
  apply: () => anything,
});
const load = Module._load;
Module._load = (request, ...rest) => (request === 'vscode' ? anything : load(request, ...rest));

const path = require.resolve(process.argv[2]);
const start = process.hrtime.bigint();
require(path);
process.stdout.write(String(Number(process.hrtime.bigint() - start) / 1e6));
process.exit(0);
