import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allowedKeys, keyFacts } from '../../../src/core/schema/keys';
import { META_KEY_LIST } from '../../../src/core/schema/meta-key-list.generated';

test('facts are found at every depth, under names of apps and sites too', () => {
  assert.equal(keyFacts(['min_clients'])?.type, 'whole number');
  assert.equal(keyFacts(['resource_spec', 'site-1', 'mem_per_gpu_in_GiB'])?.unit, 'GiB');
  assert.equal(keyFacts(['resource_spec', '@default'])?.since, '2.9');
  assert.equal(keyFacts(['resource_spec', 'site-1', 'docker', 'shm_size'])?.type, 'whole number or string');
  assert.deepEqual(keyFacts(['launcher_spec', 'default', 'k8s', 'memory'])?.readBy, ['launcher']);
  assert.equal(keyFacts(['launcher_spec', 'app.x/y', 'slurm', 'mem_per_node'])?.unit, 'MiB');
  assert.equal(keyFacts(['deploy_map', 'app', 0, 'sites'])?.type, 'list of strings');
  assert.equal(keyFacts(['stats_pool_config', 'save_pools'])?.default, '[]');
});

test('there are no facts of what nobody defined', () => {
  for (const path of [
    ['min_client'],
    ['constructor'],
    ['min_clients', 'x'],
    ['launcher_spec', 'site-1', 'podman'],
    ['resource_spec', 'site-1', 'toString'],
    ['deploy_map', 0],
  ]) {
    assert.equal(keyFacts(path), undefined, path.join('.'));
  }
});

test('the keys of an object are listed with those that authors write first', () => {
  const top = allowedKeys([]).map(([key]) => key);
  assert.deepEqual(top.slice(0, 3), ['name', 'deploy_map', 'min_clients']);
  assert.deepEqual(
    allowedKeys(['resource_spec', '@default']).map(([key]) => key),
    ['num_of_gpus', 'num_of_cpus', 'memory'],
  );
  assert.deepEqual(
    allowedKeys(['launcher_spec', 'site-1']).map(([key]) => key),
    ['process', 'docker', 'k8s', 'slurm'],
  );
  assert.deepEqual(allowedKeys(['name']), []);
});

test('the short list that checks use says the same as the facts', () => {
  assert.deepEqual(
    META_KEY_LIST.map(({ key }) => key),
    allowedKeys([]).map(([key]) => key),
  );
  for (const { key, ...short } of META_KEY_LIST) {
    const { kinds, setBy, since, until } = keyFacts([key]) ?? {};
    assert.deepEqual(short, { kinds, setBy, ...(since && { since }), ...(until && { until }) });
  }
});
