import * as vscode from 'vscode';
import { extension, open } from './editor';
import { equal, ok, test, until } from './harness';

test('activates where a job is', async () => {
  await open('hello/meta.json');
  await until(() => extension().isActive, 'active extension');
});

test('registers every command it contributes', async () => {
  const contributed: readonly { readonly command: string }[] = extension().packageJSON.contributes?.commands ?? [];
  ok(contributed.length > 0, 'the extension contributes commands');
  const registered = new Set(await vscode.commands.getCommands(true));
  const missing = contributed.map(({ command }) => command).filter((command) => !registered.has(command));
  equal(missing, [], 'contributed commands without code');
});
