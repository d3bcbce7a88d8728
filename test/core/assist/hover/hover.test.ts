import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze } from '../../../../src/core/analyze';
import { hoverAt } from '../../../../src/core/assist/hover/hover';
import { META_RULES } from '../../../support/all-rules';
import { exampleJob } from '../../../support/example-job';

/** The hover at the mark of an example, as one text; its range must be the mark. */
function hover(source: string): string {
  const { sources, target, marks } = exampleJob(source);
  const [mark] = marks;
  assert.ok(mark, 'the example marks a place');
  const found = hoverAt(analyze(sources, { target, ...META_RULES }), mark.file, mark.start + 1);
  assert.ok(found, 'there is a hover');
  assert.deepEqual(found.range, { start: mark.start, end: mark.end });
  return found.paragraphs.join('\n');
}

const SITES = `
--- meta.json
{
  "name": "demo",
  "deploy_map": { "app": ["server", SITE, "site-2"] },
  "mandatory_clients": ["site-1"],
  "resource_spec": { "@default": { "num_of_gpus": 1 }, "site-1": { "num_of_gpus": 2, "memory": "4Gi" } },
  "launcher_spec": { "default": { "docker": { "image": "fl:1" } }, "site-1": { "docker": { "shm_size": "2g" } } }
}`;

test('a site says its app and why, and what applies to it', () => {
  assert.equal(
    hover(SITES.replace('SITE', '<|"site-1"|>')),
    [
      '**`site-1`** · client · mandatory',
      'App `app`, because deploy_map names the site.',
      'The job does not start without it.',
      'Resources that its resource manager must grant: `num_of_gpus`: `2`',
      'Resources that its launcher sets: `num_of_gpus`: `2` · `memory`: `"4Gi"`',
      'If it launches with `docker`: `image`: `"fl:1"` (from `default`) · `shm_size`: `"2g"`',
    ].join('\n'),
  );
});

for (const [format, source] of [
  ['JSON', `--- meta.json\n{ "name": "demo", "deploy_map": { "app": [<|"@All"|>] } }`],
  ['HOCON', `--- meta.conf\nname = demo\ndeploy_map { app = [<|"@All"|>] }`],
  ['YAML', `--- meta.yml\nname: demo\ndeploy_map:\n  app: [<|"@All"|>]`],
] as const) {
  test(`@ALL says whom it means, in ${format}`, () => {
    assert.match(hover(`\n${source}`), /the server and every client .*\nThey all get app `app`/);
  });
}

test('a site without an app says so', () => {
  assert.match(
    hover(SITES.replace('SITE', '"x"').replace('["site-1"]', '[<|"site-1"|>]')),
    /No app: `deploy_map` does not name this site/,
  );
});

test('an app says what is in its folder and where it goes', () => {
  assert.equal(
    hover('\n--- meta.json\n{ "name": "demo", "deploy_map": { <|"app"|>: ["server", "site-1"] } }\n--- app/custom/net.py\n'),
    [
      '**`app`** · app',
      'Configurations: `app/config/config_fed_server.json`, `app/config/config_fed_client.json`',
      'Custom code: 1 file, so the submitter needs the right to bring own code (BYOC) at each site.',
      'Goes to `server`, `site-1`.',
    ].join('\n'),
  );
});

test('a key says what it is, its type, default and reader', () => {
  const text = hover('\n--- meta.json\n{ "name": "demo", <|"min_clients"|>: 1, "deploy_map": { "app": ["@ALL"] } }');
  assert.match(text, /^\*\*`min_clients`\*\* · whole number/);
  assert.match(text, /Default: `1` · Since 2\.1 · Read by: .*scheduler/);
});

test('a value with a unit says it in full', () => {
  assert.equal(hover(SITES.replace('SITE', '"site-1"').replace('"4Gi"', '<|"4Gi"|>')), '`memory`: 4,294,967,296 bytes');
});

test('a name with backticks cannot break out of its code span', () => {
  assert.match(
    hover('\n--- meta.json\n{ "name": "demo", "deploy_map": { "app": ["server", <|"a`b](x)"|>] } }'),
    /^\*\*``a`b\]\(x\)``\*\*/,
  );
});
