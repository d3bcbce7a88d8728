// One fresh process of the goals P1, P1b, P2 and P3: a new text of meta.json to final findings, all rules, against VS Code's JSON language
// service and JSON.parse. Prints one line of JSON.
import { getLanguageService } from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { JobSources } from '../src/core/index';
import { analyze, contentsOf, DocumentCache, LIGHT_FORMATS, NEWEST } from '../src/core/index';
import { interleaved, median, ratios } from './support/measure';
import { metaText } from './support/meta-text';

const service = getLanguageService({});
service.configure({
  validate: true,
  schemas: [
    {
      uri: 'schema://meta',
      fileMatch: ['*'],
      schema: {
        type: 'object',
        required: ['deploy_map'],
        properties: {
          name: { type: 'string' },
          min_clients: { type: 'integer', minimum: 1 },
          mandatory_clients: { type: 'array', items: { type: 'string' } },
          deploy_map: {
            type: 'object',
            additionalProperties: {
              type: 'array',
              items: { anyOf: [{ type: 'string' }, { type: 'object', properties: { sites: { type: 'array' } } }] },
            },
          },
          resource_spec: {
            type: 'object',
            additionalProperties: {
              type: 'object',
              properties: { num_of_gpus: { type: 'integer' }, mem_per_gpu_in_GiB: { type: 'number' } },
            },
          },
        },
      },
    },
  ],
});

const SIZES = (process.argv[2] ?? '10,100,1000,10000,100000').split(',').map(Number);

async function main(): Promise<void> {
  const results = [];
  for (const sites of SIZES) {
    for (const apps of [4, sites]) {
      for (const isAllWrong of [false, true]) {
        if ((isAllWrong && sites !== 1000 && sites !== 100_000) || (apps === sites && sites === 10)) continue;
        results.push(await measure(sites, apps, isAllWrong));
      }
    }
  }
  console.log(JSON.stringify(results));
}

async function measure(sites: number, apps: number, isAllWrong: boolean) {
  const text = metaText({ sites, apps, isAllWrong });
  const repetitions = Math.max(1, Math.min(200, Math.floor(400_000 / text.length)));
  const texts = Array.from({ length: 4 }, (_, i) => `${text}${' '.repeat(i)}`);
  let turn = 0;
  const nextText = () => texts[turn++ % texts.length] ?? text;
  const cache = new DocumentCache();
  const ours = () => analyze(sourcesWith(nextText(), apps), { target: NEWEST, formats: LIGHT_FORMATS, cache });
  const peer = async () => {
    const document = TextDocument.create('file:///meta.json', 'json', 1, nextText());
    const json = service.parseJSONDocument(document);
    await service.doValidation(document, json);
    return service.findDocumentSymbols2(document, json, { resultLimit: 5000, onResultLimitExceeded: () => undefined });
  };
  const peerTimes: number[] = [];
  const times: Record<string, number[]> = { ours: [], again: [], parse: [] };
  const rounds = sites >= 100_000 ? 5 : 9;
  for (let round = -1; round < rounds; round++) {
    const one = interleaved(1, repetitions, { ours, again: ours, parse: () => JSON.parse(nextText()) });
    const start = process.hrtime.bigint();
    for (let i = 0; i < repetitions; i++) await peer();
    const peerTime = Number(process.hrtime.bigint() - start) / 1e6 / repetitions;
    if (round < 0) continue;
    for (const [name, list] of Object.entries(one)) times[name]?.push(...list);
    peerTimes.push(peerTime);
  }
  return {
    sites,
    apps,
    isAllWrong,
    bytes: text.length,
    milliseconds: median(times['ours'] ?? []),
    toPeer: median(ratios(times['ours'], peerTimes)),
    toParse: median(ratios(times['ours'], times['parse'])),
    toItself: median(ratios(times['again'], times['ours'])),
    perByte: median(times['ours'] ?? []) / text.length,
    parsePerByte: median(times['parse'] ?? []) / text.length,
    peerPerByte: median(peerTimes) / text.length,
  };
}

/** The job around the meta text: every app complete, so that no rule has less to do than in a real job. */
function sourcesWith(text: string, apps: number): JobSources {
  const cached = folders.get(apps) ?? appFolders(apps);
  folders.set(apps, cached);
  return {
    folder: '/bench',
    name: 'bench',
    ...cached,
    texts: new Map([['meta.json', { kind: 'text', text }]]),
    truncated: false,
  };
}

const folders = new Map<number, Pick<JobSources, 'files' | 'folders' | 'contents'>>();

function appFolders(apps: number): Pick<JobSources, 'files' | 'folders' | 'contents'> {
  const files = new Map([['meta.json', { size: undefined, link: false }]]);
  const inside = new Map<string, { readonly link: boolean }>();
  for (let i = 0; i < apps; i++) {
    inside.set(`app_${i}`, { link: false });
    inside.set(`app_${i}/config`, { link: false });
    files.set(`app_${i}/config/config_fed_server.json`, { size: undefined, link: false });
    files.set(`app_${i}/config/config_fed_client.json`, { size: undefined, link: false });
  }
  return { files, folders: inside, contents: contentsOf(files.keys(), inside.keys()) };
}

void main();
