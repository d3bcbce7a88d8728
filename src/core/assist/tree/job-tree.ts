import type { Wiring } from '../../job/config/wiring';
import { isAllSites, SERVER_SITE } from '../../job/job-def';
import { jobFromMeta } from '../../job/job-from-meta';
import type { App, Job } from '../../job/model';
import type { EffectiveEntry } from '../../job/site-blocks-layers';
import type { Finding } from '../../rules/finding';
import { counted } from '../../text/counted';
import { get, keyRange, rangeOf } from '../../tree/node';
import { toPlain } from '../../tree/query';
import { type SiteView, sitesOf, siteView } from '../site/view';
import { configNodes } from './config';
import { leaf, problemText, spokenProblems, type TreeKind, type TreeNode, tally } from './node';

/** A list with thousands of sites is cut here; the preview shows them all. */
const MOST_SITES = 500;

/** The root node of a job. What its apps run is in the tree where the host has loaded that. */
export function jobTree(job: Job, findings: readonly Finding[], wiring?: Wiring): TreeNode {
  const { errors, warnings } = tally(findings);
  const sites = sitesOf(job);
  const clients = sites.deployed.filter((site) => site !== SERVER_SITE && !isAllSites(site)).length;
  const name = job.metaObject && get(job.metaObject, 'name');
  const title = name?.kind === 'string' && name.value !== '' ? name.value : undefined;
  const description = job.deployment.allSites
    ? 'all sites'
    : job.deployment.apps.length === 0
      ? KINDS[job.kind]
      : counted(clients, 'client');
  const definition = jobFromMeta(job);
  const tooltip = [
    title === undefined || title === job.sources.name ? job.sources.name : `${title} (folder ${job.sources.name})`,
    `${counted(job.deployment.apps.length, 'app')}, ${description}`,
    definition.minSites.value === undefined ? undefined : `starts with at least ${counted(definition.minSites.value, 'client')}`,
    problemText(errors, warnings),
  ].filter((line): line is string => line !== undefined && line !== '');
  return {
    id: 'job',
    kind: 'job',
    label: job.sources.name,
    description,
    tooltip,
    spoken: `job ${job.sources.name}, ${description}${spokenProblems(errors, warnings)}`,
    place: job.meta && { file: job.meta.file, range: { start: 0, end: 0 } },
    errors,
    warnings,
    name: undefined,
    children: () => jobChildren(job, findings, sites.withoutApp, wiring),
  };
}

const KINDS: { readonly [kind in Job['kind']]: string } = {
  job: 'no app',
  'legacy-app': 'app of before 2.1',
  template: 'template',
};

function jobChildren(
  job: Job,
  findings: readonly Finding[],
  withoutApp: readonly string[],
  wiring: Wiring | undefined,
): readonly TreeNode[] {
  const apps = [...job.apps.values()].map((app) => appNode(job, app, findings, wiring));
  if (withoutApp.length === 0) return apps;
  const label = 'Sites without an app';
  const node: TreeNode = {
    id: 'without-app',
    kind: 'without-app',
    label,
    description: String(withoutApp.length),
    tooltip: ['These sites are named, but deploy_map sends no app to them.'],
    spoken: `${label}: ${withoutApp.length}`,
    place: undefined,
    errors: 0,
    warnings: withoutApp.length,
    name: undefined,
    children: () => withoutApp.slice(0, MOST_SITES).map((site) => siteNode(job, 'without-app', site, findings)),
  };
  return [...apps, node];
}

function appNode(job: Job, app: App, findings: readonly Finding[], wiring: Wiring | undefined): TreeNode {
  const own = findings.filter((finding) => isAbout(finding, app));
  const { errors, warnings } = tally(own);
  const sites = app.deployed?.sites.map((site) => site.value) ?? [];
  const toAll = sites.some(isAllSites);
  const description = !app.deployed ? 'not deployed' : toAll ? 'all sites' : counted(new Set(sites).size, 'site');
  const folder = app.exists ? `folder ${app.name}` : `folder ${app.name} is missing`;
  const config = app.server ?? app.client;
  return {
    id: `app/${app.name}`,
    kind: 'app',
    label: app.name,
    description: app.exists ? description : `${description} · folder missing`,
    tooltip: [
      `App ${app.name}: ${description}`,
      folder,
      app.hasCustomFolder ? 'brings own code (BYOC)' : '',
      problemText(errors, warnings),
    ].filter(Boolean),
    spoken: `app ${app.name}, ${description}${app.exists ? '' : ', folder missing'}${spokenProblems(errors, warnings)}`,
    place: app.deployed
      ? { file: job.meta?.file ?? '', range: keyRange(app.deployed.entry) }
      : config && { file: config.file, range: { start: 0, end: 0 } },
    errors,
    warnings,
    name: app.name,
    children: () => [
      ...uniqueSites(app)
        .slice(0, MOST_SITES)
        .map((site) => siteNode(job, app.name, site, findings)),
      ...fileNodes(app, findings, wiring),
    ],
  };
}

function uniqueSites(app: App): readonly string[] {
  return [...new Set(app.deployed?.sites.map((site) => site.value) ?? [])];
}

function fileNodes(app: App, findings: readonly Finding[], wiring: Wiring | undefined): readonly TreeNode[] {
  return [app.server, app.client].flatMap((config) => {
    if (!config) return [];
    const own = findings.filter((finding) => finding.file === config.file);
    const { errors, warnings } = tally(own);
    const label = config.file.slice(app.name.length + 1);
    const side = config === app.server ? 'server' : 'client';
    const id = `app/${app.name}/${label}`;
    const place = { file: config.file, range: { start: 0, end: 0 } };
    const node = leaf(id, 'file', label, `${side} configuration`, place, errors, warnings);
    const wired = wiring?.configs.find((each) => each.config.file === config.file && each.side === side);
    return [wired && wired.built.length > 0 ? { ...node, children: () => configNodes(id, wired, own) } : node];
  });
}

function siteNode(job: Job, parent: string, site: string, findings: readonly Finding[]): TreeNode {
  const view = siteView(job, site);
  const place = view.places.find(({ as }) => as === 'deploy_map') ?? view.places[0];
  const here = findings.filter((finding) =>
    view.places.some(({ file, range }) => finding.file === file && finding.range.start === range.start),
  );
  const { errors, warnings } = tally(here);
  const kind: TreeKind = isAllSites(site) ? 'all-sites' : view.role;
  const id = `${parent === 'without-app' ? parent : `app/${parent}`}/site/${site}`;
  const words = [kind === 'all-sites' ? 'server and all clients' : view.role, view.mandatory ? 'mandatory' : ''].filter(Boolean);
  const settings = () => settingNodes(job, id, view);
  const hasSettings = view.resources.entries.length + view.portable.entries.length + view.launchers.length > 0;
  return {
    id,
    kind,
    label: site,
    description: [...words, ...summary(view)].join(' · '),
    tooltip: [`${site}: ${words.join(', ')}`, ...summary(view), problemText(errors, warnings)].filter(Boolean),
    spoken: `site ${site}, ${words.join(', ')}${spokenProblems(errors, warnings)}`,
    place,
    errors,
    warnings,
    name: site,
    ...(view.mandatory && { isMandatory: true }),
    children: hasSettings ? settings : undefined,
  };
}

/** The few resources that tell sites apart at a glance. */
function summary({ resources, portable }: SiteView): readonly string[] {
  const gpus = [...resources.entries, ...portable.entries].find(({ key }) => key === 'num_of_gpus')?.entry.value;
  return gpus?.kind === 'integer' && gpus.value > 0 ? [counted(gpus.value, 'GPU')] : [];
}

function settingNodes(job: Job, id: string, view: SiteView): readonly TreeNode[] {
  const seen = new Set<string>();
  const resources = [...view.resources.entries, ...view.portable.entries].filter(({ key }) => !seen.has(key) && seen.add(key));
  const launchers = view.launchers.map(({ mode, spec }): TreeNode => {
    const children = () => spec.entries.map((found) => settingNode(job, `${id}/${mode}`, found));
    return { ...leaf(`${id}/${mode}`, 'launcher', mode, 'launcher', undefined, 0, 0), children };
  });
  return [...resources.map((found) => settingNode(job, id, found)), ...launchers];
}

function settingNode(job: Job, id: string, { key, entry, layer }: EffectiveEntry): TreeNode {
  const value = JSON.stringify(toPlain(entry.value)) ?? 'unknown';
  const from = layer.from === 'default' ? ` (from ${layer.block.key})` : '';
  return leaf(`${id}/${key}`, 'setting', key, value + from, { file: job.meta?.file ?? '', range: rangeOf(entry.value) }, 0, 0);
}

/** A finding belongs to an app when it lies in its folder, on its key, or in its list of sites. */
function isAbout(finding: Finding, app: App): boolean {
  if (finding.file.startsWith(`${app.name}/`)) return true;
  const entry = app.deployed?.entry;
  if (!entry || finding.file.includes('/')) return false;
  return entry.keyStart <= finding.range.start && finding.range.end <= Math.max(entry.keyEnd, entry.value.end);
}
