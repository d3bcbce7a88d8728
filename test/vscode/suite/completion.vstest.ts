import * as vscode from 'vscode';
import { inWorkspace, open, ours, revertAndClose, settled } from './editor';
import { equal, ok, test, until } from './harness';

/** A job that is written for these tests, with a project file beside it that names its sites. */
const JOB: Readonly<Record<string, string>> = {
  'project.yml':
    'participants:\n  - name: server1\n    type: server\n  - name: clinic-a\n    type: client\n  - name: clinic-b\n    type: client\n',
  'typing/meta.json': '{\n  "name": "typing",\n  "deploy_map": { "app": ["server", "clinic-a"] }\n}\n',
  'typing/app/config/config_fed_server.conf':
    'format_version = 2\nrounds = 3\nworkflows = [\n  {\n    id = "fedavg"\n    path = "nvflare.app_common.workflows.fedavg.FedAvg"\n    args { num_clients = 1 }\n  }\n]\ncomponents = []\n',
  'typing/app/config/config_fed_client.yml':
    'format_version: 2\nexecutors:\n  - tasks: [train]\n    executor:\n      path: trainer.Trainer\ncomponents: []\n',
  'typing/app/custom/trainer.py':
    'from nvflare.apis.executor import Executor\n\nclass Trainer(Executor):\n    def __init__(self, rate: float = 0.1): ...\n\nclass Tester(Executor):\n    def __init__(self, folder: str): ...\n',
};

const META = 'typing/meta.json';
const SERVER = 'typing/app/config/config_fed_server.conf';
const CLIENT = 'typing/app/config/config_fed_client.yml';

/** What is typed where, and what the text then holds when the first offer was accepted with the keyboard. */
const PLACES: readonly (readonly [what: string, file: string, before: string, typed: string, after: string])[] = [
  ['a key of the meta file', META, '{\n  "name"', '{\n  "min_cl|"\n  "name"', '  "min_clients": 1,\n  "name": "typing"'],
  ['a site of the project', META, '"clinic-a"]', '"clinic-a", "clin|"]', '["server", "clinic-a", "clinic-b"]'],
  [
    'a mandatory client',
    META,
    '{\n  "name"',
    '{\n  "mandatory_clients": ["cli|"],\n  "name"',
    '"mandatory_clients": ["clinic-a"],',
  ],
  [
    'a class by a part of its name',
    SERVER,
    '"nvflare.app_common.workflows.fedavg.FedAvg"',
    '"CyclicCon|"',
    'path = "nvflare.app_common.workflows.cyclic_ctl.CyclicController"',
  ],
  [
    'an argument with its default',
    SERVER,
    'num_clients = 1',
    'num_clients = 1, num_rou|',
    'args { num_clients = 1, num_rounds = 5 }',
  ],
  ['a variable', SERVER, 'num_clients = 1', 'num_clients = 1, num_rounds = "{rou|"', 'num_rounds = "{rounds}"'],
  [
    'a section of a configuration',
    SERVER,
    'components = []\n',
    'components = []\ntask_data_f|',
    'components = []\ntask_data_filters = [',
  ],
  [
    'a class of the custom code, with what it needs',
    CLIENT,
    'trainer.Trainer',
    'Test|',
    '      path: trainer.Tester\n      args:\n        folder: ""\n',
  ],
  [
    'an argument below a class',
    CLIENT,
    'path: trainer.Trainer\n',
    'path: trainer.Trainer\n      args:\n        ra|\n',
    '      args:\n        rate: 0.1\n',
  ],
  ['a task', CLIENT, '- tasks: [train]', '- tasks: [tr|]', '- tasks: [train]\n'],
];

test(
  'what is offered at ten places is accepted with the keyboard',
  async () => {
    for (const [path, text] of Object.entries(JOB))
      await vscode.workspace.fs.writeFile(inWorkspace(path), new TextEncoder().encode(text));
    await vscode.commands.executeCommand('flareJobs.refresh');
    await settled();
    try {
      for (const [what, file, before, typed, after] of PLACES) await complete(what, file, before, typed, after);
    } finally {
      await vscode.workspace.fs.delete(inWorkspace('typing'), { recursive: true });
      await vscode.workspace.fs.delete(inWorkspace('project.yml'));
      await settled();
    }
  },
  { seconds: 120 },
);

/** A job whose app has nothing for the server yet. */
const HALF: Readonly<Record<string, string>> = {
  'half/meta.json': '{\n  "name": "half",\n  "deploy_map": { "app": ["site-1"] }\n}\n',
  'half/app/config/config_fed_client.json':
    '{\n  "format_version": 2,\n  "executors": [\n    { "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }\n  ]\n}\n',
};

test(
  'what an accepted offer brings stands in the same text, in another file, or in a new one, and can be undone',
  async () => {
    for (const [path, text] of Object.entries({ ...JOB, ...HALF }))
      await vscode.workspace.fs.writeFile(inWorkspace(path), new TextEncoder().encode(text));
    await vscode.commands.executeCommand('flareJobs.refresh');
    await settled();
    try {
      const client = await vscode.workspace.openTextDocument(inWorkspace(CLIENT));
      const path = '"nvflare.app_common.workflows.fedavg.FedAvg"';
      await complete(
        'a class with its arguments and components',
        SERVER,
        path,
        '"ScatterAndGath|"',
        'id = "aggregator"',
        async (editor) => {
          const text = editor.document.getText();
          ok(text.includes('scatter_and_gather.ScatterAndGather"'), text);
          ok(text.includes('id = "shareable_generator"') && text.includes('min_clients'), text);
          await vscode.commands.executeCommand('undo');
          ok(!editor.document.getText().includes('aggregator'), `one undo takes all back: ${editor.document.getText()}`);
        },
      );
      const whole = 'validate]';
      await complete(
        'a class whose tasks the client has to do',
        SERVER,
        path,
        '"CrossSiteModelEv|"',
        'CrossSiteModelEval"',
        async () => {
          await until(() => client.getText().includes(whole), 'tasks in the file of the client');
          equal(client.isDirty, true, 'nothing is saved');
          await vscode.window.showTextDocument(client);
          await vscode.commands.executeCommand('undo');
          equal(client.getText(), JOB[CLIENT], 'undo takes it back');
          await open(SERVER);
        },
      );
      const made = inWorkspace('half/app/config/config_fed_server.json');
      await complete(
        'the server for an app without a file for it',
        'half/meta.json',
        '["site-1"]',
        '["site-1", "ser|"]',
        '"server"]',
        async () => {
          await until(() => exists(made), 'file for the server');
          await until(() => ours('half/meta.json').length === 0, 'job without problems');
        },
      );
    } finally {
      for (const path of ['typing', 'half', 'project.yml'])
        await vscode.workspace.fs.delete(inWorkspace(path), { recursive: true });
      await settled();
    }
  },
  { seconds: 120 },
);

async function exists(uri: vscode.Uri): Promise<boolean> {
  return await vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** Types up to the caret, asks for offers and accepts the first one, as a hand on the keyboard does. */
async function complete(
  what: string,
  file: string,
  before: string,
  typed: string,
  after: string,
  look?: (editor: vscode.TextEditor) => Promise<void>,
): Promise<void> {
  const editor = await open(file);
  const { document } = editor;
  // What was reverted a moment ago arrives when the window has time for it.
  await until(() => document.getText().includes(before), `${before} in ${file} for ${what}`);
  const start = document.getText().indexOf(before);
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + before.length));
  await editor.edit((edit) => edit.replace(range, typed.replace('|', '')));
  const caret = document.positionAt(start + typed.indexOf('|'));
  editor.selection = new vscode.Selection(caret, caret);
  const changed = document.getText();
  await until(() => offersAt(document, caret), `offer for ${what}`);
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
  await until(async () => {
    await vscode.commands.executeCommand('acceptSelectedSuggestion');
    return document.getText() !== changed;
  }, `accepted offer for ${what}`);
  await until(() => document.getText().includes(after), `${after} of ${what}`);
  await look?.(editor);
  await vscode.commands.executeCommand('hideSuggestWidget');
  await vscode.commands.executeCommand('leaveSnippet');
  await revertAndClose(editor);
}

async function offersAt(document: vscode.TextDocument, caret: vscode.Position): Promise<boolean> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    caret,
  );
  return list.items.length > 0;
}
