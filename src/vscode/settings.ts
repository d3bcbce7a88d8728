import * as vscode from 'vscode';
import {
  type Finding,
  NEWEST,
  PIN_FILES,
  type PinnedRelease,
  parseRelease,
  pinnedRelease,
  type Release,
  type RuleSettings,
  type Severity,
} from '../core/index';

/** The settings that bear on checks, for one folder. */
export interface CheckSettings {
  readonly target: Release;
  readonly targetFrom: TargetOrigin;
  readonly rules: RuleSettings;
  /** Whether a finding is to be left out because of the path that it lies in, relative to the workspace folder. */
  isSilenced(finding: Pick<Finding, 'code'>, path: string): boolean;
}

/** Why jobs are checked for a release: the setting, a pin at the root of their workspace folder, or nothing that says otherwise. */
export type TargetOrigin =
  | { readonly kind: 'setting' }
  | { readonly kind: 'pin'; readonly uri: vscode.Uri; readonly pin: PinnedRelease }
  | { readonly kind: 'newest' };

/** What is loaded before the settings of folders can be read. */
export interface SettingsParts {
  /** Only there where a folder of the workspace silences rules by path. */
  readonly compile: Compile | undefined;
  /** The release that a workspace folder pins, by its URI. */
  readonly pins: ReadonlyMap<string, Extract<TargetOrigin, { kind: 'pin' }>>;
}

/** Loads what the settings of the workspace's folders need. */
export async function settingsParts(): Promise<SettingsParts> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const pins = await Promise.all(folders.map(async ({ uri }) => [uri.toString(), await pinOf(uri)] as const));
  return { compile: await globCompiler(), pins: new Map(pins.flatMap(([key, pin]) => (pin ? [[key, pin]] : []))) };
}

async function pinOf(folder: vscode.Uri): Promise<Extract<TargetOrigin, { kind: 'pin' }> | undefined> {
  for (const file of PIN_FILES) {
    const uri = vscode.Uri.joinPath(folder, file);
    const text = await textOf(uri);
    const pin = text === undefined ? undefined : pinnedRelease(file, text);
    if (pin) return { kind: 'pin', uri, pin };
  }
  return undefined;
}

/** The text of a file, or `undefined` where there is none that can be read. */
async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return undefined;
    throw error;
  }
}

/** Compiles a glob pattern; the library behind it is only loaded for users who silence something. */
type Compile = (glob: string) => (path: string) => boolean;

type Silence = Readonly<Record<string, readonly string[] | '*'>>;

/** Loads the glob compiler if any folder of the workspace silences rules by path. */
async function globCompiler(): Promise<Compile | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (!folders.some(({ uri }) => Object.keys(silenceOf(uri)).length > 0)) return undefined;
  const { default: picomatch } = await import('picomatch');
  return (glob) => picomatch(glob, { dot: true });
}

/** Reads the settings that apply to a folder. */
export function checkSettings(scope: vscode.Uri, parts: SettingsParts | undefined): CheckSettings {
  const settings = vscode.workspace.getConfiguration('flareJobs', scope);
  const compile = parts?.compile;
  const folder = vscode.workspace.getWorkspaceFolder(scope);
  const pinned = folder && parts?.pins.get(folder.uri.toString());
  const wanted = parseRelease(settings.get<string>('targetVersion', ''));
  const silence = compile ? Object.entries(silenceOf(scope)).map(([glob, codes]) => ({ matches: compile(glob), codes })) : [];
  return {
    target: wanted ?? pinned?.pin.release ?? NEWEST,
    targetFrom: wanted ? { kind: 'setting' } : (pinned ?? { kind: 'newest' }),
    rules: settings.get<Record<string, Severity | 'off'>>('rules', {}),
    isSilenced: ({ code }, path) =>
      silence.some(({ matches, codes }) => (codes === '*' || codes.includes(code)) && matches(path)),
  };
}

function silenceOf(scope: vscode.Uri): Silence {
  return vscode.workspace.getConfiguration('flareJobs', scope).get<Silence>('silence', {});
}
