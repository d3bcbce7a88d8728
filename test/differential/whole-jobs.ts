import fc from 'fast-check';
import { stringify } from 'yaml';
import type { Plain } from '../../src/core/tree/query';

/** A job folder: by path a text, bytes, or null for an empty folder. */
export type JobFiles = Readonly<Record<string, string | Uint8Array | null>>;

type Values = fc.Arbitrary<Plain>;
type Meta = Readonly<Record<string, Plain>>;

const ENDINGS = ['.json', '.conf', '.yml', '.yaml', '.json.default', '.conf.default', '.yml.default', '.yaml.default'] as const;
type Ending = (typeof ENDINGS)[number];
const OTHER_ENDINGS = ['.JSON', '.jsonc', '.txt', '', '.yml.bak', '.default', '.json.conf'] as const;

/** Of so many cases one is odd. */
function rarely<T>(likely: fc.Arbitrary<T>, seldom: fc.Arbitrary<T>, weight = 30): fc.Arbitrary<T> {
  return fc.oneof({ weight, arbitrary: likely }, { weight: 1, arbitrary: seldom });
}

const ODD: Values = fc.constantFrom<Plain[]>(
  null,
  '',
  'abc',
  0,
  1,
  -1,
  1.5,
  true,
  false,
  [],
  {},
  ['site-1'],
  [null],
  [[]],
  { a: 1 },
  '@ALL',
);
const ENDING: fc.Arbitrary<Ending> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Ending>('.json') },
  { weight: 3, arbitrary: fc.constant<Ending>('.conf') },
  { weight: 3, arbitrary: fc.constantFrom<Ending[]>('.yml', '.yaml') },
  { weight: 2, arbitrary: fc.constantFrom(...ENDINGS) },
);

const APP = rarely(
  fc.constantFrom('app', 'app_server', 'app_site-1', 'a.b', 'A1'),
  fc.constantFrom('', ' app', 'app ', '-app', '_app', 'a/b', '.', '..', 'app\n', 'äpp', 'app x', '1', 'a'.repeat(300)),
);
const SITE = rarely(
  fc.constantFrom('site-1', 'site-2', 'site-3', 'server'),
  fc.constantFrom('Server', 'SERVER', '', ' ', '@all', '@All', '@ALL', 'site-1 ', 'Site-1', 'server ', '*', '@ALL '),
);

const SITES: fc.Arbitrary<readonly string[]> = rarely(
  fc.uniqueArray(SITE, { maxLength: 3 }),
  fc.array(SITE, { maxLength: 4 }),
  8,
);

/** The sites of an app in one of the shapes that NVFLARE takes, or nearly takes. */
const PARTICIPANTS: Values = rarely(
  SITES.chain((sites): Values => {
    const list: Plain = [...sites];
    return fc.constantFrom<Plain[]>(
      list,
      list,
      list,
      list,
      { sites: list },
      { targets: list },
      [{ sites: list }],
      [{ targets: list }],
      sites[0] ?? '',
      Object.fromEntries(sites.map((site) => [site, 1])),
    );
  }),
  fc.oneof<Values[]>(
    ODD,
    fc.constantFrom<Plain[]>({ sites: 'site-1' }, { sites: [1] }, { targets: null }, { sites: ['server'], targets: ['site-1'] }),
    fc.constantFrom<Plain[]>(
      [{ sites: ['server'], image: 'x' }],
      [{ foo: [] }],
      [{ sites: 'server' }],
      ['server', 1],
      ['server', ['site-1']],
      [{}],
    ),
    fc.constantFrom<Plain[]>(
      [{ sites: ['server', 'site-1'], targets: ['site-2'] }],
      ['server', null],
      ['server', { sites: ['site-1'] }],
    ),
  ),
  25,
);

/** A deploy map that goes to everybody, or to a server and sites; sometimes anything. */
const DEPLOY_MAP: Values = rarely(
  fc.oneof<Values[]>(
    APP.map((app): Plain => ({ [app]: ['@ALL'] })),
    fc
      .tuple(APP, fc.constantFrom<Plain[]>(['server', 'site-1'], ['server', 'site-1', 'site-2']))
      .map(([app, sites]): Plain => ({ [app]: sites })),
    fc.constant<Plain>({ app_server: ['server'], 'app_site-1': ['site-1', 'site-2'] }),
    fc.array(fc.tuple(APP, PARTICIPANTS), { minLength: 1, maxLength: 3 }).map((apps): Plain => Object.fromEntries(apps)),
  ),
  ODD,
  25,
);

const MIN_CLIENTS: Values = rarely(
  fc.constantFrom<Plain[]>(1, 1, 1, 2, 3),
  fc.oneof<Values[]>(
    ODD,
    fc.constantFrom<Plain[]>('1', ' 2 ', '1_0', '2.0', 'two', '\u0661', '+1', '-1', '0', '1e3', '0x1', '1__0', '_1', '\u00a01'),
    fc.constantFrom<Plain[]>(0, -3, 0.5, 2.9, 1_000_000, 1_000_001, 1e300, 2 ** 63, 1e21, '9'.repeat(30)),
  ),
  6,
);
const MANDATORY: Values = rarely(
  fc.constantFrom<Plain[]>([], ['site-1'], ['site-1', 'site-2'], ['site-1', 'site-1']),
  fc.oneof<Values[]>(
    ODD,
    fc.constantFrom<Plain[]>(
      'site-1',
      's',
      ['server'],
      ['nobody'],
      { 'site-1': 1 },
      { nobody: 1 },
      [1],
      [['site-1']],
      [{}],
      [true],
      1.5,
      'ss',
    ),
  ),
  6,
);
const NAME: Values = rarely(fc.constantFrom<Plain[]>('demo', 'a job', 'x.y'), ODD, 12);
const JOB_ID: Values = fc.constantFrom<Plain[]>('', null, 0, false, 'a', 'a b', '-a', 'a\n', 'A.b_c-1', 1, [], ['a'], 'ä', true);
const RESOURCES: Values = rarely(
  fc.constantFrom<Plain[]>({}, { 'site-1': { num_of_gpus: 1 } }, { '@default': { memory: '8Gi' } }),
  fc.oneof<Values[]>(
    ODD,
    fc.constantFrom<Plain[]>(
      { 'site-1': null },
      { 'site-1': { num_of_gpus: -1 } },
      { '@default': { image: 'x' } },
      { 'site-1': { process: 1 } },
    ),
  ),
  6,
);
const LAUNCHERS: Values = fc.oneof<Values[]>(
  fc.constantFrom<Plain[]>(
    {},
    { default: { docker: { image: 'x' } } },
    { 'site-1': { k8s: {} } },
    { 'site-1': { podman: {} } },
    { server: [] },
  ),
  ODD,
);

/** The keys of a meta file in some order; most often those that real ones have. */
const META: fc.Arbitrary<Meta> = fc
  .record({
    keys: fc.tuple(often(97), often(97), often(70), often(25), often(4), often(40), often(8), often(5)),
    name: NAME,
    deploy: DEPLOY_MAP,
    min: MIN_CLIENTS,
    mandatory: MANDATORY,
    id: JOB_ID,
    resources: RESOURCES,
    launchers: LAUNCHERS,
    other: fc.constantFrom<Meta[]>(
      { scope: 'x' },
      { min_client: 2 },
      { deploymap: {} },
      { byoc: true },
      { format_version: 2 },
      { 'a.b': 1 },
    ),
    backwards: fc.boolean(),
  })
  .map(({ keys, backwards, name, deploy, min, mandatory, id, resources, launchers, other }): Meta => {
    const all: readonly (readonly [string, Plain])[] = [
      ['name', name],
      ['deploy_map', deploy],
      ['min_clients', min],
      ['mandatory_clients', mandatory],
      ['job_id', id],
      ['resource_spec', resources],
      ['launcher_spec', launchers],
    ];
    const some = all.filter((_, i) => keys[i]);
    return { ...Object.fromEntries(backwards ? some.reverse() : some), ...(keys[7] && other) };
  });

function often(percent: number): fc.Arbitrary<boolean> {
  return fc.integer({ min: 0, max: 99 }).map((dice) => dice < percent);
}

/** How an object is written, beside its format. */
const STYLE = fc.record({ plain: fc.boolean(), breaks: fc.constantFrom('\n', '\n', '\n', '\r\n') });

/** Writes a value as a file of that ending holds it. */
export function written(
  value: Plain,
  ending: string,
  { plain, breaks }: { readonly plain: boolean; readonly breaks: string },
): string {
  const json = `${JSON.stringify(value, null, 2)}\n`;
  const text = ending.includes('.y') && !plain ? stringify(value) : ending.includes('.conf') && !plain ? hocon(value) : json;
  return text.replaceAll('\n', breaks);
}

/** Without the outer braces and with unquoted keys where these are plain, as people write it. */
function hocon(value: Plain): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return `${JSON.stringify(value)}\n`;
  return Object.entries(value)
    .map(([key, item]) => `${/^[a-z_]+$/.test(key) ? key : JSON.stringify(key)} = ${JSON.stringify(item, null, 2)}\n`)
    .join('');
}

/** What happens to a text besides. */
type Damage = (text: string) => string | Uint8Array;
const DAMAGE: fc.Arbitrary<Damage> = rarely(
  fc.constant<Damage>((text) => text),
  fc.oneof(
    fc.nat(2000).map(
      (at): Damage =>
        (text) =>
          text.slice(0, at % (text.length + 1)),
    ),
    fc
      .tuple(
        fc.nat(2000),
        fc.constantFrom('{', '}', '[', ']', ',', ':', '"', "'", '#', '\t', '\n', '${x}', '//', '=', '-', ' ', '\u0000', '\u00a0'),
      )
      .map(
        ([at, sign]): Damage =>
          (text) =>
            `${text.slice(0, at % (text.length + 1))}${sign}${text.slice(at % (text.length + 1))}`,
      ),
    fc.nat(2000).map(
      (at): Damage =>
        (text) =>
          text.slice(0, at % (text.length + 1)) + text.slice((at % (text.length + 1)) + 1),
    ),
    fc.constantFrom<Damage[]>(
      () => '',
      () => '[]',
      () => '{}',
      () => 'null',
      () => '[1]',
      () => '"text"',
      (text) => `\ufeff${text}`,
      (text) => `# a comment\n${text}`,
      (text) => `${text}\n---\na: 1\n`,
      (text) => text.replace(/\n\}\s*$/, ',\n}\n'),
      (text) => `${text}${text}`,
      () => new Uint8Array([0x7b, 0xff, 0x7d]),
    ),
  ),
  20,
);

/** One file that holds an object, with its name. */
function fileOf(stem: string, value: fc.Arbitrary<Plain>): fc.Arbitrary<readonly [string, string | Uint8Array]> {
  const ending = rarely<string>(ENDING, fc.constantFrom(...OTHER_ENDINGS), 40);
  return fc
    .tuple(value, ending, STYLE, DAMAGE)
    .map(([data, end, style, damage]) => [stem + end, damage(written(data, end, style))] as const);
}

const CONFIG: Values = rarely(
  fc.constantFrom<Plain[]>(
    { format_version: 2 },
    { format_version: 2, workflows: [] },
    { format_version: 2, components: [{ id: 'a', args: { flower_app_path: 'x' } }] },
  ),
  ODD,
);

/** What lies in an app's folder: most often both configurations. */
const APP_FILES: fc.Arbitrary<JobFiles> = rarely(
  fc
    .tuple(
      fileOf('config/config_fed_server', CONFIG),
      fileOf('config/config_fed_client', CONFIG),
      fc.constantFrom<JobFiles[]>({}, {}, { custom: null }, { 'custom/a.py': '' }),
    )
    .map(([server, client, more]): JobFiles => ({ ...Object.fromEntries([server, client]), ...more })),
  fc.oneof<fc.Arbitrary<JobFiles>[]>(
    fc.constantFrom<JobFiles[]>(
      {},
      { config: null },
      { config: '' },
      { 'config/a.txt': '' },
      { custom: null },
      { 'config/config_fed_server.json': null, 'config/config_fed_client.json': '{}' },
    ),
    fileOf('config/config_fed_server', CONFIG).map((file): JobFiles => Object.fromEntries([file])),
    fileOf('config/config_fed_client', CONFIG).map((file): JobFiles => Object.fromEntries([file])),
    fc
      .tuple(fileOf('config/sub/config_fed_server', CONFIG), fileOf('config/config_fed_client', CONFIG))
      .map((files): JobFiles => Object.fromEntries(files)),
    fc
      .tuple(fileOf('config_fed_server', CONFIG), fileOf('config/config_fed_client', CONFIG))
      .map((files): JobFiles => Object.fromEntries(files)),
  ),
  9,
);

/** The apps that a deploy map names, and one that it does not. */
function appsOf(meta: Meta): readonly string[] {
  const map = meta['deploy_map'];
  const named = typeof map === 'object' && map !== null && !Array.isArray(map) ? Object.keys(map) : [];
  return [...new Set([...named, 'app'])].filter((name) => /^[\w .-]+$/.test(name) && !/^\.*$/.test(name) && name.length < 200);
}

/** Whole job folders: mostly sensible, with everything now and then that the server may stumble over. */
export const WHOLE_JOB: fc.Arbitrary<JobFiles> = META.chain((meta) => {
  const file = fileOf('meta', rarely<Plain>(fc.constant(meta), ODD, 60));
  const metas = fc.oneof(
    { weight: 30, arbitrary: fc.tuple(file) },
    { weight: 2, arbitrary: fc.tuple(file, file) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<(readonly (readonly [string, string])[])[]>(
        [],
        [['Meta.json', '{}']],
        [['app/meta.json', JSON.stringify(meta)]],
      ),
    },
  );
  const apps = fc.tuple(...appsOf(meta).map((app) => APP_FILES.map((files) => prefixed(app, files))));
  return fc.tuple(metas as fc.Arbitrary<readonly (readonly [string, string | Uint8Array])[]>, apps, often(97)).map(
    ([files, inside, areThere]): JobFiles => ({
      ...(areThere ? Object.assign({}, ...inside.map((each) => each)) : {}),
      ...Object.fromEntries(files),
    }),
  );
});

function prefixed(app: string, files: JobFiles): JobFiles {
  const entries = Object.entries(files).map(([path, content]) => [`${app}/${path}`, content] as const);
  return entries.length > 0 ? Object.fromEntries(entries) : { [app]: null };
}
