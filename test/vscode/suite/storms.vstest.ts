// What disks, other programs and settings files do to an editor that was open first.
import * as vscode from 'vscode';
import { codes, inWorkspace, open, replace, revertAndClose, settled } from './editor';
import { equal, ok, test, until } from './harness';

const { fs } = vscode.workspace;
const SERVER = '{ "format_version": 2, "workflows": [], "components": [] }';
const NO_SERVER = '{ "name": "x", "deploy_map": { "app": ["site-1"] } }';

function write(path: string, content: string | Uint8Array): Thenable<void> {
  return fs.writeFile(inWorkspace(path), typeof content === 'string' ? new TextEncoder().encode(content) : content);
}

async function makeJob(folder: string, meta = NO_SERVER): Promise<void> {
  await Promise.all([write(`${folder}/app/config/config_fed_server.json`, SERVER), write(`${folder}/meta.json`, meta)]);
}

const isBad = (path: string) => codes(path).includes('deploy-map/no-server');

test(
  'a hundred jobs that come, change and go at once leave neither gaps nor problems of what is gone',
  async () => {
    const names = Array.from({ length: 100 }, (_, i) => `storm/job-${i}`);
    await Promise.all(names.map((name) => makeJob(name)));
    await until(() => names.every((name) => isBad(`${name}/meta.json`)), 'problem of each new job', 25);
    // One half goes, one half changes, and a folder takes the place of a file.
    await Promise.all(
      names.map((name, i) =>
        i % 2 === 0
          ? fs.delete(inWorkspace(name), { recursive: true })
          : write(`${name}/meta.json`, NO_SERVER.replace('"site-1"', '"server", "site-1"')),
      ),
    );
    await write('storm/job-0', 'a file now');
    await until(
      () => names.every((name) => codes(`${name}/meta.json`).every((code) => code !== 'deploy-map/no-server')),
      'end of all',
      25,
    );
    ok(
      names.every((name, i) => i % 2 === 1 || codes(`${name}/meta.json`).length === 0),
      'nothing is said of what is gone',
    );
    await fs.delete(inWorkspace('storm'), { recursive: true });
    await until(
      () => names.every((name) => codes(`${name}/app/config/config_fed_server.json`).length === 0),
      'end of the rest',
      25,
    );
  },
  { seconds: 90 },
);

test(
  'something that writes into a job without a pause does not keep its problems from being found',
  async () => {
    await makeJob('busy', NO_SERVER.replace('"site-1"', '"server", "site-1"'));
    await settled();
    let isOver = false;
    const writer = (async () => {
      for (let i = 0; !isOver; i++) {
        await write(`busy/log-${i % 10}.txt`, `${i}`);
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
    })();
    await write('busy/meta.json', NO_SERVER);
    try {
      await until(() => isBad('busy/meta.json'), 'problem while something else writes', 8);
    } finally {
      isOver = true;
      await writer;
    }
    await fs.delete(inWorkspace('busy'), { recursive: true });
    await until(() => codes('busy/meta.json').length === 0, 'end of the problems');
  },
  { seconds: 40 },
);

test('an unsaved text stays when its job is deleted, and its problems go', async () => {
  await makeJob('lost');
  await until(() => isBad('lost/meta.json'), 'problem of the job');
  const editor = await open('lost/meta.json');
  await replace(editor, '"x"', '"kept"');
  await fs.delete(inWorkspace('lost'), { recursive: true });
  await until(() => codes('lost/meta.json').length === 0, 'end of the problems');
  ok(editor.document.getText().includes('"kept"'), 'the text is still there');
  await revertAndClose(editor);
});

test('what is typed while the disk is read is what is judged in the end', async () => {
  await makeJob('typed');
  const editor = await open('typed/meta.json');
  for (let i = 0; i < 10; i++) {
    const reading = Promise.all([write(`typed/note-${i}.txt`, `${i}`), settled()]);
    await replace(editor, '["site-1"]', '["server", "site-1"]');
    await replace(editor, '["server", "site-1"]', '["site-1"]');
    await reading;
  }
  await replace(editor, '["site-1"]', '["server", "site-1"]');
  await settled();
  await until(() => !isBad('typed/meta.json'), 'end of the problem that was mended');
  await revertAndClose(editor);
  await fs.delete(inWorkspace('typed'), { recursive: true });
});

test('a file in another encoding is unreadable to NVFLARE, whether an editor shows it or not', async () => {
  const latin = Uint8Array.from([...NO_SERVER.replace('"x"', '"\u00e9"')].map((letter) => letter.charCodeAt(0)));
  await makeJob('latin');
  await write('latin/meta.json', latin);
  await until(() => codes('latin/meta.json').includes('meta/unreadable'), 'problem of the encoding');
  const editor = await open('latin/meta.json');
  await vscode.commands.executeCommand('flareJobs.refresh');
  await settled();
  ok(codes('latin/meta.json').includes('meta/unreadable'), 'the problem is there while an editor shows the file');
  await revertAndClose(editor);
  await fs.delete(inWorkspace('latin'), { recursive: true });
  await until(() => codes('latin/meta.json').length === 0, 'end of the problems');
});

test(
  'a byte-order mark is taken away by its fix, and no letter of the text with it',
  async () => {
    await makeJob('marked', `\ufeff${NO_SERVER}`);
    await until(() => codes('marked/meta.json').includes('meta/unreadable'), 'problem of the mark');
    const editor = await open('marked/meta.json');
    const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      new vscode.Range(0, 0, 0, 1),
    );
    equal(actions[0]?.title, 'Remove the byte-order mark');
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand('editor.action.codeAction', { kind: 'quickfix', apply: 'first' });
    const onDisk = async () => new TextDecoder('utf-8', { ignoreBOM: true }).decode(await fs.readFile(editor.document.uri));
    await until(async () => !(await onDisk()).startsWith('\ufeff'), 'file without the mark');
    equal(await onDisk(), NO_SERVER);
    await until(() => isBad('marked/meta.json'), 'problem of the text that can be read now');
    await revertAndClose(editor);
    await fs.delete(inWorkspace('marked'), { recursive: true });
    await until(() => codes('marked/meta.json').length === 0, 'end of the problems');
  },
  { hosts: ['node', 'desktop'] },
); // The editor of the web host is of before 1.100, which does not say how a file is saved.

test(
  'settings of a wrong type are passed over, and the jobs are still checked',
  async () => {
    const wrong: readonly unknown[] = [5, null, ['x', null], { a: 5, 'meta/**': [5, null] }];
    const keys = ['targetVersion', 'rules', 'silence', 'codeFolders', 'exclude', 'upload.largestFile', 'codeLens'];
    const expected = [...codes('typo/meta.json')].sort();
    ok(expected.length > 0, 'there are problems to begin with');
    for (const value of wrong) {
      for (const key of keys)
        await vscode.workspace.getConfiguration('flareJobs').update(key, value, vscode.ConfigurationTarget.Workspace);
      await vscode.commands.executeCommand('flareJobs.refresh');
      await settled();
      const found = [...codes('typo/meta.json')].sort();
      for (const key of keys)
        await vscode.workspace.getConfiguration('flareJobs').update(key, undefined, vscode.ConfigurationTarget.Workspace);
      equal(found, expected, `problems with ${JSON.stringify(value)} for every setting`);
    }
    await settled();
  },
  { seconds: 90 },
);
