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

generateSchemas(put);

const codes = readdirSync('src/core/rules', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap((area) =>
    readdirSync(join('src/core/rules', area.name))
      .filter((name) => name.endsWith('.ts') && !name.startsWith('_'))
      .map((name) => `${area.name}/${name.slice(0, -3)}`),
  )
  .sort();

put(
  'src/core/rules/index.generated.ts',
  index(
    'rule',
    `import type { Rule } from './rule';\n`,
    (names) =>
      `/** All rules, by code. */\nexport const RULES: readonly Rule[] = [\n${names.map(([, name]) => `  ${name},`).join('\n')}\n];\n`,
  ),
);
put(
  'src/core/rules/examples.generated.ts',
  index(
    'examples',
    `import type { RuleExamples } from './rule';\n`,
    (names) =>
      `/** The examples of all rules, for tests and pages; no product loads them. */\nexport const ALL_EXAMPLES: Readonly<Record<string, RuleExamples>> = {\n${names.map(([code, name]) => `  '${code}': ${name},`).join('\n')}\n};\n`,
  ),
);

put(
  'src/core/rules/about.generated.ts',
  index(
    'about',
    `import type { RuleAbout } from './rule';\n`,
    (names) =>
      `/** What there is to read about the rules, by code; loaded only to explain them. */\nexport const ABOUT: Readonly<Record<string, RuleAbout>> = {\n${names.map(([code, name]) => `  '${code}': ${name},`).join('\n')}\n};\n`,
  ),
);

const { RULES, ALL_EXAMPLES, ABOUT } = await load();
for (const rule of RULES) put(`docs/rules/${rule.code}.md`, page({ ...rule, ...ABOUT[rule.code] }, ALL_EXAMPLES[rule.code]));
put('docs/rules/README.md', table(RULES));
dropOldPages();

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const setting = manifest.contributes?.configuration
  ?.flatMap?.((section) => Object.entries(section.properties ?? {}))
  .find(([key]) => key === 'flareJobs.rules')?.[1];
if (setting) {
  setting.properties = Object.fromEntries(
    RULES.map((rule) => [
      rule.code,
      {
        type: 'string',
        enum: ['error', 'warning', 'info', 'hint', 'off'],
        default: rule.severity,
        description: `${sentence(rule.summary)} (${rule.severity})`,
      },
    ]),
  );
  put('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
}

if (stale.length > 0) {
  console.error(`not fresh, run "npm run generate":\n${stale.map((file) => `  ${file}`).join('\n')}`);
  process.exit(1);
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

function index(what, head, body) {
  const names = codes.map((code) => [code, code.replace(/[/-](.)/g, (_, letter) => letter.toUpperCase())]);
  const imports = names.map(([code, name]) => `import { ${what} as ${name} } from './${code}';`).join('\n');
  return `// Made by scripts/generate.mjs; change the rules instead.\n${imports}\n${head}\n${body(names)}`;
}

async function load() {
  const outfile = join('out', `rules-${process.pid}.mjs`);
  await build({
    stdin: {
      contents: `export { RULES } from './src/core/rules/index.generated'; export { ALL_EXAMPLES } from './src/core/rules/examples.generated'; export { ABOUT } from './src/core/rules/about.generated';`,
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
    return await import(pathToFileURL(outfile).href);
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
| Severity | ${rule.severity} |
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
    (rule) => `| [${rule.code}](${rule.code}.md) | ${rule.severity} | ${rule.stage} | ${sentence(rule.summary)} |`,
  );
  return `<!-- Made by scripts/generate.mjs -->
# Rules

| Code | Severity | NVFLARE notices | What is wrong |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
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
