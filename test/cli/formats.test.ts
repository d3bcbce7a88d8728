import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import type { CheckedJob } from '../../src/cli/checking/job-checker';
import { REPORT_FORMATS } from '../../src/cli/formats/index';
import { EMPTY_SUMMARY, jobReport, withJob } from '../../src/cli/report';
import { stylesFor } from '../../src/cli/terminal';
import type { Range } from '../../src/core/index';
import { reportedJob } from '../support/reported-job';

const META = `{
  "name": "demo",
\t"deploy_map": { "app": ["server", "site-1", "site-1"] }
}
`;

async function write(
  format: string,
  jobs: readonly CheckedJob[],
  { columns = 80, isTerminal = false, cwd = '/work', root = '', isWhole = true } = {},
): Promise<string> {
  const styles = stylesFor({ terminal: { out: isTerminal, err: false, columns }, env: {} });
  const writer = REPORT_FORMATS[format]?.({ styles, version: '1.2.3', cwd, root: root || cwd, columns });
  assert.ok(writer, `there is no format ${format}`);
  let text = await writer.begin();
  let summary = EMPTY_SUMMARY;
  for (const job of jobs) {
    const report = jobReport(job);
    summary = withJob(summary, report);
    text += writer.job(report, job);
  }
  return text + writer.end(summary, isWhole);
}

function rangeOf(text: string, part: string, occurrence = 1): Range {
  let start = -1;
  for (let i = 0; i < occurrence; i++) start = text.indexOf(part, start + 1);
  assert.ok(start >= 0, `${part} is not in the text`);
  return { start, end: start + part.length };
}

const TWICE = rangeOf(META, '"site-1"', 2);
const FAULTY = reportedJob(
  'jobs/demo',
  { 'meta.json': META, 'app/config/config_fed_server.json': '{}' },
  [
    {
      range: TWICE,
      code: 'deploy-map/site-twice',
      message: '"site-1" gets app "app" twice',
      related: [{ file: 'meta.json', range: rangeOf(META, '"site-1"'), message: '"site-1" is named here' }],
      fixes: [
        {
          title: 'Remove "site-1"',
          isPreferred: true,
          changes: [{ kind: 'text', file: 'meta.json', edit: { range: TWICE, newText: '' } }],
        },
        { title: 'Ask the site', isPreferred: false, changes: [] },
      ],
    },
    {
      range: rangeOf(META, '"demo"'),
      code: 'meta/name',
      severity: 'warning',
      stage: 'never',
      message: 'the name says 50%, nothing: or,\nless',
    },
    { range: { start: 5, end: 9 }, file: 'app', code: 'apps/gone', severity: 'info', stage: 'pack' },
    { range: { start: 0, end: META.length }, code: 'meta/whole', severity: 'hint', stage: 'never' },
  ],
  true,
);
const CLEAN = reportedJob('jobs/fine', { 'meta.json': META }, []);
const NO_META = reportedJob('', {}, [{ range: { start: 0, end: 0 }, code: 'meta/missing' }], true);

test('human: place, severity, message and code; the line with carets; other places; remedies; a summary', async () => {
  assert.equal(
    await write('human', [FAULTY, CLEAN]),
    `jobs/demo/meta.json:3:46: error: "site-1" gets app "app" twice [deploy-map/site-twice]
  3 |   "deploy_map": { "app": ["server", "site-1", "site-1"] }
    |                                               ^^^^^^^^
  see jobs/demo/meta.json:3:36: "site-1" is named here
  fix Remove "site-1" (--fix does it)
  fix Ask the site

jobs/demo/meta.json:2:11: warning: the name says 50%, nothing: or,\\u000aless [meta/name]
  2 |   "name": "demo",
    |           ^^^^^^

jobs/demo/app:1:1: info: something is wrong [apps/gone]

jobs/demo/meta.json:1:1: hint: something is wrong [meta/whole]
  1 | {
    | ^

2 jobs checked for NVFLARE 2.9: 1 error, 1 warning, 1 note in 1 job; the server would refuse 1 of them
`,
  );
});

test('human: one job, a clean one, and none', async () => {
  assert.match(
    await write('human', [NO_META]),
    /^meta\.json:1:1: error: .*\n\n1 job checked for NVFLARE 2\.9: 1 error; the server would refuse it\n$/,
  );
  assert.equal(await write('human', [CLEAN]), '1 job checked for NVFLARE 2.9: no problem found\n');
  assert.equal(await write('human', []), 'no job was checked\n');
});

test('human: colours on a terminal alone', async () => {
  assert.match(await write('human', [FAULTY], { isTerminal: true }), /\[1;31merror/);
  assert.ok(!(await write('human', [FAULTY])).includes('\u001b'));
});

test('human: no text of a file moves the cursor, changes colours or turns the direction of writing', async () => {
  const text = '{ "name": "a\u001b[2J\u202eb\u0007" }';
  const job = reportedJob('jobs/\u001b[31m', { 'meta.json': text }, [
    {
      range: rangeOf(text, '"name"'),
      message: 'bad \u001b]0;title\u0007 name',
      fixes: [{ title: '\u009b1m', isPreferred: false, changes: [] }],
    },
  ]);
  const out = await write('human', [job]);
  assert.doesNotMatch(out.replaceAll('\n', ''), /[\p{Cc}\u202e]/u);
  assert.match(out, /a\\u001b\[2J\\u202eb\\u0007/);
});

test('human: carets stand under wide characters, and a line that is too long is cut around the place', async () => {
  const wide = '{ "站点": ["site-1"] }';
  assert.match(
    await write('human', [reportedJob('j', { 'meta.json': wide }, [{ range: rangeOf(wide, '"site-1"') }])]),
    / {2}1 \| \{ "站点": \["site-1"\] \}\n {4}\| {12}\^{8}\n/,
  );
  const long = `{ ${Array.from({ length: 400 }, (_, i) => `"key-${i}": ${i}`).join(', ')} }`;
  const cut = await write('human', [reportedJob('j', { 'meta.json': long }, [{ range: rangeOf(long, '"key-200"') }])], {
    columns: 60,
  });
  const [, shown = '', carets = ''] = cut.split('\n');
  assert.ok(shown.length <= 60, `${shown.length} columns`);
  assert.match(shown, /^ {2}1 \| \.\.\..*"key-200": 200.*\.\.\.$/);
  assert.equal(shown.indexOf('"key-200"'), carets.indexOf('^'));
});

test('json: one contract, held by every report', async () => {
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema('schemas/check-report.schema.json'));
  for (const jobs of [[], [CLEAN], [FAULTY, CLEAN, NO_META]]) {
    const report: unknown = JSON.parse(await write('json', jobs));
    assert.ok(validate(report), JSON.stringify(validate.errors));
  }
  assert.deepEqual(JSON.parse(await write('json', [FAULTY, NO_META])), {
    version: 1,
    jobs: [
      {
        folder: 'jobs/demo',
        meta: 'jobs/demo/meta.json',
        rejected: true,
        findings: [
          {
            code: 'deploy-map/site-twice',
            severity: 'error',
            stage: 'submit',
            message: '"site-1" gets app "app" twice',
            file: 'jobs/demo/meta.json',
            range: { start: { line: 2, character: 45 }, end: { line: 2, character: 53 } },
            related: [
              {
                file: 'jobs/demo/meta.json',
                range: { start: { line: 2, character: 35 }, end: { line: 2, character: 43 } },
                message: '"site-1" is named here',
              },
            ],
            fixes: ['Remove "site-1"', 'Ask the site'],
          },
          plainFinding('meta/name', 'warning', 'never', [1, 10], [1, 16], 'the name says 50%, nothing: or,\nless'),
          { ...plainFinding('apps/gone', 'info', 'pack', [0, 0], [0, 0]), file: 'jobs/demo/app' },
          plainFinding('meta/whole', 'hint', 'never', [0, 0], [4, 0]),
        ],
      },
      {
        folder: '.',
        meta: null,
        rejected: true,
        findings: [{ ...plainFinding('meta/missing', 'error', 'submit', [0, 0], [0, 0]), file: 'meta.json' }],
      },
    ],
    summary: { jobs: 2, errors: 2, warnings: 1, infos: 1 },
  });
});

test('sarif: every report holds to the published schema', async () => {
  // The schema is of draft 4, which differs from what ajv reads in the name of its identifier alone.
  const { $schema: _draft, id, ...rest } = schema('test/fixtures/sarif-2.1.0-rtm.5.schema.json');
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile({ ...rest, $id: String(id) });
  for (const jobs of [[], [CLEAN], [FAULTY, CLEAN, NO_META]]) {
    const log: unknown = JSON.parse(await write('sarif', jobs));
    assert.ok(validate(log), JSON.stringify(validate.errors));
  }
  assert.equal(validate({ version: '2.1.0', runs: [{}] }), false, 'the schema refuses a run without a tool');
});

test('sarif: rules, places, levels and other places', async () => {
  const elsewhere = reportedJob('/abs/with space', { 'meta.json': META }, [{ range: TWICE, code: 'deploy-map/no-server' }]);
  const [run] = JSON.parse(await write('sarif', [FAULTY, elsewhere])).runs;
  assert.equal(run.tool.driver.name, 'FLARE Jobs');
  assert.equal(run.tool.driver.semanticVersion, '1.2.3');
  const [first, second, third, fourth, last] = run.results;
  assert.deepEqual(
    [first, second, third, fourth].map(({ ruleId, level }) => `${ruleId} ${level}`),
    ['deploy-map/site-twice error', 'meta/name warning', 'apps/gone note', 'meta/whole note'],
  );
  assert.deepEqual(first.locations, [
    {
      physicalLocation: {
        artifactLocation: { uri: 'jobs/demo/meta.json' },
        region: { startLine: 3, startColumn: 46, endLine: 3, endColumn: 54 },
      },
    },
  ]);
  assert.equal(first.relatedLocations[0].message.text, '"site-1" is named here');
  assert.equal(run.tool.driver.rules[last.ruleIndex].id, 'deploy-map/no-server');
  assert.equal(last.locations[0].physicalLocation.artifactLocation.uri, 'file:///abs/with%20space/meta.json');
});

/** The first address of each result of a SARIF log. */
async function uris(folder: string, where: { readonly cwd?: string; readonly root?: string } = {}): Promise<string> {
  const log = JSON.parse(await write('sarif', [reportedJob(folder, { 'meta.json': META }, [{ range: TWICE }])], where));
  return log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri;
}

test('sarif: files are named from the root of what is built, however the command line names them', async () => {
  assert.equal(await uris('./jobs/../jobs/a'), 'jobs/a/meta.json');
  assert.equal(await uris('/work/jobs/a'), 'jobs/a/meta.json');
  assert.equal(await uris('../jobs/a', { cwd: '/work/scripts', root: '/work' }), 'jobs/a/meta.json');
  assert.equal(await uris('..a', { cwd: '/work' }), '..a/meta.json');
  assert.equal(await uris('../elsewhere'), 'file:///elsewhere/meta.json');
});

test('sarif: odd characters of names are escaped', { skip: process.platform === 'win32' }, async () => {
  assert.equal(await uris('a b#c?%20/ü/x\\y:z/\ud800'), 'a%20b%23c%3F%2520/%C3%BC/x%5Cy%3Az/%EF%BF%BD/meta.json');
  assert.equal(await uris('a\n[b]'), 'a%0A%5Bb%5D/meta.json');
});

test('sarif: a finding keeps its mark when it moves, and no two of a report have one', async () => {
  const marks = async (text: string, parts: readonly (readonly [part: string, message: string])[]) => {
    const findings = parts.map(([part, message]) => ({ range: rangeOf(text, part), message }));
    const log = JSON.parse(await write('sarif', [reportedJob('j', { 'meta.json': text }, findings)]));
    return log.runs[0].results.map((result: { partialFingerprints: object }) => Object.values(result.partialFingerprints)[0]);
  };
  const here = [
    ['"demo"', 'one'],
    ['"demo"', 'two'],
    ['"server"', 'one'],
  ] as const;
  const before = await marks(META, here);
  assert.equal(new Set(before).size, 3);
  assert.deepEqual(await marks(`\n\n${META}`, here), before);
  assert.match(before[0], /^[0-9a-f]{32}:1$/);
});

test('sarif: whether everything was checked', async () => {
  const whole = async (isWhole: boolean) =>
    JSON.parse(await write('sarif', [CLEAN], { isWhole })).runs[0].invocations[0].executionSuccessful;
  assert.deepEqual([await whole(true), await whole(false)], [true, false]);
});

test('github: files are named from the root of what is built', async () => {
  const job = reportedJob('../jobs/a', { 'meta.json': META }, [{ range: TWICE }]);
  assert.match(await write('github', [job], { cwd: '/work/scripts', root: '/work' }), /^::error file=jobs\/a\/meta\.json,/);
  assert.match(await write('github', [job], { cwd: '/work/scripts' }), /^::error file=\/work\/jobs\/a\/meta\.json,/);
});

test('github: a build that fails for silenced findings says so', async () => {
  const silenced = reportedJob('jobs/a', { 'meta.json': META }, [{ range: TWICE, stage: 'run' }], true);
  const lines = (await write('github', [silenced])).split('\n');
  assert.equal(
    lines[1],
    '::error file=jobs/a/meta.json::the server would refuse this job; the findings that say why are silenced',
  );
  assert.doesNotMatch(await write('github', [FAULTY]), /silenced/);
});

test('github: one workflow command for each finding, escaped as GitHub reads it', async () => {
  assert.equal(
    await write('github', [FAULTY, CLEAN]),
    `::error file=jobs/demo/meta.json,line=3,endLine=3,col=46,endColumn=53,title=deploy-map/site-twice::"site-1" gets app "app" twice
::warning file=jobs/demo/meta.json,line=2,endLine=2,col=11,endColumn=16,title=meta/name::the name says 50%25, nothing: or,%0Aless
::notice file=jobs/demo/app,line=1,endLine=1,col=1,endColumn=1,title=apps/gone::something is wrong
::notice file=jobs/demo/meta.json,line=1,endLine=5,title=meta/whole::something is wrong
`,
  );
  const odd = reportedJob('./a,b:c%', { 'meta.json': META }, [{ range: TWICE }]);
  assert.match(await write('github', [odd]), /^::error file=a%2Cb%3Ac%25\/meta\.json,/);
});

function plainFinding(
  code: string,
  severity: string,
  stage: string,
  [startLine, startCharacter]: readonly [number, number],
  [endLine, endCharacter]: readonly [number, number],
  message = 'something is wrong',
) {
  return {
    code,
    severity,
    stage,
    message,
    file: 'jobs/demo/meta.json',
    range: { start: { line: startLine, character: startCharacter }, end: { line: endLine, character: endCharacter } },
    related: [],
    fixes: [],
  };
}

function schema(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(file, 'utf8'));
}
