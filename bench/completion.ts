// P12, P12b: what is offered in a large meta file and among all classes.
import { readFileSync } from 'node:fs';
import { getLanguageService } from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ClassLists, completionsAt } from '../src/core/complete/index';
import { json } from '../src/core/formats/json/index';
import { analyze, type Formats, type JobModel, LIGHT_FORMATS, NEWEST, withText } from '../src/core/index';
import { RARE_RULES } from '../src/core/rules/rare.generated';
import { classPaths, readCatalog, wiringPart } from '../src/core/wiring/index';
import { jobAround } from './support/job-around';
import { META_SCHEMA } from './support/json-service';
import { interleavedAsync, median, processClock, ratios } from './support/measure';
import { metaText } from './support/meta-text';
import { hand, type Measured, milliseconds } from './support/result';

/** What a person does not notice, in milliseconds. */
const UNNOTICED = 20;
const SITES = 10_000;
const FORMATS: Formats = { ...LIGHT_FORMATS, json };
const CONFIG = 'app_0/config/config_fed_client.json';

const catalog = readCatalog(JSON.parse(readFileSync('schemas/catalog/nvflare-2.9.json', 'utf8')));
const classLists = new ClassLists();
const WIRING = wiringPart(new Map([['2.9', catalog]]));
const NO_CODE = { custom: new Map<string, string>(), folders: new Map() };

const meta = metaText({ sites: SITES, apps: 4 });
const executor = `{
  "format_version": 2,
  "executors": [
    {
      "tasks": ["train"],
      "executor": {
        "path": ""
      }
    }
  ],
  "components": [
    {
      "id": "a",
      "path": ""
    }
  ]
}
`;

const results: Measured[] = [];
await measure(
  `a client among ${SITES.toLocaleString('en')}`,
  'meta.json',
  meta,
  META_SCHEMA,
  (text) => text.indexOf('"hospital-site-1"') + 4,
);
await measure(
  `a key beside ${SITES.toLocaleString('en')} sites`,
  'meta.json',
  meta.replace('{', '{\n  "",'),
  META_SCHEMA,
  (text) => text.indexOf('""') + 1,
);
await measure('the class of an executor', CONFIG, executor, classSchema(), (text) => text.indexOf('"path": ""') + 9);
await measure('the class of a component', CONFIG, executor, classSchema(), (text) => text.lastIndexOf('"path": ""') + 9);
hand(results);

async function measure(at: string, file: string, text: string, schema: object, caretIn: (text: string) => number): Promise<void> {
  const around = jobAround(4)(file === 'meta.json' ? text : metaText({ sites: 4, apps: 4 }));
  const service = getLanguageService({});
  service.configure({ validate: true, schemas: [{ uri: 'schema://bench', fileMatch: ['*'], schema: structuredClone(schema) }] });
  const texts = Array.from({ length: 4 }, (_, i) => `${text}${' '.repeat(i)}`);
  let turn = 0;
  const next = () => texts[turn++ % texts.length] ?? text;
  let previous: JobModel | undefined;
  const checked = (now: string) => {
    const sources = withText(around, file, now);
    previous = analyze(sources, { target: NEWEST, formats: FORMATS, rare: RARE_RULES, wiring: WIRING, previous });
    return { ...previous, text: now };
  };
  const offered = ({ job, wiring, text: now }: ReturnType<typeof checked>) => {
    const request = {
      job,
      wiring,
      file,
      text: now,
      offset: caretIn(now),
      formats: FORMATS,
      sites: [],
      code: NO_CODE,
      classLists,
    };
    const { items } = completionsAt(request);
    if (items.length === 0) throw new Error(`nothing is offered for ${at}`);
  };
  const before = texts.map(checked);
  const offer = () => offered(before[turn++ % before.length] as (typeof before)[number]);
  const peer = async () => {
    const now = next();
    const document = TextDocument.create(`file:///${file}`, 'json', 1, now);
    const parsed = service.parseJSONDocument(document);
    await service.doComplete(document, document.positionAt(caretIn(now)), parsed);
  };
  const repetitions = text.length > 100_000 ? 1 : 20;
  const times = await interleavedAsync(9, repetitions, { offer, again: offer, peer }, 3, processClock);
  const time = median(times.offer);
  const again = [median(ratios(times.again, times.offer))];
  results.push({ goal: 'P12', at, ratios: [time / UNNOTICED], again, size: milliseconds(time) });
  results.push({ goal: 'P12b', at, ratios: [median(ratios(times.offer, times.peer))], again, size: milliseconds(time) });
}

/** What a schema would have to say for the JSON service to offer the same: every class path, for each component. */
function classSchema(): object {
  const component = { type: 'object', properties: { id: { type: 'string' }, path: { enum: [...classPaths(catalog)] } } };
  const entry = { type: 'object', properties: { tasks: { type: 'array' }, executor: component } };
  return { type: 'object', properties: { components: { items: component }, executors: { items: entry } } };
}
