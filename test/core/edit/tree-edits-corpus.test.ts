import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { analyze } from '../../../src/core/analyze';
import { addSite, moveSites, removeSites, setMandatory } from '../../../src/core/edit/edit-sites';
import type { EditPlan, Refusal } from '../../../src/core/edit/plan';
import { isAllSites, SERVER_SITE } from '../../../src/core/job/job-def';
import type { Job } from '../../../src/core/job/model';
import { NEWEST } from '../../../src/core/job/release';
import type { JobSources } from '../../../src/core/job/sources';
import { get } from '../../../src/core/tree/node';
import { toPlain } from '../../../src/core/tree/query';
import { META_RULES } from '../../support/all-rules';
import { corpusJobs, HAS_CORPUS, sayNoCorpus } from '../../support/corpus';
import { edited } from '../../support/edited-job';

const jobOf = (sources: JobSources): Job => analyze(sources, { target: NEWEST, ...META_RULES }).job;

/** The sites of each app, as the server reads them. */
const sitesByApp = ({ deployment }: Job) =>
  new Map(deployment.apps.map(({ name, sites }) => [name, sites.map(({ value }) => value)]));

/** What the meta file says besides the deploy map. */
function others({ metaObject }: Job): unknown {
  return (metaObject?.value.list ?? []).filter(({ key }) => key !== 'deploy_map').map(({ key, value }) => [key, toPlain(value)]);
}

const commentsOf = ({ meta }: Job) => meta?.document.comments.map(({ start, end }) => meta.document.text.slice(start, end)) ?? [];

/** The job after a plan; `undefined` where it was refused, or there was nothing to do. */
function after(job: Job, plan: EditPlan | Refusal): Job | undefined {
  const result = edited(job, plan);
  if (typeof result === 'string' || Object.keys(result.texts).length === 0) return undefined;
  const texts = new Map(job.sources.texts);
  for (const [file, text] of Object.entries(result.texts)) texts.set(file, { kind: 'text', text });
  return jobOf({ ...job.sources, texts });
}

const jobs = () => corpusJobs().filter(({ kind }) => kind === 'job' || kind === 'mutant');

test('moving sites gives them that app and no other, and changes nothing else', () => {
  if (!HAS_CORPUS) return sayNoCorpus('moves of sites');
  const all = jobs().filter(({ sources }) => sitesByApp(jobOf(sources)).size > 1);
  let moved = 0;
  fc.assert(
    fc.property(fc.nat(all.length - 1), fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), fc.nat(), (index, which, app) => {
      const job = jobOf(all[index]?.sources as JobSources);
      const apps = [...sitesByApp(job).keys()];
      const sites = [...job.deployment.bySite.keys()];
      const to = apps[app % Math.max(1, apps.length)];
      if (sites.length === 0 || to === undefined) return;
      const chosen = [...new Set(which.map((one) => sites[one % sites.length] ?? ''))];
      const now = after(job, moveSites({ job }, chosen, to));
      if (!now) return;
      moved++;
      const [before, later] = [sitesByApp(job), sitesByApp(now)];
      for (const [name, had] of before) {
        const stay: readonly string[] = had.filter((site) => name === to || !chosen.includes(site));
        const come: readonly string[] = name === to ? chosen.filter((site) => !had.includes(site)) : [];
        // The server goes in front of the others.
        const first = come.filter((site) => site === 'server');
        const last = come.filter((site) => site !== 'server');
        assert.deepEqual(later.get(name), [...first, ...stay, ...last], `${all[index]?.id}: ${name}`);
      }
      assert.deepEqual(others(now), others(job));
      assert.deepEqual(commentsOf(now), commentsOf(job));
    }),
    { seed: 21, numRuns: 300 },
  );
  assert.ok(moved > 60, `only ${moved} moves were made`);
});

test('a site that is added and removed again leaves the deploy map as it was', () => {
  if (!HAS_CORPUS) return sayNoCorpus('sites added and removed');
  const all = jobs();
  let made = 0;
  fc.assert(
    fc.property(fc.nat(all.length - 1), fc.nat(), (index, app) => {
      const job = jobOf(all[index]?.sources as JobSources);
      const apps = [...sitesByApp(job).keys()];
      const to = apps[app % Math.max(1, apps.length)];
      const added = to === undefined ? undefined : after(job, addSite({ job }, 'added-site', to));
      if (!added) return;
      made++;
      assert.ok(added.deployment.bySite.has('added-site'));
      const removed = after(added, removeSites({ job: added }, ['added-site'], true));
      assert.ok(removed);
      assert.deepEqual(sitesByApp(removed), sitesByApp(job), all[index]?.id);
      assert.deepEqual(commentsOf(removed), commentsOf(job));
    }),
    { seed: 22, numRuns: 400 },
  );
  assert.ok(made > 60, `only ${made} sites were added`);
});

test('a site that is made mandatory is so, and no longer so when that is taken back', () => {
  if (!HAS_CORPUS) return sayNoCorpus('mandatory sites');
  const all = jobs();
  let made = 0;
  fc.assert(
    fc.property(fc.nat(all.length - 1), fc.nat(), (index, which) => {
      const job = jobOf(all[index]?.sources as JobSources);
      const clients = [...job.deployment.bySite.keys()].filter((site) => site !== SERVER_SITE && !isAllSites(site));
      const site = clients[which % Math.max(1, clients.length)];
      const now = site === undefined ? undefined : after(job, setMandatory({ job }, [site], true));
      if (!now || site === undefined) return;
      made++;
      assert.ok(mandatory(now).includes(site), all[index]?.id);
      const back = after(now, setMandatory({ job: now }, [site], false));
      assert.ok(back);
      assert.deepEqual(
        mandatory(back),
        mandatory(job).filter((other) => other !== site),
      );
    }),
    { seed: 23, numRuns: 400 },
  );
  assert.ok(made > 60, `only ${made} sites were made mandatory`);
});

function mandatory({ metaObject }: Job): readonly unknown[] {
  const list = metaObject && get(metaObject, 'mandatory_clients');
  return list?.kind === 'array' ? list.value.map(toPlain) : [];
}
