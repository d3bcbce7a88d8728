import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze } from '../../src/core/analyze';
import { hoverAt } from '../../src/core/assist/index';
import { ClassLists, completionsAt } from '../../src/core/complete/index';
import { NEWEST } from '../../src/core/job/release';
import { ALL_RULES } from '../support/all-rules';
import { sourcesOf } from '../support/example-job';
import { TEST_FORMATS } from '../support/formats';

/** Each name would load a picture, run a command or be a tag, if it were Markdown. */
const NASTY = [
  'x](command:evil) ![p](https://evil/p.png) [a',
  '<img src=https://evil/p.png>',
  '`](command:evil) ``` ![p](https://evil/p.png)',
  '``` \n![p](https://evil/p.png)\n```',
  '\\`![p](https://evil/p.png)',
];

function jobOf(name: string): ReadonlyMap<string, string> {
  const meta = {
    name,
    mandatory_clients: [name],
    resource_spec: { [name]: { [name]: name } },
    launcher_spec: { [name]: { docker: { image: name, [name]: name } } },
    deploy_map: { app: [name, 'server'], [name]: [`x${name}`] },
  };
  const component = { id: name, path: `net.${name}`, args: { [name]: name } };
  const server = {
    format_version: 2,
    [name]: name,
    workflows: [
      {
        id: name,
        path: 'nvflare.app_common.workflows.scatter_and_gather.ScatterAndGather',
        args: { train_task_name: name, aggregator_id: name, persistor_id: `{${name}}` },
      },
    ],
    components: [component, { id: 'own', path: 'net.Own', args: { a: name } }],
  };
  const client = {
    format_version: 2,
    executors: [{ tasks: [name], executor: { id: name, path: 'net.Own', args: { [name]: 1 } } }],
    task_result_filters: [{ tasks: [name], filters: [component] }],
  };
  const own = `class Own:\n    def __init__(self, a: "${name.replaceAll('\n', ' ')}" = ${JSON.stringify(name)}):\n        pass\n`;
  return new Map([
    ['meta.json', JSON.stringify(meta, undefined, 1)],
    ['app/config/config_fed_server.json', JSON.stringify(server, undefined, 1)],
    ['app/config/config_fed_client.json', JSON.stringify(client, undefined, 1)],
    ['app/custom/net.py', own],
  ]);
}

/** What is left of Markdown when code is taken out as a viewer reads it: blocks between fences, then spans between equal runs. */
function outsideOfCode(markdown: string): string {
  const withoutBlocks = markdown.replace(/^(`{3,})[^`\n]*\n[\s\S]*?^\1`*$/gm, '');
  return withoutBlocks.replace(/(?<!`)(`+)(?!`)([\s\S]*?[^`])\1(?!`)/g, '');
}

for (const name of NASTY) {
  test(`no name of a job is Markdown: ${JSON.stringify(name)}`, () => {
    const files = jobOf(name);
    const { job, wiring, ...rest } = analyze(sourcesOf('job', files), { target: NEWEST, ...ALL_RULES });
    const classLists = new ClassLists();
    let looked = 0;
    for (const [file, text] of files) {
      for (let offset = 0; offset <= text.length; offset += 5) {
        const code = { custom: new Map(), folders: new Map() };
        const { items } = completionsAt({ job, wiring, file, text, offset, formats: TEST_FORMATS, sites: [], code, classLists });
        const paragraphs = [
          ...(hoverAt({ job, wiring, ...rest }, file, offset)?.paragraphs ?? []),
          ...(offset % 15 === 0 ? items.slice(0, 30).flatMap((item) => item.about?.() ?? []) : []),
        ];
        for (const paragraph of paragraphs) {
          if (paragraph.includes('evil')) looked++;
          assert.doesNotMatch(outsideOfCode(paragraph), /evil|<img/, paragraph);
        }
      }
    }
    assert.ok(looked > 0, 'names are told');
  });
}
