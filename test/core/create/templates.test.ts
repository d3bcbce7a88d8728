// Every template, in every format, for every release with a catalogue: nothing is to be said of it by any rule.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze } from '../../../src/core/analyze';
import { TEMPLATES, templateSources } from '../../../src/core/create/index';
import { releaseName } from '../../../src/core/job/release';
import { wiringPart } from '../../../src/core/wiring/index';
import { ALL_CATALOGS } from '../../support/catalogs';
import { sourcesOf } from '../../support/example-job';
import { TEST_FORMATS } from '../../support/formats';
import { madeJob, madeJobs, TEMPLATE_FILES, TEMPLATE_RELEASES } from '../../support/templates';

for (const target of TEMPLATE_RELEASES) {
  test(`nothing is to be said of a new job of any template for NVFLARE ${releaseName(target)}`, () => {
    const jobs = [
      madeJobs(target, 'all'),
      madeJobs(target, ['site-1', 'site-2']),
      madeJobs(target, ['a-1', 'b-2', 'c-3']),
    ].flat();
    assert.ok(jobs.length >= TEMPLATES.length * 2);
    for (const job of jobs) {
      const sources = sourcesOf(job.name, madeJob(job));
      const { findings, failures } = analyze(sources, { target, formats: TEST_FORMATS, wiring: wiringPart(ALL_CATALOGS) });
      const said = findings.map(({ code, message, severity }) => `${severity} ${code}: ${message}`);
      assert.deepEqual({ said, failures }, { said: [], failures: [] }, `${job.name} in ${job.format}`);
    }
  });
}

test('every file of a template is needed by a release, and every file that is needed is there', () => {
  const needed = TEMPLATE_RELEASES.flatMap((release) => TEMPLATES.flatMap((template) => templateSources({ template, release })));
  assert.deepEqual([...new Set(needed)].sort(), [...TEMPLATE_FILES.keys()].sort());
});

test('each place of a job has one file, whatever the release', () => {
  for (const release of TEMPLATE_RELEASES) {
    for (const { template, format } of madeJobs(release, ['site-1', 'site-2'])) {
      for (const { folder, files, goesTo } of template.apps) {
        const here = files
          .filter(({ source }) => templateSources({ template, release }).includes(source))
          .map(({ path }) => path);
        const sides = here.filter((path) => path.startsWith('config/'));
        assert.deepEqual(sides, [...new Set(sides)], `${template.name}/${folder} for ${releaseName(release)} in ${format}`);
        assert.equal(sides.length, goesTo === 'everyone' ? 2 : 1);
      }
    }
  }
});

test('the words of a template are whole', () => {
  const names = TEMPLATES.map(({ name }) => name);
  assert.deepEqual(names, [...new Set(names)]);
  for (const { description, next } of TEMPLATES) {
    assert.match(description, /^(FedAvg|[a-z]).*[^.]$/);
    // Longer ones do not fit the list in the editor.
    assert.ok(description.length <= 75, description);
    assert.match(next, /^[A-Z].*\.$/);
  }
});
