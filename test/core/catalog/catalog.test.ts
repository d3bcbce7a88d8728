import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { ancestors, classPaths, find, isKindOf, lookupClass, lookupShortName } from '../../../src/core/catalog/catalog';
import { kindsOf } from '../../../src/core/catalog/kinds';
import { nearestClassPath } from '../../../src/core/catalog/nearest-path';
import { catalogOf, history, RELEASES } from './catalogs';

const newest = catalogOf('2.9');
const FED_AVG = 'nvflare.app_common.workflows.fedavg.FedAvg';
const SWARM = 'nvflare.app_common.ccwf.swarm_client_ctl.SwarmClientController';

test('there is a catalogue of each release, and all together are small', () => {
  assert.deepEqual(RELEASES, ['2.3', '2.4', '2.5', '2.6', '2.7', '2.8', '2.9']);
  const files = readdirSync('schemas/catalog').map((file) => readFileSync(`schemas/catalog/${file}`));
  const size = files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
  assert.ok(size < 300_000, `${size} bytes`);
});

test('every class of every catalogue can be read', () => {
  for (const release of RELEASES) {
    const catalog = catalogOf(release);
    let classes = 0;
    for (const path of classPaths(catalog)) {
      const found = lookupClass(catalog, path);
      assert.equal(found?.path, path);
      for (const { name } of found?.ids ?? [])
        assert.ok(
          found?.signature.parameters.some((each) => each.name === name),
          `${path} ${name}`,
        );
      for (const name of found?.taskParameters ?? [])
        assert.ok(
          found?.signature.parameters.some((each) => each.name === name),
          `${path} ${name}`,
        );
      classes++;
    }
    assert.ok(classes > 300, `${release}: ${classes}`);
  }
});

test('a path leads to a class, a function, or nowhere', () => {
  const kinds = [
    FED_AVG,
    'nvflare.app_common.ccwf.SwarmClientController',
    'nvflare.app_common.utils.component_utils.check_component_type',
    'nvflare.app_common.workflows.fedavg.FedAvgg',
    'nvflare.app_common.workflow.fedavg.FedAvg',
    'nvflare.private.fed.server.fed_server.FederatedServer',
    'nvflare.app_common.workflows.fedavg._hidden',
    'nvflare.app_common.workflows.fedavg.toString',
    'nvflare.app_common.__proto__.FedAvg',
    'torch.nn.Module',
    'FedAvg',
  ].map((path) => find(newest, path)?.kind);
  const expected = [
    'class',
    'class',
    'function',
    'no-name',
    'no-module',
    'unlisted',
    'unlisted',
    'no-name',
    'no-module',
    undefined,
    undefined,
  ];
  assert.deepEqual(kinds, expected);
});

test('a path of a re-export leads to where the class is defined', () => {
  assert.equal(lookupClass(newest, 'nvflare.app_common.ccwf.SwarmClientController')?.path, SWARM);
});

test('parameters have defaults, annotations and values', () => {
  const signature = lookupClass(newest, FED_AVG)?.signature;
  const of = (name: string) => signature?.parameters.find((each) => each.name === name);
  assert.deepEqual(of('num_clients'), {
    name: 'num_clients',
    annotation: 'int',
    default: '3',
    value: { kind: 'integer', value: 3 },
  });
  assert.deepEqual(of('persistor_id')?.value, { kind: 'string', value: 'persistor' });
  assert.equal(signature?.isOpen, false);
  const evaluator = lookupClass(newest, 'nvflare.app_common.executors.client_api_executor.ClientAPIExecutor')?.signature;
  assert.equal(evaluator?.parameters.find((each) => each.name === 'execution_mode')?.default, undefined);
});

test('a class knows its ancestors', () => {
  assert.ok(ancestors(newest, FED_AVG).includes('nvflare.apis.fl_component.FLComponent'));
  assert.equal(isKindOf(newest, FED_AVG, 'nvflare.apis.impl.controller.Controller'), true);
  assert.equal(isKindOf(newest, FED_AVG, 'nvflare.apis.executor.Executor'), false);
  const loss = 'nvflare.app_opt.tf.fedprox_loss.TFFedProxLoss';
  assert.equal(isKindOf(newest, loss, 'nvflare.apis.executor.Executor'), undefined);
});

test('classes that cannot be made are abstract', () => {
  const isAbstract = (path: string) => lookupClass(newest, path)?.isAbstract;
  assert.equal(isAbstract('nvflare.app_common.workflows.model_controller.ModelController'), true);
  assert.equal(isAbstract('nvflare.app_common.abstract.aggregator.Aggregator'), true);
  assert.equal(isAbstract(FED_AVG), false);
});

test('a class has the events that it fires and handles', () => {
  const of = (path: string) => lookupClass(newest, `nvflare.${path}`);
  const selector = of('app_common.widgets.intime_model_selector.IntimeModelSelectionHandler');
  assert.deepEqual(selector?.fires, ['_global_best_model_available']);
  assert.deepEqual(selector?.hears, ['_before_aggregation', '_before_contribution_accept', '_round_started', '_start_run']);
  const asked = ['_about_to_start_run', '_start_run', '_system_start'];
  assert.deepEqual(of('app_common.logging.job_log_receiver.JobLogReceiver')?.hears, asked, 'registered handlers count');
  const given = of('app_opt.tracking.mlflow.mlflow_receiver.MLflowReceiver')?.hears;
  assert.ok(given?.includes('{events}'), 'an argument may name them');
  assert.ok(given?.includes('fed.analytix_log_stats'), 'an event of another site has a name that the code puts together');
  const through = of('edge.widgets.api_service.ApiService')?.fires;
  assert.ok(through?.includes('_edge_job_request_received'), 'through a helper');
  const swarm = lookupClass(newest, SWARM);
  assert.ok(swarm?.fires.includes('_before_aggregation') && swarm.fires.includes('_round_started'));
  const base = of('apis.fl_component.FLComponent');
  assert.deepEqual([base?.fires, base?.hears], [[], []], 'what all components do is a fact about none');
  for (const release of RELEASES) {
    const scatter = lookupClass(catalogOf(release), 'nvflare.app_common.workflows.scatter_and_gather.ScatterAndGather');
    assert.ok(scatter?.fires.includes('_before_aggregation'), release);
  }
});

test('classes are of kinds', () => {
  const kinds: Readonly<Record<string, string>> = {
    [FED_AVG]: 'controller',
    'nvflare.app_common.executors.client_api_executor.ClientAPIExecutor': 'executor',
    'nvflare.app_common.filters.percentile_privacy.PercentilePrivacy': 'filter',
    'nvflare.app_common.aggregators.intime_accumulate_model_aggregator.InTimeAccumulateWeightedAggregator': 'aggregator',
    'nvflare.app_opt.pt.file_model_persistor.PTFileModelPersistor': 'persistor',
    'nvflare.app_common.shareablegenerators.full_model_shareable_generator.FullModelShareableGenerator': 'shareable generator',
    'nvflare.app_common.widgets.intime_model_selector.IntimeModelSelector': 'widget',
    'nvflare.app_opt.pt.file_model_locator.PTFileModelLocator': 'model locator',
    'nvflare.app_common.np.np_formatter.NPFormatter': 'formatter',
    'nvflare.app_common.statistics.min_count_cleanser.MinCountCleanser': 'statistics cleanser',
  };
  assert.deepEqual(Object.fromEntries(Object.keys(kinds).map((path) => [path, kindsOf(newest, path)[0]])), kinds);
  const before = catalogOf('2.8');
  assert.equal(kindsOf(before, 'nvflare.fuel.utils.pipe.cell_pipe.CellPipe')[0], 'pipe');
  assert.equal(kindsOf(before, 'nvflare.app_common.launchers.subprocess_launcher.SubprocessLauncher')[0], 'launcher');
  const controllers = [...classPaths(newest)].filter((path) => kindsOf(newest, path).includes('controller'));
  assert.ok(controllers.includes(FED_AVG));
  assert.deepEqual(kindsOf(newest, 'nvflare.fuel.utils.component_builder.ComponentBuilder'), []);
});

test('misspelt paths have a nearest one', () => {
  const nearest = (path: string) => nearestClassPath(newest, path);
  assert.equal(nearest('nvflare.app_common.workflows.fedavg.FedAvgg'), FED_AVG);
  assert.equal(nearest('nvflare.app_common.workflows.fedavg.Fedavg'), FED_AVG);
  assert.equal(nearest('nvflare.app_common.workflow.fedavg.FedAvg'), FED_AVG);
  assert.equal(nearest('nvflare.app_common.workflows.FedAvg'), FED_AVG);
  assert.equal(nearest('nvflare.apis.SwarmClientController'), SWARM);
  assert.equal(nearest('nvflare.app_common.workflows.fedavg.SomethingElse'), undefined);
  assert.equal(nearest('my_code.trainer.Trainer'), undefined);
});

test('a path has a history', () => {
  const all = RELEASES.map(catalogOf);
  assert.deepEqual(history('nvflare.app_common.executors.client_api_launcher_executor.ClientAPILauncherExecutor', all), [
    '2.4',
    '2.5',
    '2.6',
    '2.7',
    '2.8',
  ]);
  assert.deepEqual(history('nvflare.app_common.workflows.scatter_and_gather.ScatterAndGather', all), RELEASES);
  assert.deepEqual(history('nvflare.app_common.executors.client_api_executor.ClientAPIExecutor', all), ['2.9']);
  assert.deepEqual(history('nvflare.nothing.Of', all), []);
});

test('a bare name may stand for one class, several or none', () => {
  assert.deepEqual(lookupShortName(newest, 'ScatterAndGather'), [
    'nvflare.app_common.workflows.scatter_and_gather.ScatterAndGather',
  ]);
  assert.equal(lookupShortName(newest, 'NPTrainer').length, 2);
  assert.deepEqual(lookupShortName(newest, 'Nothing'), []);
  assert.deepEqual(lookupShortName(newest, 'constructor'), []);
  assert.deepEqual(lookupShortName(catalogOf('2.4'), 'ScatterAndGather'), [
    'nvflare.app_common.workflows.scatter_and_gather.ScatterAndGather',
  ]);
});

test('releases from 2.8 on have a list of classes that are allowed', () => {
  const counts = RELEASES.map((release) => catalogOf(release).data.allowed?.length);
  assert.deepEqual(counts.slice(0, -2), [undefined, undefined, undefined, undefined, undefined]);
  for (const release of ['2.8', '2.9']) {
    for (const path of catalogOf(release).data.allowed ?? []) {
      assert.equal(find(catalogOf(release), `nvflare.${path}`)?.kind, 'class', `${release} ${path}`);
    }
  }
  assert.ok((counts.at(-1) ?? 0) > 80);
});

test('system variables of each side', () => {
  const { server, client } = newest.data.variables;
  assert.deepEqual(server, ['JOB_CUSTOM_DIR', 'JOB_ID', 'SECURE_MODE', 'SITE_NAME', 'WORKSPACE']);
  assert.deepEqual(
    client.filter((name) => !server.includes(name)),
    ['CP_URL', 'JOB_CONFIG_DIR', 'RELAY_URL', 'ROOT_URL'],
  );
  assert.deepEqual(catalogOf('2.3').data.variables, { server: [], client: [] });
});
