import type { JobDefinition } from '../../job/job-from-meta';
import type { Job } from '../../job/model';
import { counted } from '../../text/counted';
import type { PreviewApp } from './apps';
import type { PreviewTarget } from './place';
import type { PreviewSetup } from './setups';
import type { PreviewSite } from './sites';

/** A number of the summary, with what it means here. */
export interface PreviewFact {
  readonly label: string;
  readonly value: string;
  readonly note: string;
  /** Whether it cannot work like this. */
  readonly isWrong: boolean;
  /** Where it is said. */
  readonly target: PreviewTarget | null;
}

/** The summary: apps, sites, how many clients must be there, who must, and the GPUs asked for. */
export function previewFacts(
  job: Job,
  definition: JobDefinition,
  apps: readonly PreviewApp[],
  sites: readonly PreviewSite[],
  setups: readonly PreviewSetup[],
): readonly PreviewFact[] {
  const known = knownSites(job, definition, sites);
  return [appsFact(apps), sitesFact(known), clientsFact(known), mandatoryFact(known), gpusFact(known, setups)];
}

interface KnownSites {
  readonly hasServer: boolean;
  /** Clients that get an app and are named. */
  readonly clients: readonly PreviewSite[];
  /** The row of `@ALL`, which stands for clients that nobody named. */
  readonly all: PreviewSite | undefined;
  readonly withoutApp: number;
  /** Whether these are all; else a part of the file could not be read. */
  readonly certain: boolean;
  readonly least: number | undefined;
  readonly required: readonly string[] | undefined;
}

function knownSites(job: Job, { minSites, requiredSites }: JobDefinition, sites: readonly PreviewSite[]): KnownSites {
  return {
    hasServer: sites.some(({ role, how }) => role === 'server' && how !== null),
    clients: sites.filter(({ role, how }) => role === 'client' && how !== null),
    all: sites.find(({ role }) => role === 'all'),
    withoutApp: sites.filter(({ how }) => how === null).length,
    certain: job.deployment.certain,
    least: minSites.value,
    required: requiredSites.value && [...new Set(requiredSites.value)],
  };
}

function appsFact(apps: readonly PreviewApp[]): PreviewFact {
  const missing = apps.filter(({ notes }) => notes.includes('its folder is missing')).length;
  const byoc = apps.filter(({ notes }) => notes.some((note) => note.includes('BYOC'))).length;
  const note = missing > 0 ? `${counted(missing, 'folder')} missing` : byoc > 0 ? `${byoc} with custom code` : 'no custom code';
  return {
    label: apps.length === 1 ? 'App' : 'Apps',
    value: String(apps.length),
    note: apps.length === 0 ? 'nothing to run' : note,
    isWrong: missing > 0 || apps.length === 0,
    target: { kind: 'key', key: 'deploy_map' },
  };
}

function sitesFact({ hasServer, clients, all, withoutApp, certain }: KnownSites): PreviewFact {
  const target: PreviewTarget = { kind: 'key', key: 'deploy_map' };
  if (all) {
    const named = clients.length > 0 ? `, ${clients.length} of them named` : '';
    return { label: 'Sites', value: 'All', note: `server, every client${named}`, isWrong: false, target };
  }
  const number = clients.length + (hasServer ? 1 : 0);
  const who = `${hasServer ? 'server' : 'no server'}, ${counted(clients.length, 'client')}`;
  return {
    label: number === 1 ? 'Site' : 'Sites',
    value: certain ? String(number) : `${number} or more`,
    note: withoutApp > 0 ? `${who}; ${withoutApp} without app` : who,
    isWrong: certain && (!hasServer || clients.length === 0),
    target,
  };
}

/** How many clients must take part, and how many may stay away. Clients that are mandatory count even where `min_clients` is less. */
function clientsFact({ clients, all, certain, least, required }: KnownSites): PreviewFact {
  const target: PreviewTarget = { kind: 'key', key: 'min_clients' };
  const label = 'Clients needed';
  if (least === undefined) return { label, value: '?', note: 'min_clients is no whole number', isWrong: true, target };
  const isOpen = all !== undefined || !certain;
  const names = new Set(clients.map(({ name }) => name));
  const needed = Math.max(least, required?.filter((name) => isOpen || names.has(name)).length ?? 0);
  if (isOpen) {
    const note = all ? 'any others may stay away' : 'of those that could not be read';
    return { label, value: String(needed), note, isWrong: false, target };
  }
  const spare = clients.length - needed;
  const note = spare < 0 ? `only ${clients.length} named` : spare === 0 ? 'none may stay away' : `${spare} may stay away`;
  return { label, value: `${needed} of ${clients.length}`, note, isWrong: spare < 0, target };
}

function mandatoryFact({ clients, all, certain, required }: KnownSites): PreviewFact {
  const target: PreviewTarget = { kind: 'key', key: 'mandatory_clients' };
  const label = 'Mandatory';
  if (required === undefined)
    return { label, value: '?', note: 'mandatory_clients is not a list of strings', isWrong: true, target };
  const names = new Set(clients.map(({ name }) => name));
  const away = all || !certain ? [] : required.filter((name) => !names.has(name));
  if (away.length > 0) return { label, value: String(required.length), note: `${list(away)}: no app`, isWrong: true, target };
  const note = required.length === 0 ? 'no client in particular' : list(required);
  return { label, value: required.length === 0 ? 'None' : String(required.length), note, isWrong: false, target };
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, 2).join(', ');
  return names.length > 2 ? `${shown} and ${names.length - 2} more` : shown;
}

/** What resource managers are asked for in all; what launchers ask for besides depends on how each site starts jobs. */
function gpusFact({ clients, all }: KnownSites, setups: readonly PreviewSetup[]): PreviewFact {
  const target: PreviewTarget = { kind: 'key', key: 'resource_spec' };
  const label = 'GPUs';
  const asked = clients.flatMap(({ setup }) => setups[setup] ?? []);
  const isUnclear = asked.some(({ gpus }) => gpus === null);
  const sum = asked.reduce((total, { gpus }) => total + (gpus ?? 0), 0);
  const perOther = all && (setups[all.setup]?.gpus ?? 0);
  const atLeast = isUnclear ? '≥ ' : '';
  if (perOther) {
    const named = clients.length > 0 ? `${atLeast}${sum} at the ${clients.length} named` : 'at every client that takes part';
    return { label, value: `${perOther} each`, note: named, isWrong: false, target };
  }
  const byLaunchers = launcherTotals(asked);
  if (sum === 0 && !isUnclear && byLaunchers !== '')
    return { label, value: byLaunchers, note: 'by launcher options', isWrong: false, target };
  const askers = asked.filter(({ gpus }) => gpus !== 0).length;
  const note = isUnclear ? 'an amount is no number' : sum === 0 ? 'none asked for' : `asked of ${counted(askers, 'client')}`;
  return {
    label: sum === 1 && !isUnclear ? 'GPU' : label,
    value: `${atLeast}${sum}`,
    note: byLaunchers === '' ? note : `${note}; launchers: ${byLaunchers}`,
    isWrong: false,
    target,
  };
}

function launcherTotals(setups: readonly PreviewSetup[]): string {
  const totals = new Map<string, number>();
  for (const { launcherGpus } of setups)
    for (const { launcher, gpus } of launcherGpus) totals.set(launcher, (totals.get(launcher) ?? 0) + gpus);
  return [...totals].map(([launcher, gpus]) => `${gpus} (${launcher})`).join(', ');
}
