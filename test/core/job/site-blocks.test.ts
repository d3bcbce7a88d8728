import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze } from '../../../src/core/analyze';
import type { Job } from '../../../src/core/job/model';
import {
  type EffectiveSpec,
  jobLauncherSpec,
  portableResourceSpec,
  resolveSiteResourceSpec,
  resourceManagerSpec,
  resourceRequirements,
  siteLauncherSpec,
} from '../../../src/core/job/site-blocks';
import { type Plain, toPlain } from '../../../src/core/tree/query';
import { META_RULES } from '../../support/all-rules';
import { exampleJob } from '../../support/example-job';

/** The job with these keys in its meta. */
function jobWith(keys: string, release = '2.9'): Job {
  const { sources, target } = exampleJob(
    `\n--- target ${release}\n--- meta.json\n{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, ${keys} }`,
  );
  return analyze(sources, { target, ...META_RULES }).job;
}

function plain(spec: EffectiveSpec): Plain {
  return Object.fromEntries(spec.entries.map(({ key, entry }) => [key, toPlain(entry.value)]));
}

const NESTED =
  '"resource_spec": { "site-1": { "num_of_gpus": 9, "process": { "num_of_gpus": 1 }, "docker": { "shm_size": "8g" } } }';
const WITH_DEFAULT =
  '"resource_spec": { "@default": { "num_of_gpus": 1, "memory": "8Gi" }, "site-1": { "num_of_gpus": 2, "mem_per_gpu_in_GiB": 4 } }';

test('the request of a flat block', () => {
  const flat = '"resource_spec": { "site-1": { "num_of_gpus": 1, "num_of_cpus": 4, "gpu": 2 } }';
  assert.deepEqual(plain(resourceManagerSpec(jobWith(flat), 'site-1')), { num_of_gpus: 1, gpu: 2 });
  assert.deepEqual(plain(resourceManagerSpec(jobWith(flat, '2.8'), 'site-1')), { num_of_gpus: 1, num_of_cpus: 4, gpu: 2 });
  assert.deepEqual(plain(resourceManagerSpec(jobWith(flat), 'site-2')), {});
});

test('the request of a block that is divided by modes', () => {
  assert.deepEqual(plain(resourceManagerSpec(jobWith(NESTED), 'site-1')), { num_of_gpus: 1 });
  assert.deepEqual(plain(resourceManagerSpec(jobWith(NESTED, '2.8'), 'site-1')), { num_of_gpus: 1 });
  assert.deepEqual(plain(resourceManagerSpec(jobWith(NESTED, '2.7'), 'site-1')), {
    num_of_gpus: 9,
    process: { num_of_gpus: 1 },
    docker: { shm_size: '8g' },
  });
});

test('the default block is laid under the block of the site, and every value knows where it comes from', () => {
  const spec = resolveSiteResourceSpec(jobWith(WITH_DEFAULT), 'site-1');
  assert.deepEqual(
    spec.entries.map(({ key, entry, layer }) => [key, entry.value.value, layer.from, layer.block.key]),
    [
      ['num_of_gpus', 2, 'site', 'site-1'],
      ['memory', '8Gi', 'default', '@default'],
      ['mem_per_gpu_in_GiB', 4, 'site', 'site-1'],
    ],
  );
  assert.deepEqual(plain(resourceManagerSpec(jobWith(WITH_DEFAULT), 'site-2')), { num_of_gpus: 1 });
  assert.deepEqual(plain(portableResourceSpec(jobWith(WITH_DEFAULT), 'site-1')), { num_of_gpus: 2, memory: '8Gi' });
});

test('before 2.9 there is no default block', () => {
  assert.deepEqual(plain(resourceManagerSpec(jobWith(WITH_DEFAULT, '2.8'), 'site-2')), {});
});

test('no GPUs also means no memory of GPUs', () => {
  const none = '"resource_spec": { "site-1": { "num_of_gpus": 0, "mem_per_gpu_in_GiB": 4, "gpu": 1 } }';
  assert.deepEqual(plain(resourceManagerSpec(jobWith(none), 'site-1')), { gpu: 1 });
  assert.deepEqual(plain(resourceManagerSpec(jobWith(none, '2.8'), 'site-1')), { num_of_gpus: 0, mem_per_gpu_in_GiB: 4, gpu: 1 });
});

test('only flat resources are portable while there is no default block', () => {
  assert.deepEqual(plain(portableResourceSpec(jobWith(NESTED), 'site-1')), {});
  assert.deepEqual(plain(portableResourceSpec(jobWith(NESTED.replace('{ "site-1"', '{ "@default": {}, "site-1"')), 'site-1')), {
    num_of_gpus: 1,
  });
  const flat = '"resource_spec": { "site-1": { "num_of_gpus": 1, "memory": "8Gi" } }';
  assert.deepEqual(plain(portableResourceSpec(jobWith(flat, '2.8'), 'site-1')), { num_of_gpus: 1 });
  assert.deepEqual(plain(portableResourceSpec(jobWith(flat, '2.7'), 'site-1')), {});
});

test('launcher options of a site over those of default', () => {
  const job = jobWith(
    '"launcher_spec": { "default": { "docker": { "image": "a", "shm_size": "1g" } }, "site-1": { "docker": { "image": "b" } } }',
  );
  assert.deepEqual(
    jobLauncherSpec(job, 'site-1', 'docker').entries.map(({ key, entry, layer }) => [key, entry.value.value, layer.from]),
    [
      ['image', 'b', 'site'],
      ['shm_size', '1g', 'default'],
    ],
  );
  assert.deepEqual(plain(jobLauncherSpec(job, 'site-2', 'docker')), { image: 'a', shm_size: '1g' });
  assert.deepEqual(plain(jobLauncherSpec(job, 'site-1', 'k8s')), {});
});

test('the older place of launcher options counts only where launcher_spec has none', () => {
  assert.deepEqual(plain(jobLauncherSpec(jobWith(NESTED), 'site-1', 'docker')), { shm_size: '8g' });
  const both = `${NESTED}, "launcher_spec": { "site-1": { "docker": {} }, "site-2": { "k8s": { "image": "a" } } }`;
  assert.deepEqual(plain(jobLauncherSpec(jobWith(both), 'site-1', 'docker')), {});
  const emptyDefault = `${NESTED}, "launcher_spec": { "default": { "docker": {} } }`;
  assert.deepEqual(plain(jobLauncherSpec(jobWith(emptyDefault), 'site-1', 'docker')), { shm_size: '8g' });
});

test('a mode that the release does not have has no options', () => {
  const keys = '"launcher_spec": { "default": { "slurm": { "nodes": 2 } } }';
  assert.deepEqual(plain(jobLauncherSpec(jobWith(keys), 'site-1', 'slurm')), { nodes: 2 });
  assert.deepEqual(plain(jobLauncherSpec(jobWith(keys, '2.8'), 'site-1', 'slurm')), {});
  assert.deepEqual(plain(jobLauncherSpec(jobWith(keys.replace('slurm', 'docker'), '2.7'), 'site-1', 'docker')), {});
});

test('a value that should be an object is handed on as odd', () => {
  const job = jobWith('"resource_spec": { "site-1": { "process": "abc" }, "site-2": { "docker": null } }');
  assert.equal(resourceManagerSpec(job, 'site-1').odd?.value, 'abc');
  assert.equal(jobLauncherSpec(job, 'site-2', 'docker').odd?.kind, 'null');
  assert.equal(resourceManagerSpec(jobWith('"resource_spec": null', '2.8'), 'site-1').odd?.kind, 'null');
  assert.equal(resourceManagerSpec(jobWith('"resource_spec": null'), 'site-1').odd, undefined);
});

test('what cannot be read makes the answer uncertain', () => {
  const broken = jobWith('"resource_spec": { "site-1": { "num_of_gpus": 1, "mem');
  assert.equal(resourceManagerSpec(broken, 'site-1').certain, false);
  assert.equal(resourceManagerSpec(broken, 'site-2').certain, false);
  assert.equal(resourceManagerSpec(jobWith(NESTED), 'site-1').certain, true);
});

test('a number as a key of YAML is not the site of that name', () => {
  const { sources, target } = exampleJob(
    '\n--- meta.yml\nname: demo\ndeploy_map: { app: ["@ALL"] }\nresource_spec: { 1: { num_of_gpus: 1 }, "2": { num_of_gpus: 2 } }',
  );
  const { job } = analyze(sources, { target, ...META_RULES });
  assert.deepEqual(plain(resourceManagerSpec(job, '1')), {});
  assert.deepEqual(plain(resourceManagerSpec(job, '2')), { num_of_gpus: 2 });
});

test('the blocks of all sites, as they are written', () => {
  assert.deepEqual(
    resourceRequirements(jobWith(WITH_DEFAULT)).map(({ site, value }) => [site, toPlain(value)]),
    [
      ['@default', { num_of_gpus: 1, memory: '8Gi' }],
      ['site-1', { num_of_gpus: 2, mem_per_gpu_in_GiB: 4 }],
    ],
  );
  assert.deepEqual(resourceRequirements(jobWith('"min_clients": 1')), []);
});

test('the part of one block for a mode', () => {
  const job = jobWith(NESTED);
  const [block] = resourceRequirements(job);
  assert.ok(block);
  assert.deepEqual(plain(siteLauncherSpec(block.entry, 'docker', job.target)), { shm_size: '8g' });
  assert.deepEqual(plain(siteLauncherSpec(block.entry, 'k8s', job.target)), {});
});
