import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Analysis, analyze } from '../../../src/core/analyze';
import { configNames } from '../../../src/core/assist/config-names';
import { sitesOf } from '../../../src/core/assist/site/view';
import { addSite, moveSites, removeSites, setMandatory } from '../../../src/core/edit/edit-sites';
import { type EditPlan, isRefusal, type Refusal } from '../../../src/core/edit/plan';
import { planRename, type Renameable, renameableAt } from '../../../src/core/edit/rename';
import { NEWEST } from '../../../src/core/job/release';
import { contentsOf, type JobSources } from '../../../src/core/job/sources';
import { walk } from '../../../src/core/tree/query';
import { ALL_RULES } from '../../support/all-rules';
import { corpusJobs, HAS_CORPUS, sayNoCorpus } from '../../support/corpus';
import { edited } from '../../support/edited-job';

const check = (sources: JobSources): Analysis => analyze(sources, { target: NEWEST, ...ALL_RULES });

/** The job after a plan; `undefined` where it is refused. */
function after({ job }: Analysis, plan: EditPlan | Refusal): JobSources | undefined {
  const result = edited(job, plan);
  if (typeof result === 'string') return undefined;
  const { sources } = job;
  const moves = isRefusal(plan) ? [] : plan.changes.flatMap(({ change }) => (change.kind === 'rename' ? [change] : []));
  const moved = (path: string) => {
    const move = moves.find(({ from }) => path === from || path.startsWith(`${from}/`));
    return move ? move.to + path.slice(move.from.length) : path;
  };
  const texts = new Map([...sources.texts].map(([file, source]) => [moved(file), source]));
  for (const [file, text] of Object.entries(result.texts)) texts.set(moved(file), { kind: 'text', text });
  const files = new Map([...sources.files].map(([file, info]) => [moved(file), info]));
  const folders = new Map([...sources.folders].map(([folder, info]) => [moved(folder), info]));
  return { ...sources, files, folders, contents: contentsOf(files.keys(), folders.keys()), texts };
}

/** Everything that can get another name in a job, each thing once. */
function renameables(checked: Analysis): readonly Renameable[] {
  const { job, wiring } = checked;
  const places = [
    ...(job.meta ? [...walk(job.meta.document.root)].flatMap((node) => placesIn(job.meta?.file ?? '', node)) : []),
    ...(wiring ? configNames(wiring).map(({ file, range }) => ({ file, offset: range.start })) : []),
  ];
  const found = new Map<string, Renameable>();
  for (const { file, offset } of places) {
    const what = renameableAt(checked, file, offset);
    if (isRefusal(what)) continue;
    const key = `${what.kind} ${what.name} ${'at' in what ? what.at.config.config.file : ''}`;
    if (!found.has(key)) found.set(key, what);
  }
  return [...found.values()];
}

function placesIn(file: string, node: ReturnType<typeof walk> extends Iterable<infer Node> ? Node : never) {
  if (node.kind === 'string') return [{ file, offset: node.start }];
  return node.kind === 'object' ? node.value.list.map(({ keyStart }) => ({ file, offset: keyStart })) : [];
}

/** The same thing under its new name, in the job that was changed. */
function again(checked: Analysis, what: Renameable, name: string): Renameable | undefined {
  return renameables(checked).find((other) => other.kind === what.kind && other.name === name);
}

const texts = ({ texts: all }: JobSources) =>
  [...all].filter(([, { kind }]) => kind === 'text').sort(([a], [b]) => (a < b ? -1 : 1));
const codes = ({ findings }: Analysis) => findings.map(({ code }) => code).sort();

/**
 * Renames there and back. Who was given an argument that was a default before keeps it; all else is as it was, to the byte. Gives
 * whether the bytes could be compared.
 */
function thereAndBack(id: string, checked: Analysis, what: Renameable): boolean {
  const newName = what.name.startsWith('@') ? '@Renamed_x1' : 'Renamed_x1';
  const label = `${id}: ${what.kind} "${what.name}"`;
  const plan = planRename(checked, what, newName);
  const changed = after(checked, plan);
  if (!changed || isRefusal(plan)) return false;
  const renamed = check(changed);
  const known = codes(checked);
  assert.deepEqual(
    codes(renamed).filter((code) => !known.includes(code)),
    [],
    `${label}: new findings`,
  );
  const back = again(renamed, what, newName);
  assert.ok(back, `${label}: not found by its new name`);
  const restored = after(renamed, planRename(renamed, back, what.name));
  // A name that the new one cured is not given again.
  if (!restored && known.length > codes(renamed).length) return false;
  assert.ok(restored, `${label}: no way back`);
  if (plan.changes.some(({ change }) => change.kind === 'tree' && change.edit.kind === 'add-entry')) {
    assert.deepEqual(codes(check(restored)), codes(checked), `${label}: other findings after the way back`);
    return false;
  }
  assert.deepEqual(texts(restored), texts(checked.job.sources), `${label}: not the same bytes`);
  return true;
}

/** An edit that the tree of jobs can make, by numbers that choose among what a job has. */
const anEdit = fc.record({
  kind: fc.constantFrom('move', 'add', 'remove', 'mandatory', 'free'),
  site: fc.nat(20),
  app: fc.nat(5),
});

function withEdit(checked: Analysis, { kind, site, app }: { kind: string; site: number; app: number }): Analysis {
  const { deployed, withoutApp } = sitesOf(checked.job);
  const sites = [...deployed, ...withoutApp];
  const name = sites[site % Math.max(1, sites.length)];
  const to = checked.job.deployment.apps[app % Math.max(1, checked.job.deployment.apps.length)]?.name;
  if (name === undefined || to === undefined) return checked;
  const plans: Readonly<Record<string, () => EditPlan | Refusal>> = {
    move: () => moveSites(checked, [name], to),
    add: () => addSite(checked, `new-${site}`, to),
    remove: () => removeSites(checked, [name], site % 2 === 0),
    mandatory: () => setMandatory(checked, [name], true),
    free: () => setMandatory(checked, [name], false),
  };
  const plan = plans[kind]?.();
  const changed = plan && after(checked, plan);
  return changed ? check(changed) : checked;
}

test('a rename there and back leaves the jobs of the corpus as they were, also after edits', (t) => {
  if (!HAS_CORPUS) return sayNoCorpus('renames');
  const jobs = corpusJobs().filter(({ kind }) => kind !== 'mutant');
  let compared = 0;
  fc.assert(
    fc.property(fc.nat(jobs.length - 1), fc.array(anEdit, { maxLength: 3 }), fc.nat(), (index, edits, which) => {
      const job = jobs[index];
      if (!job) return;
      const checked = edits.reduce(withEdit, check(job.sources));
      const all = renameables(checked);
      const what = all[which % Math.max(1, all.length)];
      if (what && thereAndBack(job.id, checked, what)) compared++;
    }),
    { seed: 11, numRuns: 150 },
  );
  t.diagnostic(`${compared} compared`);
  assert.ok(compared > 90, `only ${compared} renames could be compared`);
});

test('a rename there and back leaves broken jobs as they were, or is refused', () => {
  if (!HAS_CORPUS) return sayNoCorpus('renames of broken jobs');
  const jobs = corpusJobs().filter(({ kind }) => kind === 'mutant');
  let compared = 0;
  fc.assert(
    fc.property(fc.nat(jobs.length - 1), fc.nat(), (index, which) => {
      const job = jobs[index];
      if (!job) return;
      const checked = check(job.sources);
      const all = renameables(checked);
      const what = all[which % Math.max(1, all.length)];
      if (what && thereAndBack(job.id, checked, what)) compared++;
    }),
    { seed: 12, numRuns: 150 },
  );
  assert.ok(compared > 60, `only ${compared} renames could be compared`);
});
