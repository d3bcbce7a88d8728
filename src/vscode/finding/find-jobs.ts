import * as vscode from 'vscode';
import { CONFIG_ENDINGS } from '../../core/index';
import { textsIn } from '../settings';
import { candidatesAmong } from './job-paths';

const ENDINGS = `{${CONFIG_ENDINGS.map(([ending]) => ending.slice(1)).join(',')}}`;
const STEMS = '{meta,config_fed_server,config_fed_client}';

/**
 * The folders below a workspace folder that may be jobs, as paths: those with a meta file, and apps of the form of before 2.1, which lie
 * in no folder with one. What the user excludes from searches is left out.
 */
export async function candidateFolders(folder: vscode.WorkspaceFolder): Promise<readonly string[]> {
  const settings = vscode.workspace.getConfiguration('flareJobs', folder.uri);
  const excluded = [...textsIn(settings.get('exclude')), ...hiddenFiles(folder)];
  const exclude = excluded.length > 0 ? `{${excluded.join(',')}}` : undefined;
  const files = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, `**/${STEMS}.${ENDINGS}`), exclude);
  return candidatesAmong(files.map((uri) => uri.path));
}

function hiddenFiles(folder: vscode.WorkspaceFolder): readonly string[] {
  const both = {
    ...vscode.workspace.getConfiguration('files', folder.uri).get<Record<string, unknown>>('exclude'),
    ...vscode.workspace.getConfiguration('search', folder.uri).get<Record<string, unknown>>('exclude'),
  };
  return Object.entries(both)
    .filter(([, isOn]) => isOn === true)
    .map(([glob]) => glob);
}
