import * as vscode from 'vscode';
import { CONFIG_ENDINGS } from '../../core/index';
import { textsIn } from '../settings';
import { candidatesAmong } from './job-paths';
import { leavesOut } from './left-out';

const ENDINGS = `{${CONFIG_ENDINGS.map(([ending]) => ending.slice(1)).join(',')}}`;
const STEMS = '{meta,config_fed_server,config_fed_client}';

/**
 * The folders below a workspace folder that may be jobs, as paths: those with a meta file, and apps of the form of before 2.1, which lie
 * in no folder with one. What the user excludes from searches is left out.
 */
export async function candidateFolders(folder: vscode.WorkspaceFolder): Promise<readonly string[]> {
  const excluded = excludedGlobs(folder);
  const exclude = excluded.length > 0 ? `{${excluded.join(',')}}` : undefined;
  const files = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, `**/${STEMS}.${ENDINGS}`), exclude);
  const paths = files.map((uri) => uri.path);
  // Not every provider of files minds what is to be left out; the editor's own search of a disk does.
  return candidatesAmong(folder.uri.scheme === 'file' ? paths : await kept(folder, paths));
}

/** Those of the paths below a workspace folder that the user does not leave out. */
export async function kept(folder: vscode.WorkspaceFolder, paths: readonly string[]): Promise<readonly string[]> {
  if (paths.length === 0) return paths;
  const { default: picomatch } = await import('picomatch');
  const isLeftOut = leavesOut(excludedGlobs(folder), (globs) => picomatch([...globs], { dot: true }));
  return paths.filter((path) => !isLeftOut(path.slice(folder.uri.path.length).replace(/^\//, '')));
}

/** The patterns of what the user leaves out of a workspace folder. */
export function excludedGlobs({ uri }: vscode.WorkspaceFolder): readonly string[] {
  const hidden = (section: string) => {
    const globs = vscode.workspace.getConfiguration(section, uri).get<Record<string, unknown>>('exclude');
    return Object.entries(globs ?? {}).flatMap(([glob, isOn]) => (isOn === true ? [glob] : []));
  };
  const own = textsIn(vscode.workspace.getConfiguration('flareJobs', uri).get('exclude'));
  return [...new Set([...own, ...hidden('files'), ...hidden('search')])];
}
