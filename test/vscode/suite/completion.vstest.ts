import * as vscode from 'vscode';
import { inWorkspace, open, revertAndClose, settled } from './editor';
import { ok, test, until } from './harness';

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

/** Types up to the caret, asks for offers and accepts the first one, as a hand on the keyboard does. */
async function complete(what: string, file: string, before: string, typed: string, after: string): Promise<void> {
  const editor = await open(file);
  const { document } = editor;
  const start = document.getText().indexOf(before);
  ok(start >= 0, `${what}: ${file} holds ${before}`);
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
  ok(document.getText().includes(after), `${what}: ${after} in ${document.getText()}`);
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
