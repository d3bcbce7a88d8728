import * as vscode from 'vscode';
import { type Formats, withWriters } from '../../core/index';
import type { PolicyFile } from '../../core/manifest/index';
import type { KnownSite } from '../../core/schedule/index';
import { loadFormat } from '../../load-format';
import { workspaceFileSystem } from '../workspace-fs';

/** Kits are looked for again after so many milliseconds: they change rarely, and a preview asks on every keystroke. */
const FRESH_FOR = 5_000;
/** A workspace with more such files is not one of jobs. */
const MOST_FILES = 500;

const SITE_FILES = '**/{local/resources.json,local/resources.json.default,project.yml,project.yaml}';
const POLICY_FILES = '**/local/{authorization.json,authorization.json.default}';
const PASSED_OVER = '**/{node_modules,.git,transfer}/**';

/** What startup kits and project files of the workspace tell; remembered for a moment. */
export class WorkspaceSites {
  #sites: Remembered<readonly KnownSite[]> | undefined;
  #policies: Remembered<readonly PolicyFile[]> | undefined;

  /** The clients and what they offer. */
  sites(): Promise<readonly KnownSite[]> {
    this.#sites = fresh(this.#sites) ?? { until: Date.now() + FRESH_FOR, value: findSites() };
    return this.#sites.value;
  }

  /** The rights at the sites. */
  policies(): Promise<readonly PolicyFile[]> {
    this.#policies = fresh(this.#policies) ?? { until: Date.now() + FRESH_FOR, value: findPolicies() };
    return this.#policies.value;
  }
}

interface Remembered<T> {
  readonly until: number;
  readonly value: Promise<T>;
}

function fresh<T>(remembered: Remembered<T> | undefined): Remembered<T> | undefined {
  return remembered && remembered.until > Date.now() ? remembered : undefined;
}

async function findSites(): Promise<readonly KnownSite[]> {
  const files = await vscode.workspace.findFiles(SITE_FILES, PASSED_OVER, MOST_FILES);
  if (files.length === 0) return [];
  const { readSites } = await import('../../core/schedule/index');
  const found: KnownSite[] = [];
  for (const [root, paths] of byRoot(files)) found.push(...(await readSites(workspaceFileSystem(root), paths, await formats())));
  return found;
}

async function findPolicies(): Promise<readonly PolicyFile[]> {
  const files = await vscode.workspace.findFiles(POLICY_FILES, PASSED_OVER, MOST_FILES);
  if (files.length === 0) return [];
  const { readPolicies } = await import('../../core/manifest/index');
  const found: PolicyFile[] = [];
  for (const [root, paths] of byRoot(files))
    found.push(...(await readPolicies(workspaceFileSystem(root), paths, await formats())));
  return found;
}

/** Project files are YAML, kits are JSON. */
async function formats(): Promise<Formats> {
  const [json, yaml] = await Promise.all([loadFormat('json'), loadFormat('yaml')]);
  return withWriters({ json, hocon: undefined, yaml }, loadFormat);
}

function byRoot(files: readonly vscode.Uri[]): ReadonlyMap<vscode.Uri, readonly string[]> {
  const roots = new Map<vscode.Uri, string[]>();
  for (const file of files) {
    const root = vscode.workspace.getWorkspaceFolder(file)?.uri;
    if (!root) continue;
    const known = roots.get(root);
    if (known) known.push(file.path);
    else roots.set(root, [file.path]);
  }
  return roots;
}
