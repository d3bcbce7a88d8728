// Makes what can be derived from the rules: their index, the examples' index, the pages in docs/rules and the table of them,
// and the severity setting in package.json; and from the schemas, see schemas.mjs. `--check` writes nothing and fails where a
// file is not what it would be.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { generateSchemas } from './schemas.mjs';

const checkOnly = process.argv.includes('--check');
const stale = [];

/** Mistakes that no rule can see in the files, and why. */
const NO_RULE = {
  'MIS-11':
    'Which sites will connect is not in the files. The preview shows how many clients are needed; a number above 1,000,000 is reported by clients/invalid-min-clients.',
  'MIS-29':
    'Whether OmegaConf is installed at a site is not in the files. `nvflare job submit` cannot pack YAML since 2.8, which pack/cannot-be-packed says.',
  'MIS-30': 'The scopes of a site are in its own privacy.json, not in the job.',
  'MIS-43': 'Nothing in the files is wrong; the descriptions of the keys say what a clone loses.',
  'MIS-45': 'It is about running, not about the files. The pages of rules say where the simulator still exits with 0.',
};

generateSchemas(put);

const codes = readdirSync('src/core/rules', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap((area) =>
    readdirSync(join('src/core/rules', area.name))
      .filter((name) => name.endsWith('.ts') && !name.startsWith('_'))
      .map((name) => `${area.name}/${name.slice(0, -3)}`),
  )
  .sort();

const RULES = await load();

/** The areas whose rules look at the configurations of apps; they are a part that is loaded after the others. */
const WIRING_AREAS = ['config', 'variables', 'components', 'classes', 'arguments', 'ids', 'tasks', 'filters', 'code', 'privacy'];
/** The rules that have a `needs`: they are a part that is loaded when a job has what one of them needs. */
const isRare = (code) => RULES.find((rule) => rule.code === code).needs !== undefined;
const isWiring = (code) => WIRING_AREAS.includes(code.slice(0, code.indexOf('/')));

const list = (names) => names.map(([, name]) => `  ${name},`).join('\n');
put(
  'src/core/rules/index.generated.ts',
  index(
    codes.filter((code) => !isWiring(code) && !isRare(code)),
    'rule',
    'Rule',
    (names) =>
      `/** The rules about the meta file and the folder that every job has work for, by code. */\nexport const RULES: readonly Rule[] = [\n${list(names)}\n];\n`,
  ),
);
put(
  'src/core/rules/rare.generated.ts',
  index(
    codes.filter((code) => !isWiring(code) && isRare(code)),
    'rule',
    'Rule',
    (names) =>
      `/** The rules about what few jobs have (their \`needs\`), by code. */\nexport const RARE_RULES: readonly Rule[] = [\n${list(names)}\n];\n`,
  ),
);
put(
  'src/core/rules/wiring.generated.ts',
  index(
    codes.filter(isWiring),
    'rule',
    'WiringRule',
    (names) =>
      `/** The rules about what apps run, by code. */\nexport const WIRING_RULES: readonly WiringRule[] = [\n${list(names)}\n];\n`,
  ),
);
put(
  'src/core/rules/examples.generated.ts',
  index(
    codes,
    'examples',
    'RuleExamples',
    (names) =>
      `/** The examples of all rules, for tests and pages; no product loads them. */\nexport const ALL_EXAMPLES: Readonly<Record<string, RuleExamples>> = {\n${names.map(([code, name]) => `  '${code}': ${name},`).join('\n')}\n};\n`,
  ),
);

put(
  'src/core/rules/about.generated.ts',
  `// Made by scripts/generate.mjs; change the rules instead.\nimport type { AboutRule } from './rule';\n\n/** What there is to read about every rule, by code; loaded only to explain and to list them. */\nexport const ABOUT: readonly AboutRule[] = ${JSON.stringify(
    RULES.map(({ code, severity, byDefault, stage, summary, why, remedy }) => ({
      code,
      severity,
      ...(byDefault && { byDefault }),
      stage,
      summary,
      why,
      remedy,
    })),
    null,
    2,
  )};\n`,
);
for (const rule of RULES) put(`docs/rules/${rule.code}.md`, page(rule, rule.examples));
put('docs/rules/README.md', table(RULES));
put('docs/coverage.md', coverage(RULES));
dropOldPages();

put(
  'src/core/settings/codes.generated.ts',
  `// Made by scripts/generate.mjs; change the rules instead.\n\n/** The codes of all rules, those about what apps run included. */\nexport const RULE_CODES: readonly string[] = [\n${codes.map((code) => `  '${code}',\n`).join('')}];\n`,
);
put('schemas/flare-jobs.schema.json', `${JSON.stringify(settingsSchema(RULES), null, 2)}\n`);

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const setting = manifest.contributes?.configuration
  ?.flatMap?.((section) => Object.entries(section.properties ?? {}))
  .find(([key]) => key === 'flareJobs.rules')?.[1];
if (setting) {
  setting.properties = ruleProperties(RULES);
  put('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
}

if (stale.length > 0) {
  console.error(`not fresh, run "npm run generate":\n${stale.map((file) => `  ${file}`).join('\n')}`);
  process.exit(1);
}

/** What a rule may be set to, in the editor's settings and in a settings file. */
function ruleProperties(rules) {
  return Object.fromEntries(
    rules.map((rule) => [
      rule.code,
      {
        type: 'string',
        enum: ['error', 'warning', 'info', 'hint', 'off'],
        default: rule.byDefault ?? rule.severity,
        description: `${sentence(rule.summary)} (${severityOf(rule)})`,
      },
    ]),
  );
}

/** The settings file that the editor and the command line read (src/core/settings/settings-file.ts). */
function settingsSchema(rules) {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of FLARE Jobs',
    description:
      'How the jobs in and below this folder are checked. The nearest such file at or above a job folder counts, up to the top of its repository.',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', description: 'The schema of this file, for editors that do not know it.' },
      targetVersion: {
        type: 'string',
        pattern: '^\\d+\\.\\d+(\\.\\d+)?$',
        description:
          'The NVFLARE release that jobs are checked for: the one that your server runs, such as 2.8 or 2.7.2. Without it, the first of these: the checkout of NVFLARE that the job lies in, what is installed in the Python environment, what the nearest requirements.txt or pyproject.toml pins, the newest release known.',
        examples: ['2.9', '2.8', '2.7.2'],
      },
      rules: {
        type: 'object',
        additionalProperties: false,
        description: 'How much the findings of a rule matter, by the code of the rule; off silences it.',
        properties: ruleProperties(rules),
      },
      silence: {
        type: 'object',
        description:
          'Rules that are silent in some files. Keys are glob patterns relative to the folder of this file, values are lists of codes of rules, or * for all of them.',
        additionalProperties: {
          anyOf: [
            { type: 'array', items: { type: 'string', enum: rules.map(({ code }) => code) } },
            { type: 'string', const: '*' },
          ],
        },
      },
      codeFolders: {
        type: 'array',
        items: { type: 'string', pattern: '\\S' },
        description:
          'Folders of Python code that the sites have installed; relative ones begin at the folder of this file. Classes that configurations name are looked for there when an app does not carry them; only those files are read.',
        examples: [['src', '../our-package/src']],
      },
    },
  };
}

function put(file, text) {
  let old;
  try {
    old = readFileSync(file, 'utf8');
  } catch {
    old = undefined;
  }
  if (old === text) return;
  if (checkOnly) stale.push(file);
  else {
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  }
}

function index(some, what, type, body) {
  const names = some.map((code) => [code, code.replace(/[/-](.)/g, (_, letter) => letter.toUpperCase())]);
  const imports = names.map(([code, name]) => `import { ${what} as ${name} } from './${code}';`).join('\n');
  return `// Made by scripts/generate.mjs; change the rules instead.\n${imports}\nimport type { ${type} } from './rule';\n\n${body(names)}`;
}

/** Every rule with what is about it and its examples, from its own file. */
async function load() {
  const outfile = join('out', `rules-${process.pid}.mjs`);
  const modules = codes.map((code, i) => `import * as m${i} from './src/core/rules/${code}';`).join('\n');
  await build({
    stdin: {
      contents: `${modules}\nexport const all = [${codes.map((_, i) => `m${i}`).join(', ')}];`,
      resolveDir: process.cwd(),
    },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
  });
  try {
    const { all } = await import(pathToFileURL(outfile).href);
    return all.map(({ rule, about, examples }) => ({ ...rule, ...about, examples }));
  } finally {
    rmSync(outfile, { force: true });
  }
}

function page(rule, examples) {
  const stages = {
    pack: 'when the job is packed: the submitting tool alters or refuses the folder',
    submit: 'at submission: the server refuses the job',
    schedule: 'while the job is scheduled: it does not start',
    deploy: 'when a site receives its app: it refuses',
    run: 'while the job runs: it ends with an error',
    never: 'never; the job runs, but not as meant',
  };
  return `<!-- Made by scripts/generate.mjs from src/core/rules/${rule.code}.ts -->
# ${rule.code}

${sentence(rule.summary)}

| | |
| --- | --- |
| Severity | ${severityOf(rule)} |
| NVFLARE notices | ${stages[rule.stage]} |

## Why

${rule.why}

## What to do

${rule.remedy}

## Reported

${examples.bad.map(example).join('\n')}
## Fine

${examples.good.map(example).join('\n')}
## Where this comes from

${rule.sources.map((source) => `- \`${source}\``).join('\n')}
`;
}

function example(source) {
  const text = source.replace(/^\n/, '').replace(/<\||\|>/g, '');
  return `\`\`\`text\n${text}\n\`\`\`\n`;
}

function table(rules) {
  const rows = rules.map(
    (rule) => `| [${rule.code}](${rule.code}.md) | ${severityOf(rule)} | ${rule.stage} | ${sentence(rule.summary)} |`,
  );
  return `<!-- Made by scripts/generate.mjs -->
# Rules

| Code | Severity | NVFLARE notices | What is wrong |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

function coverage(rules) {
  const mistakes = JSON.parse(readFileSync('docs/mistakes.json', 'utf8'));
  const rows = Object.entries(mistakes).map(([id, what]) => {
    const codes = rules.filter((rule) => rule.covers?.includes(id)).map(({ code }) => `[${code}](rules/${code}.md)`);
    if (codes.length === 0 && !NO_RULE[id]) console.error(`${id} has neither a rule nor a reason`);
    return `| ${id} | ${sentence(what)} | ${[...codes, ...(NO_RULE[id] ? [NO_RULE[id]] : [])].join(', ')} |`;
  });
  return `<!-- Made by scripts/generate.mjs from docs/mistakes.json and the rules -->
# Author mistakes and the rules that find them

The mistakes that NVFLARE reports late or never, by the numbers of the project's table of them.

| | Mistake | Rule, or why there is none |
| --- | --- | --- |
${rows.join('\n')}
`;
}

/** `warning`, or `warning, off by default`. */
function severityOf({ severity, byDefault }) {
  return byDefault === 'off' ? `${severity}, off by default` : severity;
}

function sentence(clause) {
  return `${clause[0].toUpperCase()}${clause.slice(1)}.`;
}

function dropOldPages() {
  const known = new Set(codes);
  for (const area of readdirSync('docs/rules', { withFileTypes: true })) {
    if (!area.isDirectory()) continue;
    for (const name of readdirSync(join('docs/rules', area.name))) {
      const file = join('docs/rules', area.name, name);
      if (known.has(`${area.name}/${name.replace(/\.md$/, '')}`)) continue;
      if (checkOnly) stale.push(file);
      else rmSync(file);
    }
  }
}
