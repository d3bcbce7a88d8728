import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Migration, migrate } from '../../../src/core/actions/migrate';
import { analyze } from '../../../src/core/analyze';
import { classChanges } from '../../../src/core/catalog/class-changes';
import { parseRelease, type Release } from '../../../src/core/job/release';
import { type EffectiveSpec, jobLauncherSpec, resourceManagerSpec } from '../../../src/core/job/site-blocks';
import { applyEdits } from '../../../src/core/text/text-edit';
import { toPlain } from '../../../src/core/tree/query';
import { ALL_RULES } from '../../support/all-rules';
import { ALL_CATALOGS, HISTORY } from '../../support/catalogs';
import { exampleJob } from '../../support/example-job';
import { exampleIn, FORMAT_NAMES } from '../../support/three-formats';

function release(text: string): Release {
  const found = parseRelease(text);
  assert.ok(found);
  return found;
}

/** Migrates an example, and gives the texts that changed. */
function migrated(source: string, from: string, to: string): Migration & { readonly texts: Readonly<Record<string, string>> } {
  const { sources } = exampleJob(source);
  const migration = migrate({
    sources,
    from: release(from),
    to: release(to),
    formats: ALL_RULES.formats,
    changes: classChanges(
      HISTORY,
      CHAIN.filter(({ minor }) => from <= minor && minor <= to),
    ),
    check: (now, target) => analyze(now, { target, ...ALL_RULES }),
  });
  const texts = [...migration.edits].map(([file, edits]) => {
    const before = sources.texts.get(file);
    assert.ok(before?.kind === 'text');
    return [file, applyEdits(before.text, edits)];
  });
  return { ...migration, texts: Object.fromEntries(texts) };
}

const CHAIN = [...ALL_CATALOGS.values()].sort((a, b) => (a.minor < b.minor ? -1 : 1));
const since = (line: string) => classChanges(HISTORY, CHAIN.slice(CHAIN.findIndex(({ minor }) => minor === line)));

test('the catalogues tell where a class went, and what became of an argument', () => {
  const paths: readonly (readonly [string, string, string | undefined])[] = [
    [
      '2.3',
      'nvflare.app_opt.tracking.tb_receiver.TBAnalyticsReceiver',
      'nvflare.app_opt.tracking.tb.tb_receiver.TBAnalyticsReceiver',
    ],
    [
      '2.4',
      'nvflare.app_opt.xgboost.histogram_based_v2.executor.FedXGBHistogramExecutor',
      'nvflare.app_opt.xgboost.histogram_based_v2.fed_executor.FedXGBHistogramExecutor',
    ],
    ['2.4', 'nvflare.fuel.utils.pipe.pipe.Topic', undefined],
    ['2.5', 'nvflare.app_common.np.np_trainer.NPTrainer', 'nvflare.app_common.np.np_trainer.NPTrainer'],
    ['2.5', 'nvflare.app_common.np.no_such.Thing', undefined],
    ['2.8', 'nvflare.app_opt.pt.in_process_client_api_executor.PTInProcessClientAPIExecutor', undefined],
  ];
  for (const [from, path, expected] of paths) assert.equal(since(from).laterPath(path), expected, path);
  const wandb = 'nvflare.app_opt.tracking.wandb.wandb_receiver.WandBReceiver';
  assert.equal(since('2.5').laterParameter(wandb, 'kwargs'), 'wandb_args');
  assert.equal(since('2.5').laterParameter(wandb, 'mode'), 'mode');
});

const RECEIVER = `
--- app/config/config_fed_server.json
{
  "format_version": 2,
  "workflows": [{ "id": "w", "path": "nvflare.app_common.workflows.broadcast_operator.Unknown" }],
  "components": [
    { "id": "tb", "path": "nvflare.app_opt.tracking.tb_receiver.TBAnalyticsReceiver", "args": { "tb_folder": "tb" } }
  ]
}`;

for (const format of FORMAT_NAMES) {
  test(`${format}: a class that moved gets its new path`, () => {
    const { edits, texts } = migrated(exampleIn(format, RECEIVER), '2.3', '2.7');
    const [[file = '', text = ''] = []] = Object.entries(texts);
    assert.match(file, /^app\/config\/config_fed_server\./);
    assert.match(text, /nvflare\.app_opt\.tracking\.tb\.tb_receiver\.TBAnalyticsReceiver/);
    assert.deepEqual(
      edits.get(file)?.map(({ reasons }) => reasons),
      [
        [
          'nvflare.app_opt.tracking.tb_receiver.TBAnalyticsReceiver is now nvflare.app_opt.tracking.tb.tb_receiver.TBAnalyticsReceiver',
        ],
      ],
    );
  });

  test(`${format}: an argument that got another name`, () => {
    const source = `
--- app/config/config_fed_server.json
{ "format_version": 2, "components": [
  { "id": "w", "path": "nvflare.app_opt.tracking.wandb.wandb_receiver.WandBReceiver", "args": { "kwargs": { "project": "p" } } }] }`;
    const { edits } = migrated(exampleIn(format, source), '2.5', '2.9');
    const reasons = [...edits.values()].flat().flatMap((edit) => edit.reasons);
    assert.deepEqual(reasons, ['"kwargs" is now "wandb_args"']);
  });
}

const OPTIONS = `
--- meta.json
{
  "name": "demo",
  "min_clients": 1,
  "deploy_map": { "app": ["server", "site-1", "site-2"] },
  "resource_spec": {
    "site-1": { "process": { "mem_per_gpu_in_GiB": 4 }, "docker": { "image": "a:1" }, "k8s": { "image": "a:2" } },
    "site-2": { "docker": { "image": "b:1" } }
  }
}`;

const MOVED = {
  json: `{
  "name": "demo",
  "min_clients": 1,
  "deploy_map": { "app": ["server", "site-1", "site-2"] },
  "resource_spec": {
    "site-1": { "process": { "mem_per_gpu_in_GiB": 4 } }
  },
  "launcher_spec": {
    "site-1": { "docker": { "image": "a:1" }, "k8s": { "image": "a:2" } },
    "site-2": { "docker": { "image": "b:1" } }
  }
}`,
};

test('json: launcher options move from resource_spec to launcher_spec', () => {
  const { texts, edits, left } = migrated(OPTIONS, '2.8', '2.9');
  assert.equal(texts['meta.json'], MOVED.json);
  assert.deepEqual(
    [...new Set([...(edits.get('meta.json') ?? [])].flatMap(({ reasons }) => reasons))],
    ['Move launcher options to launcher_spec'],
  );
  assert.deepEqual(left, []);
});

for (const format of FORMAT_NAMES) {
  test(`${format}: what applies to each site is the same after the move`, () => {
    const { texts } = migrated(exampleIn(format, OPTIONS), '2.8', '2.9');
    const [text = ''] = Object.values(texts);
    const reader = ALL_RULES.formats[format];
    assert.deepEqual(reader && plainOf(reader.read(text)), plainOf(ALL_RULES.formats.json.read(MOVED.json)));
  });
}

function plainOf(document: { readonly root: Parameters<typeof toPlain>[0] }) {
  return toPlain(document.root);
}

test('hocon: short objects stay on one line where the file has them so', () => {
  const { texts } = migrated(
    `
--- !meta.json
--- meta.conf
name = demo
deploy_map { app = [server, site-1] }
resource_spec {
  # the big one
  site-1 { process { num_of_gpus = 1 }, docker { image = "a:1", shm_size = 8g } }
}`,
    '2.8',
    '2.9',
  );
  assert.equal(
    texts['meta.conf'],
    `name = demo
deploy_map { app = [server, site-1] }
resource_spec {
  # the big one
  site-1 { process { num_of_gpus = 1 } }
}
launcher_spec {
  site-1 {
    docker { image = "a:1", shm_size = "8g" }
  }
}`,
  );
});

test('a comment that goes with moved options is told', () => {
  const meta = (comment: string) => `
--- !meta.json
--- meta.conf
name = demo
deploy_map { app = [server, site-1] }
resource_spec {
  site-1 { docker { image = a } }${comment}
}`;
  const reasons = (comment: string) =>
    [...migrated(meta(comment), '2.8', '2.9').edits.values()].flat().flatMap((edit) => edit.reasons);
  assert.deepEqual([...new Set(reasons(''))], ['Move launcher options to launcher_spec']);
  assert.deepEqual([...new Set(reasons(' # why'))], ['Move launcher options to launcher_spec; a comment beside them goes']);
});

test('each site is started and reserves as before, whatever the launcher', () => {
  const specs = [
    OPTIONS,
    OPTIONS.replace('"resource_spec"', '"launcher_spec": { "default": { "k8s": { "image": "d:1" } } },\n  "resource_spec"'),
    OPTIONS.replace('"resource_spec"', '"launcher_spec": { "site-2": { "k8s": { "image": "d:1" } } },\n  "resource_spec"'),
    OPTIONS.replace('"resource_spec"', '"launcher_spec": { "site-2": { "docker": {} } },\n  "resource_spec"'),
    OPTIONS.replace('"process": { "mem_per_gpu_in_GiB": 4 }', '"num_of_gpus": 1'),
  ];
  for (const source of specs) {
    const { sources } = exampleJob(source);
    const { texts } = migrated(source, '2.8', '2.9');
    const all = new Map(sources.texts);
    for (const [file, text] of Object.entries(texts)) all.set(file, { kind: 'text', text });
    const effective = (now: typeof sources) => {
      const { job } = analyze(now, { target: release('2.9'), ...ALL_RULES });
      const plainly = ({ entries }: EffectiveSpec) => entries.map(({ key, entry }) => [key, toPlain(entry.value)]);
      return ['site-1', 'site-2'].map((site) => [
        plainly(resourceManagerSpec(job, site)),
        ...(['docker', 'k8s', 'slurm'] as const).map((mode) => plainly(jobLauncherSpec(job, site, mode))),
      ]);
    };
    assert.deepEqual(effective({ ...sources, texts: all }), effective(sources), source);
  }
});

test('blocks that would be read in another way are left alone', () => {
  const source = OPTIONS.replace('"process": { "mem_per_gpu_in_GiB": 4 }', '"num_of_gpus": 1').replace(
    ', "k8s": { "image": "a:2" }',
    '',
  );
  const { texts } = migrated(source, '2.8', '2.9');
  assert.match(texts['meta.json'] ?? '', /"site-1": \{ "num_of_gpus": 1, "docker": \{ "image": "a:1" \} \}/);
});

test('a job that both releases take in the same way stays as it is', () => {
  const { texts, left } = migrated('', '2.5', '2.9');
  assert.deepEqual([texts, left], [{}, []]);
});

test('what only the author can decide is told', () => {
  const source = `
--- meta.json
{ "name": "demo", "min_clients": 1, "deploy_map": { "app!": ["@ALL"] } }
--- app!/config/config_fed_server.json
{ "format_version": 2, "workflows": [] }
--- app!/config/config_fed_client.json
{ "format_version": 2, "executors": [] }`;
  assert.deepEqual(
    migrated(source, '2.7', '2.9').left.map(({ code }) => code),
    ['deploy-map/invalid-app-name'],
  );
});
