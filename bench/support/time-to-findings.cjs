// Prints how many milliseconds it takes from loading the core to the findings of a job on disk, in this fresh process.
const { readdirSync, readFileSync } = require('node:fs');
const { resolve } = require('node:path');

const [core, folder] = process.argv.slice(2);
const path = resolve(core);
const fs = {
  list: (at) =>
    readdirSync(at, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      kind: entry.isDirectory() ? 'folder' : 'file',
      link: entry.isSymbolicLink(),
    })),
  read: (at) => ({ kind: 'text', text: readFileSync(at, 'utf8') }),
};

const start = process.hrtime.bigint();
const { analyze, LIGHT_FORMATS, loadJob, NEWEST } = require(path);
loadJob(fs, folder).then((sources) => {
  const { findings } = analyze(sources, { target: NEWEST, formats: LIGHT_FORMATS });
  const time = Number(process.hrtime.bigint() - start) / 1e6;
  process.stdout.write(JSON.stringify({ time, findings: findings.length }));
});
