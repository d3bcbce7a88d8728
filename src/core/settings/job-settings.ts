import { type CodeFolder, NEWEST, type Release, type RuleSettings } from '../index';
import { placedFolders } from './code-folders';
import type { InstalledRelease } from './installed-release';
import type { FoundPin, FoundSettings, Project } from './project';
import type { Silence } from './settings-file';

/** What the person at work asks for: options of the command line, or the editor's own settings. It wins over files of the project. */
export interface Wishes {
  readonly target?: Release | undefined;
  readonly rules?: RuleSettings;
  readonly silences?: readonly PlacedSilence[];
  /** Folders of code; relative ones begin at the absolute `base`. */
  readonly codeFolders?: { readonly base: string; readonly folders: readonly string[] } | undefined;
}

/** A silence with the absolute folder that its pattern is relative to. */
export interface PlacedSilence extends Silence {
  readonly folder: string;
}

/** Why a job is checked for a release. */
export type TargetOrigin =
  | { readonly kind: 'wish' }
  | { readonly kind: 'settings-file'; readonly settings: FoundSettings }
  | { readonly kind: 'installed'; readonly installed: InstalledRelease }
  | { readonly kind: 'pin'; readonly pin: FoundPin }
  | { readonly kind: 'newest' };

/** How one job is checked. */
export interface JobSettings {
  readonly target: Release;
  readonly targetFrom: TargetOrigin;
  readonly rules: RuleSettings;
  readonly silences: readonly PlacedSilence[];
  /** Where Python code lies that the sites have installed, in the order in which it is looked for. */
  readonly codeFolders: readonly CodeFolder[];
}

/**
 * How a job is checked: what is asked for, then what the settings file says, then, for the release, the source of NVFLARE that the job
 * lies in, then what is installed, then what the project pins, then the newest known. Rules are set one by one, so a wish for one of them leaves the others as the file has them; silences
 * and folders of code add up, those asked for first.
 */
export function jobSettings({ settings, checkout, installed, pin }: Project, wishes: Wishes = {}): JobSettings {
  const silences = settings ? settings.silences.map((silence) => ({ ...silence, folder: settings.folder })) : [];
  return {
    ...targetOf({ settings, installed: checkout ?? installed, pin }, wishes.target),
    rules: { ...settings?.rules, ...wishes.rules },
    silences: [...silences, ...(wishes.silences ?? [])],
    codeFolders: [
      ...(wishes.codeFolders ? placedFolders(wishes.codeFolders.base, wishes.codeFolders.folders) : []),
      ...(settings ? placedFolders(settings.folder, settings.codeFolders) : []),
    ],
  };
}

function targetOf({ settings, installed, pin }: Project, wish: Release | undefined): Pick<JobSettings, 'target' | 'targetFrom'> {
  if (wish) return { target: wish, targetFrom: { kind: 'wish' } };
  if (settings?.target) return { target: settings.target, targetFrom: { kind: 'settings-file', settings } };
  if (installed) return { target: installed.release, targetFrom: { kind: 'installed', installed } };
  if (pin) return { target: pin.release, targetFrom: { kind: 'pin', pin } };
  return { target: NEWEST, targetFrom: { kind: 'newest' } };
}
