import assert from 'node:assert/strict';
import { test } from 'node:test';
import { followMove } from '../../../src/core/edit/follow-files';
import { edited } from '../../support/edited-job';
import { wiredJob } from '../../support/wired-job';

/** A client of an app that names files of its own code. */
const CONFIGS = {
  json: [
    'config_fed_client.json',
    '{ "executors": [{ "tasks": ["train"], "executor": { "path": "net.Trainer", "args": { "task_script_path": "src/train.py" } } }],\n' +
      '  "components": [{ "id": "a", "path": "pkg.tools.Tool" }, { "id": "l", "path": "own.L", "args": { "script": "python3 -u custom/src/train.py --n 2" } }] }',
  ],
  hocon: [
    'config_fed_client.conf',
    'executors = [{ tasks = [train], executor { path = net.Trainer, args { task_script_path = "src/train.py" } } }] # one\n' +
      'components = [{ id = a, path = pkg.tools.Tool }, { id = l, path = own.L, args { script = "python3 -u custom/src/train.py --n 2" } }]',
  ],
  yaml: [
    'config_fed_client.yml',
    'executors: [{ tasks: [train], executor: { path: net.Trainer, args: { task_script_path: src/train.py } } }] # one\n' +
      'components: [{ id: a, path: pkg.tools.Tool }, { id: l, path: own.L, args: { script: python3 -u custom/src/train.py --n 2 } }]',
  ],
} as const;

const MOVES: readonly (readonly [what: string, from: string, to: string, changes: readonly (readonly [string, string])[]])[] = [
  ['a module', 'app/custom/net.py', 'app/custom/model.py', [['net.Trainer', 'model.Trainer']]],
  ['a module into a package', 'app/custom/net.py', 'app/custom/pkg/net.py', [['net.Trainer', 'pkg.net.Trainer']]],
  ['a package', 'app/custom/pkg', 'app/custom/lib', [['pkg.tools.Tool', 'lib.tools.Tool']]],
  ['a script', 'app/custom/src/train.py', 'app/custom/src/fit.py', [['src/train.py', 'src/fit.py']]],
  ['a folder of scripts', 'app/custom/src', 'app/custom/code', [['src/train.py', 'code/train.py']]],
];

for (const [format, [name, text]] of Object.entries(CONFIGS)) {
  for (const [what, from, to, changes] of MOVES) {
    test(`${what} takes along what names it (${format})`, () => {
      const { job } = jobWith(name, text);
      const plan = followMove({ job }, from, to);
      assert.ok(plan);
      const result = edited(job, plan);
      assert.ok(typeof result !== 'string', String(result));
      const expected = changes.reduce((now, [before, after]) => now.replaceAll(before, after), text);
      assert.deepEqual(result.texts, { [`app/config/${name}`]: expected });
    });
  }
}

const STAYS: readonly (readonly [what: string, from: string, to: string])[] = [
  ['a script that is still found by the end of its path', 'app/custom/src', 'app/custom/more/src'],
  ['a file that nobody names', 'app/custom/notes.txt', 'app/custom/texts.txt'],
  ['a module that leaves the app', 'app/custom/net.py', 'net.py'],
  ['a module whose new name Python cannot import', 'app/custom/net.py', 'app/custom/my-net.py'],
];

for (const [what, from, to] of STAYS) {
  test(`${what} changes nothing`, () => {
    const { job } = jobWith(...CONFIGS.json);
    assert.equal(followMove({ job }, from, to), undefined);
  });
}

function jobWith(name: string, text: string) {
  return wiredJob(`
--- !app/config/config_fed_client.json
--- app/config/${name}
${text}
--- app/custom/net.py
class Trainer: pass
--- app/custom/pkg/tools.py
class Tool: pass
--- app/custom/src/train.py
print()
--- app/custom/notes.txt
x`);
}
