import * as vscode from 'vscode';
import { inWorkspace, replace, revertAndClose, settled } from './editor';
import { equal, ok, test, until } from './harness';

/** What the tests need of the editor's own Git extension, to make a repository. */
interface Git {
  getAPI(version: 1): {
    init(root: vscode.Uri): Promise<{
      setConfig(key: string, value: string): Promise<unknown>;
      add(paths: readonly string[]): Promise<void>;
      commit(message: string): Promise<void>;
    } | null>;
  };
}

/** The one that is in sight; a document lives on for a while after its editor. */
function comparison(): vscode.TextDocument | undefined {
  return vscode.window.visibleTextEditors
    .map(({ document }) => document)
    .find(({ uri }) => uri.scheme === 'flare-jobs-comparison');
}

async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await until(() => comparison() === undefined, 'end of the comparison');
}

test('compares a job with another one, in a text with links that follows the job', async () => {
  await settled();
  let isDone = false;
  const done = vscode.commands.executeCommand('flareJobs.compareWithJob', inWorkspace('hello')).then(() => {
    isDone = true;
  });
  const document = await until(async () => {
    if (!isDone) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return comparison();
  }, 'comparison');
  await done;
  ok(/^# \w+ → hello$/m.test(document.getText()), document.getText());
  const links = await until(async () => {
    const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    return found.length > 0 && found;
  }, 'links');
  ok(
    links.every(({ target }) => /^L\d+,\d+$/.test(target?.fragment ?? '')),
    String(links[0]?.target),
  );

  const meta = await vscode.window.showTextDocument(inWorkspace('hello/meta.json'), {
    viewColumn: vscode.ViewColumn.Beside,
    preview: false,
  });
  await replace(meta, '"name"', '"scope": "strict", "name"');
  await until(() => comparison()?.getText().includes('privacy scope of each site → "strict"'), 'scope in the comparison');
  await revertAndClose(meta);
  await closeAll();
});

test(
  'compares a job with its last commit',
  async () => {
    await settled();
    const git = vscode.extensions.getExtension<Git>('vscode.git');
    ok(git !== undefined, 'the Git extension is not there');
    const repository = await (await git.activate()).getAPI(1).init(inWorkspace('hello'));
    ok(repository !== null, 'no repository was made');
    await repository.setConfig('user.name', 'a');
    await repository.setConfig('user.email', 'a@example.com');
    const files = await vscode.workspace.findFiles(new vscode.RelativePattern(inWorkspace('hello'), '{meta.json,app/**}'));
    await repository.add(files.map(({ fsPath }) => fsPath));
    await repository.commit('first');
    const code = inWorkspace('hello/app/custom/net.py');
    await vscode.workspace.fs.writeFile(code, new TextEncoder().encode('x = 1\n'));
    await until(async () => (await settled()) && vscode.workspace.fs.stat(code), 'new file');
    await vscode.commands.executeCommand('flareJobs.refresh');
    await vscode.commands.executeCommand('flareJobs.compareWithCommit', inWorkspace('hello'));
    const text = await until(async () => comparison()?.getText(), 'comparison');
    ok(text.includes('# hello: changes since the last commit'), text);
    ok(text.includes('app/custom/net.py added'), text);
    ok(text.includes('- ⚠ the job now brings code of its own'), text);
    await vscode.workspace.fs.delete(inWorkspace('hello/app/custom'), { recursive: true });
    await vscode.workspace.fs.delete(inWorkspace('hello/.git'), { recursive: true });
    await closeAll();
    await settled();
    equal(comparison(), undefined);
  },
  { hosts: ['node', 'desktop'], seconds: 40 },
);

test(
  'says that there is no Git where a commit cannot be read',
  async () => {
    await settled();
    await vscode.commands.executeCommand('flareJobs.compareWithCommit', inWorkspace('hello'));
    const text = await until(async () => comparison()?.getText(), 'comparison');
    equal(text, "# hello\n\nThe editor's Git extension is not there, so the last commit cannot be read.\n");
    await closeAll();
  },
  { hosts: ['web'] },
);
