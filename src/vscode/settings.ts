import picomatch from 'picomatch';
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

/** Reads the settings that apply to a folder. */
export function checkSettings(scope: vscode.Uri): CheckSettings {
  const settings = vscode.workspace.getConfiguration('flareJobs', scope);
  const wanted = parseRelease(settings.get<string>('targetVersion', ''));
  const silence = Object.entries(settings.get<Record<string, readonly string[] | '*'>>('silence', {})).map(([glob, codes]) => ({
    matches: picomatch(glob, { dot: true }),
    codes,
  }));
  return {
    target: wanted ?? NEWEST,
    isTargetSet: wanted !== undefined,
    rules: settings.get<Record<string, Severity | 'off'>>('rules', {}),
    isSilenced: ({ code }, path) =>
      silence.some(({ matches, codes }) => (codes === '*' || codes.includes(code)) && matches(path)),
  };
}
