import * as vscode from 'vscode';
import { codes, inWorkspace, open, rangeOf, revertAndClose, settled } from './editor';
import { equal, ok, test, until } from './harness';

const SERVER = 'hello/app/config/config_fed_server.json';
const CLIENT = 'hello/app/config/config_fed_client.json';

/** Runs one of the editor's provider commands at a text of a file. */
async function at<T>(command: string, path: string, text: string): Promise<T> {
  await settled();
  const editor = await open(path);
  const { start } = rangeOf(editor.document, text);
  const found = await vscode.commands.executeCommand<T>(command, editor.document.uri, start.translate(0, 3));
  await revertAndClose(editor);
  return found;
}

test('hovering a class path of an app shows its signature from the catalogue', async () => {
  const hovers = await at<readonly vscode.Hover[]>('vscode.executeHoverProvider', SERVER, '"nvflare.app_common.workflows');
  const text = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value))).join('\n');
  for (const part of ['ScatterAndGather', 'controller', 'num_rounds: int = 5']) ok(text.includes(part), `"${part}" in: ${text}`);
});

test('an id leads to its component, a task to its executor in another file', async () => {
  const go = async (text: string) =>
    (await at<readonly vscode.LocationLink[]>('vscode.executeDefinitionProvider', SERVER, text)).map(
      ({ targetUri, targetRange }) => [targetUri.toString(), targetRange.start.line],
    );
  equal(await go('"persistor",'), [[inWorkspace(SERVER).toString(), 17]]);
  const [task] = await go('"train"');
  equal(task?.[0], inWorkspace(CLIENT).toString());
});

test('references of a task are in both configurations', async () => {
  const found = await at<readonly vscode.Location[]>('vscode.executeReferenceProvider', SERVER, '"train"');
  equal(found.map(({ uri }) => uri.toString()).sort(), [inWorkspace(CLIENT).toString(), inWorkspace(SERVER).toString()]);
});

/** Runs with an environment beside the jobs that has NVFLARE 2.7.2, or what looks like it. */
async function withInstalled(body: (module: vscode.Uri) => Promise<void>): Promise<void> {
  await settled();
  const packages = inWorkspace('.venv/lib/python3.11/site-packages');
  const module = vscode.Uri.joinPath(packages, 'nvflare/app_common/workflows/scatter_and_gather.py');
  const write = (uri: vscode.Uri, text: string) => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  await write(vscode.Uri.joinPath(packages, 'nvflare-2.7.2.dist-info/METADATA'), '');
  for (const name of ['nvflare', 'nvflare/app_common']) await write(vscode.Uri.joinPath(packages, `${name}/__init__.py`), '');
  await write(module, 'import os\n\nclass ScatterAndGather(Controller):\n    def __init__(self, min_clients=1):\n        pass\n');
  try {
    await vscode.commands.executeCommand('flareJobs.refresh');
    await settled();
    await body(module);
  } finally {
    await vscode.workspace.fs.delete(inWorkspace('.venv'), { recursive: true });
    await vscode.commands.executeCommand('flareJobs.refresh');
    await settled();
  }
}

async function definitions(text: string): Promise<readonly (readonly [string, number])[]> {
  const found = await at<readonly vscode.LocationLink[]>('vscode.executeDefinitionProvider', SERVER, text);
  return found.map(({ targetUri, targetRange }) => [targetUri.toString(), targetRange.start.line]);
}

async function hoverText(text: string): Promise<string> {
  const hovers = await at<readonly vscode.Hover[]>('vscode.executeHoverProvider', SERVER, text);
  return hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value))).join('\n');
}

test(
  'an NVFLARE that is installed beside the jobs gives the release and has the definition of a class',
  () =>
    withInstalled(async (module) => {
      equal(await definitions('"nvflare.app_common.workflows'), [[module.toString(), 2]]);
      equal(await definitions('"min_clients"'), [[module.toString(), 3]]);
      const text = await hoverText('"nvflare.app_common.workflows');
      ok(text.includes('NVFLARE 2.7'), `checked for what is installed: ${text}`);
    }),
  { hosts: ['node', 'desktop'] },
);

test(
  'an installed NVFLARE that no catalogue knows is read, and what changes in it is noticed',
  () =>
    withInstalled(async (module) => {
      const text = await hoverText('"nvflare.app_common.workflows');
      ok(text.includes('NVFLARE 2.7.2'), `read from what is installed: ${text}`);
      await until(() => codes(CLIENT).includes('classes/not-in-nvflare'), 'class that the package does not have');
      const packages = module.path.slice(0, module.path.indexOf('/app_common/'));
      const trainer = module.with({ path: `${packages}/app_common/np/np_trainer.py` });
      const code = 'from ours import Trainer\nclass NPTrainer(Trainer):\n    def __init__(self, delta=1): pass\n';
      await vscode.workspace.fs.writeFile(trainer, new TextEncoder().encode(code));
      await until(() => !codes(CLIENT).includes('classes/not-in-nvflare'), 'class that came into the package');
    }),
  { hosts: ['node', 'desktop'] },
);

test('a class in a folder that the setting names is checked, and go to definition leads there', async () => {
  await settled();
  const write = (path: string, text: string) => vscode.workspace.fs.writeFile(inWorkspace(path), new TextEncoder().encode(text));
  const old = await vscode.workspace.fs.readFile(inWorkspace(CLIENT));
  const executor = '"path": "ours.Trainer", "args": { "epoch": 1 }';
  await write('shared/ours.py', '\nclass Trainer:\n    def __init__(self, epochs=1): pass\n');
  await write(CLIENT, new TextDecoder().decode(old).replace('"path": "nvflare.app_common.np.np_trainer.NPTrainer"', executor));
  try {
    await until(() => !codes(CLIENT).includes('arguments/unknown'), 'class that is unknown');
    await write('.flare-jobs.json', '{ "codeFolders": ["shared"] }');
    await until(() => codes(CLIENT).includes('arguments/unknown'), 'argument that is checked');
    const [link] = await at<readonly vscode.LocationLink[]>('vscode.executeDefinitionProvider', CLIENT, '"ours.Trainer');
    equal([link?.targetUri.toString(), link?.targetRange.start.line], [inWorkspace('shared/ours.py').toString(), 1]);
    await write('shared/ours.py', '\nclass Trainer:\n    def __init__(self, epoch=1): pass\n');
    await until(() => !codes(CLIENT).includes('arguments/unknown'), 'constructor that was changed');
  } finally {
    await vscode.workspace.fs.writeFile(inWorkspace(CLIENT), old);
    await vscode.workspace.fs.delete(inWorkspace('.flare-jobs.json'));
    await vscode.workspace.fs.delete(inWorkspace('shared'), { recursive: true });
    await vscode.commands.executeCommand('flareJobs.refresh');
    await settled();
  }
});

test(
  'in a browser an NVFLARE that is installed beside the jobs changes nothing',
  () =>
    withInstalled(async () => {
      equal(await definitions('"nvflare.app_common.workflows'), []);
      const text = await hoverText('"nvflare.app_common.workflows');
      ok(text.includes('ScatterAndGather') && !text.includes('NVFLARE 2.7'), `checked for the newest release: ${text}`);
    }),
  { hosts: ['web'] },
);

test('the release can be picked', async () => {
  await settled();
  ok((await vscode.commands.getCommands(true)).includes('flareJobs.pickRelease'), 'the command is there');
});
