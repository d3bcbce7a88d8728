// npm run new-rule -- AREA/WHAT-IS-WRONG: writes a rule to start from. It fails its own examples until it is filled in.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const [code] = process.argv.slice(2);
if (!code || !/^[a-z-]+\/[a-z0-9-]+$/.test(code)) {
  console.error('a rule is named area/what-is-wrong, for instance deploy-map/no-server');
  process.exit(2);
}
const file = `src/core/rules/${code}.ts`;
if (existsSync(file)) {
  console.error(`${file} is there already`);
  process.exit(1);
}
mkdirSync(dirname(file), { recursive: true });
writeFileSync(
  file,
  `import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: '${code}',
  severity: 'warning',
  stage: 'never',
  summary: 'what is wrong, as a clause',
  *check({ job }) {
    yield* [];
  },
};

export const about: RuleAbout = {
  why: 'What NVFLARE does then.',
  remedy: 'What to do about it.',
  sources: ['the file of NVFLARE that decides'],
};

export const examples: RuleExamples = {
  bad: [
    \`
--- meta.json
{ "name": <|"demo"|>, "deploy_map": { "app": ["@ALL"] } }\`,
  ],
  good: [
    \`
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }\`,
  ],
};
`,
);
console.log(`${file}: fill it in, then run "npm run generate" and "npm run test:unit -- core/rules"`);
