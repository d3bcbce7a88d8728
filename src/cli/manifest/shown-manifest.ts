import { joinPath } from '../../core/index';
import type { Concern, Manifest, Permission } from '../../core/manifest/index';
import type { CheckedJob } from '../checking/job-checker';
import { locator, type PlaceReport } from '../report';
import { type ShownHead, shownHead } from '../shown-head';

/** What `manifest --format json` writes. Paths are as given on the command line, sizes in bytes. */
export interface ShownManifest extends ShownHead {
  /** The hash of the content, as a server of 2.8 and later makes it; null where not every file could be read. */
  readonly hash: string | null;
  readonly size: number;
  readonly archiveSize: number;
  readonly truncated: boolean;
  readonly entries: Manifest['entries'];
  readonly concerns: readonly ShownConcern[];
  /** Why the job counts as one with code of its own; empty where it does not. */
  readonly byoc: readonly { readonly text: string; readonly sites: readonly string[] | null; readonly at: PlaceReport | null }[];
  /** Null where no class is looked at. */
  readonly notAllowed: readonly { readonly text: string; readonly at: PlaceReport }[] | null;
  readonly roles: readonly ShownRole[];
  readonly brokenPolicies: Manifest['forecast']['broken'];
}

export interface ShownConcern {
  readonly kind: Concern['kind'];
  readonly path: string;
  readonly folder: boolean;
  readonly text: string;
  readonly line: number | null;
  readonly size: number;
  readonly files: number;
}

export interface ShownRole {
  readonly role: string;
  /** `yes`, `no`, or the condition; null where the server's policy is not known. */
  readonly submit: string | null;
  readonly sites: readonly {
    readonly site: string;
    readonly right: string;
    readonly permission: string;
    readonly file: string;
  }[];
}

/** The manifest with lines and characters, for people and programs. */
export function shownManifest(checked: CheckedJob, made: Manifest): ShownManifest {
  const locate = locator(checked.analysis.job, checked.folder);
  return {
    ...shownHead(checked),
    hash: made.hash ?? null,
    size: made.size,
    archiveSize: made.archiveSize,
    truncated: made.truncated,
    entries: made.entries,
    concerns: made.concerns.map(({ kind, path, isFolder, text, line, size, files }) => ({
      kind,
      path: joinPath(checked.folder, path),
      folder: isFolder,
      text,
      line: line ?? null,
      size,
      files,
    })),
    byoc: made.byoc.map(({ text, sites, at }) => ({ text, sites: sites ?? null, at: at ? locate(at) : null })),
    notAllowed: made.notAllowed?.map(({ text, at }) => ({ text, at: locate(at) })) ?? null,
    roles: made.forecast.roles.map(({ role, submit, sites }) => ({
      role,
      submit: submit ? permissionText(submit) : null,
      sites: sites.map(({ site, right, permission, file }) => ({ site, right, permission: permissionText(permission), file })),
    })),
    brokenPolicies: made.forecast.broken,
  };
}

function permissionText(permission: Permission): string {
  return permission.kind === 'if' ? `if ${permission.condition}` : permission.kind;
}
