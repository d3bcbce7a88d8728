import * as vscode from 'vscode';
import { type Finding, NEWEST, parseRelease, type Release, type RuleSettings, type Severity } from '../core/index';

/** The settings that bear on checks, for one folder. */
export interface CheckSettings {
  readonly target: Release;
  /** Whether the user named the release. */
  readonly isTargetSet: boolean;
  readonly rules: RuleSettings;
  /** Whether a finding is to be left out because of the path that it lies in, relative to the workspace folder. */
  isSilenced(finding: Pick<Finding, 'code'>, path: string): boolean;
}

/** Compiles a glob pattern; the library behind it is only loaded for users who silence something. */
export type CompileGlob = (glob: string) => (path: string) => boolean;

type Silence = Readonly<Record<string, readonly string[] | '*'>>;

/** Loads the glob compiler if any folder of the workspace silences rules by path. */
export async function globCompiler(): Promise<CompileGlob | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (!folders.some(({ uri }) => Object.keys(silenceOf(uri)).length > 0)) return undefined;
  const { default: picomatch } = await import('picomatch');
  return (glob) => picomatch(glob, { dot: true });
}

/** Reads the settings that apply to a folder. */
export function checkSettings(scope: vscode.Uri, compile: CompileGlob | undefined): CheckSettings {
  const settings = vscode.workspace.getConfiguration('flareJobs', scope);
  const wanted = parseRelease(settings.get<string>('targetVersion', ''));
  const silence = compile ? Object.entries(silenceOf(scope)).map(([glob, codes]) => ({ matches: compile(glob), codes })) : [];
  return {
    target: wanted ?? NEWEST,
    isTargetSet: wanted !== undefined,
    rules: settings.get<Record<string, Severity | 'off'>>('rules', {}),
    isSilenced: ({ code }, path) =>
      silence.some(({ matches, codes }) => (codes === '*' || codes.includes(code)) && matches(path)),
  };
}

function silenceOf(scope: vscode.Uri): Silence {
  return vscode.workspace.getConfiguration('flareJobs', scope).get<Silence>('silence', {});
}
