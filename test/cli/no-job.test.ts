import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCli } from '../support/memory-host';

const NO_JOBS = {
  old: {
    'old/config/config_fed_server.json': '{ "format_version": 2, "workflows": [] }',
    'old/config/config_fed_client.json': '{ "format_version": 2, "executors": [] }',
  },
  sag: {
    'sag/meta.conf': 'name = sag, deploy_map { app = ["@ALL"] }',
    'sag/info.md': '',
    'sag/config_fed_server.conf': 'format_version = 2',
  },
};

for (const command of ['show', 'leaves', 'steps', 'schedule']) {
  test(`${command}: of what is no job yet, it is said what it is`, async () => {
    const old = await runCli([command, 'old'], NO_JOBS.old);
    assert.deepEqual([old.code, old.out], [2, '']);
    assert.match(
      old.err,
      /^flare-jobs: old is an app in the form of before 2\.1, with no meta file that says where it goes; make it a/,
    );
    const template = await runCli([command, 'sag'], NO_JOBS.sag);
    assert.deepEqual([template.code, template.out], [2, '']);
    assert.match(template.err, /^flare-jobs: sag is a template; "nvflare job create" makes a job of it$/m);
  });
}

test('preview: a page about what is no job yet says what it is, what is wrong with it, and what is in it', async () => {
  for (const [folder, tree] of Object.entries(NO_JOBS)) {
    const page = JSON.parse((await runCli(['preview', '-f', 'json', folder], tree)).out);
    assert.match(page.what, /^(App without a job|Template of a job)/);
    assert.deepEqual(Object.keys(page.sections), ['problems', 'upload'], folder);
  }
});
