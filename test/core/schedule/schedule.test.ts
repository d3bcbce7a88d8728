import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelOf } from '../../../src/core/analyze';
import { NEWEST, parseRelease } from '../../../src/core/job/release';
import { scheduleReport, supposedNetwork } from '../../../src/core/schedule/index';
import { sourcesOf } from '../../support/example-job';
import { TEST_FORMATS } from '../../support/formats';

/** A job, the sites, and what is said of it: the decision, the text at its place, the clients that run, and the fewest changes. */
interface Case {
  readonly it: string;
  readonly meta: string;
  readonly up?: string;
  readonly offer?: string;
  readonly target?: string;
  readonly says: string;
}

const SERVER_AND_THREE = '"deploy_map": { "app": ["server", "site-1", "site-2", "site-3"] }';
const ALL = '"deploy_map": { "app": ["@ALL"] }';

const CASES: readonly Case[] = [
  { it: 'all that are connected run where the app goes to all', meta: ALL, up: 'a,b', says: 'starts: a, b' },
  { it: '@all is all sites in any letter case', meta: '"deploy_map": { "app": ["@all"] }', up: 'a', says: 'starts: a' },
  { it: 'a client without an app is no part of it', meta: SERVER_AND_THREE, up: 'site-1,other', says: 'starts: site-1' },
  { it: 'an absent site falls out silently', meta: SERVER_AND_THREE, up: 'site-1,site-3', says: 'starts: site-1, site-3' },
  {
    it: 'a misspelt site is one that is never there',
    meta: '"deploy_map": { "app": ["server", "Site-1", "site-2"] }',
    up: 'site-1,site-2',
    says: 'starts: site-2',
  },
  {
    it: 'nobody is connected',
    meta: ALL,
    up: 'none-of-them',
    says: 'starts: none-of-them',
  },
  {
    it: 'nobody of the deploy map is connected',
    meta: SERVER_AND_THREE,
    up: 'other',
    says: 'waits [too-few-connected] at "deploy_map"; sites: bring 1 of site-1, site-2, site-3 up',
  },
  {
    it: 'fewer are connected than min_clients',
    meta: `"min_clients": 3, ${SERVER_AND_THREE}`,
    up: 'site-1',
    says: 'waits [too-few-connected] at 3; job: set min_clients to 1; sites: bring site-2, site-3 up',
  },
  {
    it: 'further clients may come where the app goes to all',
    meta: `"min_clients": 3, ${ALL}`,
    up: 'a',
    says: 'waits [too-few-connected] at 3; job: set min_clients to 1; sites: bring 2 more clients up',
  },
  {
    it: 'a mandatory client is not connected',
    meta: `"mandatory_clients": ["site-2"], ${SERVER_AND_THREE}`,
    up: 'site-1',
    says: 'waits [mandatory-not-connected] at "site-2"; job: take site-2 out of mandatory_clients; sites: bring site-2 up',
  },
  {
    it: 'a mandatory client gets no app',
    meta: `"mandatory_clients": ["other"], ${SERVER_AND_THREE}`,
    up: 'site-1,other',
    says: 'waits [mandatory-not-connected] at "other"; job: take other out of mandatory_clients',
  },
  {
    it: 'a mandatory client twice in the list is one',
    meta: `"mandatory_clients": ["site-1", "site-1"], ${SERVER_AND_THREE}`,
    up: 'site-1',
    says: 'starts: site-1',
  },
  {
    it: 'before 2.9 a mandatory client twice in the list is one too many',
    meta: `"mandatory_clients": ["site-1", "site-1"], ${SERVER_AND_THREE}`,
    up: 'site-1',
    target: '2.8',
    says: 'waits [mandatory-twice] at "site-1"; job: name site-1 once in mandatory_clients',
  },
  {
    it: 'a text as mandatory_clients ends the job at once',
    meta: `"mandatory_clients": "site-1", ${ALL}`,
    up: 'site-1',
    says: 'gives-up [mandatory-not-a-list] at "site-1"; job: remove mandatory_clients',
  },
  {
    it: 'a site with enough GPUs runs',
    meta: `${ALL}, "resource_spec": { "site-1": { "num_of_gpus": 2, "mem_per_gpu_in_GiB": 16 } }`,
    up: 'site-1',
    offer: 'site-1: num_of_gpus=2, mem_per_gpu_in_GiB=16',
    says: 'starts: site-1',
  },
  {
    it: 'a site with too few GPUs is left out while the others are enough',
    meta: `${ALL}, "resource_spec": { "site-1": { "num_of_gpus": 2 } }`,
    up: 'site-1,site-2',
    offer: '*: num_of_gpus=1',
    says: 'starts: site-2',
  },
  {
    it: 'a provisioned site has no GPUs',
    meta: `${ALL}, "resource_spec": { "site-1": { "num_of_gpus": 1 } }`,
    up: 'site-1',
    offer: '*: none',
    says: 'waits [too-few-with-resources] at 1; job: ask site-1 for num_of_gpus 0; sites: let site-1 offer num_of_gpus 1',
  },
  {
    it: 'before 2.9 a site without GPUs refuses to give none',
    meta: `${ALL}, "resource_spec": { "site-1": { "num_of_gpus": 0 } }`,
    up: 'site-1',
    offer: '*: none',
    target: '2.8',
    says: 'waits [too-few-with-resources] at 0; job: do not ask site-1 for num_of_gpus; sites: bring 1 more client up',
  },
  {
    it: 'GPUs with too little memory do not count',
    meta: `${ALL}, "resource_spec": { "site-1": { "num_of_gpus": 1, "mem_per_gpu_in_GiB": 40 } }`,
    up: 'site-1',
    offer: '*: num_of_gpus=4, mem_per_gpu_in_GiB=16',
    says: 'waits [too-few-with-resources] at 40; job: ask site-1 for mem_per_gpu_in_GiB 16; sites: let site-1 offer mem_per_gpu_in_GiB 40',
  },
  {
    it: 'a GPU manager fails over a request without a number of GPUs',
    meta: `${ALL}, "resource_spec": { "site-1": { "num_gpus": 1 } }`,
    up: 'site-1',
    offer: '*: num_of_gpus=4',
    says: 'waits [too-few-with-resources] at "resource_spec"; job: ask site-1 for num_of_gpus 4; sites: bring 1 more client up',
  },
  {
    it: 'a list manager does not know other names',
    meta: `${ALL}, "resource_spec": { "site-1": { "num_of_gpus": 1 } }`,
    up: 'site-1',
    offer: '*: gpu=4',
    says: 'waits [too-few-with-resources] at 1; job: do not ask site-1 for num_of_gpus; sites: bring 1 more client up',
  },
  {
    it: 'a site that takes every request runs whatever it is asked for',
    meta: `${ALL}, "resource_spec": { "site-1": { "anything": "at all" } }`,
    up: 'site-1',
    offer: '*: any',
    says: 'starts: site-1',
  },
  {
    it: 'default resources are asked of every site',
    meta: `${ALL}, "min_clients": 2, "resource_spec": { "@default": { "num_of_gpus": 4 } }`,
    up: 'site-1,site-2,site-3',
    offer: '*: num_of_gpus=2',
    says: 'waits [too-few-with-resources] at 4; job: ask all sites for num_of_gpus 2; sites: let site-1 offer num_of_gpus 4; let site-2 offer num_of_gpus 4',
  },
  {
    it: 'before 2.9 default resources are those of a site with an odd name',
    meta: `${ALL}, "min_clients": 2, "resource_spec": { "@default": { "num_of_gpus": 4 } }`,
    up: 'site-1,site-2',
    offer: '*: none',
    target: '2.8',
    says: 'starts: site-1, site-2',
  },
  {
    it: 'of a block with modes the part of processes is asked for',
    meta: `${ALL}, "resource_spec": { "site-1": { "process": { "num_of_gpus": 2 }, "docker": { "num_of_gpus": 8 } } }`,
    up: 'site-1',
    offer: '*: num_of_gpus=2',
    says: 'starts: site-1',
  },
  {
    it: 'before 2.8 a block with modes goes to the site as it is',
    meta: `${ALL}, "resource_spec": { "site-1": { "process": { "num_of_gpus": 2 } } }`,
    up: 'site-1',
    offer: '*: num_of_gpus=2',
    target: '2.7',
    says: 'waits [too-few-with-resources] at "resource_spec"; job: ask site-1 for num_of_gpus 2; sites: bring 1 more client up',
  },
  {
    it: 'a mandatory client without resources keeps the job from starting',
    meta: `"mandatory_clients": ["site-1"], ${ALL}, "resource_spec": { "site-1": { "num_of_gpus": 4 } }`,
    up: 'site-1,site-2',
    offer: 'site-1: num_of_gpus=1',
    says: 'waits [mandatory-without-resources] at "site-1"; job: ask site-1 for num_of_gpus 1; sites: let site-1 offer num_of_gpus 4',
  },
  {
    it: 'min_clients in quotes stops the scheduler',
    meta: `"min_clients": "2", ${ALL}`,
    up: 'a,b',
    says: 'fails [least-not-a-number] at "2"; job: set min_clients to 2',
  },
  {
    it: 'a null as min_clients stops it, too, once the sites were asked',
    meta: `"min_clients": null, ${ALL}`,
    up: 'a',
    says: 'fails [least-not-a-number] at null; job: set min_clients to 1',
  },
  {
    it: 'resources that are no object stop the scheduler in 2.9',
    meta: `${ALL}, "resource_spec": { "site-1": "2 GPUs" }`,
    up: 'site-1',
    says: 'fails [resources-not-an-object] at "2 GPUs"; job: remove the block of site-1 from resource_spec',
  },
  {
    it: 'a count of attempts that was copied along ends the job at once',
    meta: `"schedule_count": 10, ${ALL}`,
    up: 'a',
    says: 'gives-up [too-many-attempts] at 10; job: remove schedule_count',
  },
  {
    it: 'what a site offers may not be known',
    meta: `"min_clients": 2, ${ALL}, "resource_spec": { "a": { "num_of_gpus": 1 } }`,
    up: 'a,b',
    says: 'depends [too-few-with-resources] at "resource_spec"',
  },
  {
    it: 'it does not matter what a site offers where the others are enough',
    meta: `${ALL}, "resource_spec": { "a": { "num_of_gpus": 1 } }`,
    up: 'a,b',
    says: 'starts: b',
  },
  {
    it: 'the cheaper of two sites is asked for less',
    meta: `"min_clients": 2, ${SERVER_AND_THREE}, "resource_spec": { "site-2": { "num_of_gpus": 4, "mem_per_gpu_in_GiB": 40 }, "site-3": { "num_of_gpus": 4 } }`,
    up: 'site-1,site-2,site-3',
    offer: '*: num_of_gpus=2, mem_per_gpu_in_GiB=16',
    says: 'waits [too-few-with-resources] at 4; job: ask site-3 for num_of_gpus 2; sites: let site-3 offer num_of_gpus 4',
  },
];

for (const { it, meta, up, offer, target, says } of CASES) {
  test(`schedule: ${it}`, () => {
    const text = `{ "name": "demo", ${meta} }`;
    const release = target === undefined ? NEWEST : parseRelease(target);
    assert.ok(release);
    const { job } = modelOf(sourcesOf('demo', new Map([['meta.json', text]])), { target: release, formats: TEST_FORMATS });
    const network = supposedNetwork(job, [], { ...(up !== undefined && { up }), ...(offer !== undefined && { offers: offer }) });
    assert.deepEqual(network.mistakes, []);
    const report = scheduleReport(job, network);
    const running = report.sites.filter(({ state }) => state === 'runs').map(({ site }) => site);
    const place = report.at ? ` at ${text.slice(report.at.range.start, report.at.range.end)}` : '';
    const ended = report.decision === 'starts' ? `: ${running.join(', ')}` : ` [${report.cause}]${place}`;
    const ways = report.remedies.map(({ by, changes }) => `; ${by}: ${changes.join('; ')}`).join('');
    assert.equal(report.decision + ended + ways, says);
  });
}
