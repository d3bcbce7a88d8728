import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { find } from '../../../src/core/catalog/catalog';
import { historyOf } from '../../../src/core/catalog/derive/history';
import { releaseRuns, releasesWith, successorOf } from '../../../src/core/catalog/history';
import { HISTORY } from '../../support/catalogs';
import { wiredJob } from '../../support/wired-job';
import { catalogOf, history, RELEASES } from './catalogs';

const ALL = RELEASES.map(catalogOf);

test('the history that ships is that of the catalogues', () => {
  const text = readFileSync('schemas/catalog/nvflare-history.json', 'utf8');
  assert.deepEqual(JSON.parse(text), historyOf(ALL), 'run npm run catalog');
});

test('it says of every path that some release lacks which ones have it', () => {
  let checked = 0;
  for (const [module, byPlaces] of Object.entries(HISTORY.data.paths)) {
    for (const name of Object.values(byPlaces).flat()) {
      const path = module === '' ? `nvflare.${name}` : `nvflare.${module}.${name}`;
      // Names that a package offers come and go with its imports, which a catalogue follows further than one step.
      const exact = history(path, ALL);
      for (const release of releasesWith(HISTORY, path)) assert.ok(exact.includes(release), `${path} in ${release}`);
      checked++;
    }
  }
  assert.ok(checked > 1000, `${checked}`);
});

test('what became of a class is there in the release after its last one', () => {
  for (const [old, now] of [...Object.entries(HISTORY.data.moved), ...Object.entries(HISTORY.data.instead)]) {
    const last = releasesWith(HISTORY, `nvflare.${old}`).at(-1) ?? '';
    const next = catalogOf(RELEASES[RELEASES.indexOf(last) + 1] ?? '');
    assert.equal(find(next, `nvflare.${now}`)?.kind, 'class', `${old} → ${now} in ${next.minor}`);
    assert.match(find(next, `nvflare.${old}`)?.kind ?? '', /^no-/);
  }
});

test('a class is new, gone, moved, or always there', () => {
  const isIn = (release: string) => (path: string) => find(catalogOf(release), path)?.kind === 'class';
  const executor = 'nvflare.app_common.executors.client_api_executor.ClientAPIExecutor';
  assert.deepEqual(releasesWith(HISTORY, executor), ['2.9']);
  assert.deepEqual(releasesWith(HISTORY, 'nvflare.app_common.workflows.scatter_and_gather.ScatterAndGather'), []);
  assert.deepEqual(releasesWith(HISTORY, 'nvflare.constructor.toString'), []);
  assert.deepEqual(
    successorOf(HISTORY, 'nvflare.app_opt.pt.client_api_launcher_executor.PTClientAPILauncherExecutor', isIn('2.9')),
    {
      path: executor,
      how: 'instead',
    },
  );
  assert.deepEqual(successorOf(HISTORY, 'nvflare.app_opt.tracking.tb_receiver.TBAnalyticsReceiver', isIn('2.9'))?.how, 'moved');
  assert.equal(successorOf(HISTORY, 'nvflare.no.Class', isIn('2.9')), undefined);
});

test('releases that follow one another are drawn together', () => {
  assert.equal(releaseRuns(HISTORY, ['2.3', '2.4', '2.5', '2.8']), '2.3 to 2.5, 2.8');
  assert.equal(releaseRuns(HISTORY, ['2.3', '2.4']), '2.3 and 2.4');
});

test('the message says in which releases a class was, and the fix leads to where it is now', () => {
  const job = (path: string, target: string) =>
    wiredJob(`
--- target ${target}
--- app/custom/a.py
a = 1
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [], "components": [{ "id": "c", "path": "${path}" }] }`).findings.find(
      ({ code }) => code === 'classes/not-in-nvflare',
    );
  const moved = job('nvflare.app_opt.tracking.tb_receiver.TBAnalyticsReceiver', '2.9');
  assert.match(
    moved?.message ?? '',
    /it was in 2\.3; it is "nvflare\.app_opt\.tracking\.tb\.tb_receiver\.TBAnalyticsReceiver" now$/,
  );
  assert.deepEqual(
    moved?.fixes.map(({ title }) => title),
    ['Change to "nvflare.app_opt.tracking.tb.tb_receiver.TBAnalyticsReceiver"'],
  );
  const young = job('nvflare.app_common.executors.client_api_executor.ClientAPIExecutor', '2.8');
  assert.match(young?.message ?? '', /it is new in 2\.9/);
  const replaced = job('nvflare.app_common.executors.in_process_client_api_executor.InProcessClientAPIExecutor', '2.9');
  assert.match(
    replaced?.message ?? '',
    /it was in 2\.\d to 2\.8; use ".*ClientAPIExecutor", which came for it with other arguments$/,
  );
  assert.deepEqual(replaced?.fixes, []);
});
