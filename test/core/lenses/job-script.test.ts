import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportedFolder, scriptedJobs } from '../../../src/core/lenses/job-script';
import { unmark } from '../../support/marked';

/** What a script makes: class, name, and the folders that it exports to; the classes are marked. */
function made(source: string): readonly string[] {
  const { text, marks } = unmark(source);
  const jobs = scriptedJobs(text);
  assert.deepEqual(
    jobs.map(({ range }) => ({ start: range.start, end: range.end })),
    marks,
  );
  return jobs.map(({ kind, className, name, exports }) => {
    const folders = exports.map(({ folder }) => folder ?? '?').join(' ');
    return `${kind} ${className} ${name ?? '?'} → ${folders}`.trim();
  });
}

test('a recipe with its export', () => {
  assert.deepEqual(
    made(`
from nvflare.app_opt.pt.recipes.fedavg import FedAvgRecipe
from nvflare.recipe import SimEnv

def main():
    recipe = <|FedAvgRecipe|>(
        name="hello-pt",
        min_clients=2,
    )
    env = SimEnv(num_clients=2)
    if args.export:
        recipe.export(job_dir="/tmp/jobs")
    recipe.execute(env)
`),
    ['recipe FedAvgRecipe hello-pt → /tmp/jobs'],
  );
});

test('a job of the job API, at the outside of the script, with a name from a variable', () => {
  assert.deepEqual(
    made(`
from nvflare.job_config.api import FedJob as Job
NAME = "cifar10"
job = <|Job|>(NAME)
job.to_server(controller)
job.export_job("jobs")
job.simulator_run("/tmp/sim", n_clients=2)
`),
    ['job FedJob cifar10 → jobs'],
  );
});

test('what the script does not say as a text stays open', () => {
  assert.deepEqual(
    made(`
from nvflare.job_config.api import FedJob
job = <|FedJob|>(name=args.name)
job.export_job(os.path.join(root, "jobs"))
other = <|FedJob|>(name=f"a{i}")
`),
    ['job FedJob ? → ?', 'job FedJob ? →'],
  );
});

test('a name that is set twice says nothing, and classes of others are none', () => {
  assert.deepEqual(
    made(`
from nvflare.job_config.api import FedJob
from other import FedAvgRecipe
out = "a"
out = "b"
job = <|FedJob|>(name="x")
job.export_job(out)
recipe = FedAvgRecipe(name="y")
`),
    ['job FedJob x → ?'],
  );
  assert.deepEqual(made('from sklearn.pipeline import FitJob\njob = FitJob()\n'), []);
});

test('a broken script is read as far as it goes', () => {
  assert.deepEqual(made('from nvflare.job_config.api import FedJob\njob = <|FedJob|>(name="x"\n'), ['job FedJob x →']);
});

test('the folder that is written is named by the job', () => {
  const folder = (name: string | undefined, to: string | undefined) => {
    const range = { start: 0, end: 0 };
    return exportedFolder(
      '/home/me/project',
      { className: 'FedJob', kind: 'job', range, name, exports: [] },
      { folder: to, range },
    );
  };
  assert.equal(folder('a', 'jobs'), '/home/me/project/jobs/a');
  assert.equal(folder('a', './out/../jobs/'), '/home/me/project/jobs/a');
  assert.equal(folder('a', '../jobs'), '/home/me/jobs/a');
  assert.equal(folder('a', '/tmp/jobs'), '/tmp/jobs/a');
  assert.equal(folder(undefined, 'jobs'), undefined);
  assert.equal(folder('a', undefined), undefined);
  assert.equal(folder('a', '~/jobs'), undefined);
});
