import { ALL_SITES, LAUNCHER_DEFAULT, RESOURCE_DEFAULT, SERVER_SITE } from '../../job/job-def';
import { application } from '../../job/job-from-meta';
import type { Job } from '../../job/model';
import type { EffectiveSpec } from '../../job/site-blocks';
import type { EffectiveEntry } from '../../job/site-blocks-layers';
import { counted } from '../../text/counted';
import { toPlain } from '../../tree/query';
import { code, names } from '../markdown';
import type { SiteView } from '../site/view';

/** A site: its app and why, its role, and what will apply there. */
export function aboutSite(job: Job, view: SiteView): readonly string[] {
  const { site, role, app, mandatory } = view;
  const title = `**${code(site)}** · ${role}${mandatory ? ' · mandatory' : ''}`;
  const lines = [title, app ? whyApp(view) : `No app: ${code('deploy_map')} does not name this site.`];
  if (role === 'client') {
    lines.push(
      mandatory
        ? 'The job does not start without it.'
        : 'The job may start without it, as long as enough other clients are there.',
    );
    lines.push(specText('Resources that its resource manager must grant', view.resources, 'none are asked for'));
  }
  if (view.portable.entries.length > 0) lines.push(specText('Resources that its launcher sets', view.portable));
  for (const { mode, spec } of view.launchers) lines.push(specText(`If it launches with ${code(mode)}`, spec));
  const other = job.deployment.bySite.get(site)?.[1];
  if (other) lines.push(`It is named again in app ${code(other.app)}; a site gets one app.`);
  return lines;
}

function whyApp({ app }: SiteView): string {
  if (!app) return '';
  const why = app.how === 'named' ? 'because deploy_map names the site' : `because it goes to ${code(app.use.value)}`;
  return `App ${code(app.app)}, ${why}.`;
}

function specText(title: string, spec: EffectiveSpec, otherwise = ''): string {
  if (spec.odd) return `${title}: NVFLARE fails over a value that is no object.`;
  const unsure = spec.certain ? '' : ' (more may apply: a part could not be read)';
  if (spec.entries.length === 0) return `${title}: ${spec.certain ? otherwise : 'unknown'}.`;
  return `${title}:${unsure} ${spec.entries.map(entryText).join(' · ')}`;
}

/** An option with its value and, where it comes from a default block, that. */
export function entryText({ key, entry, layer }: EffectiveEntry): string {
  const from =
    layer.from === 'default' ? ` (from ${code(layer.map === 'resource_spec' ? RESOURCE_DEFAULT : LAUNCHER_DEFAULT)})` : '';
  return `${code(key)}: ${code(JSON.stringify(toPlain(entry.value)) ?? 'unknown')}${from}`;
}

/** `@ALL`. */
export function aboutAllSites(job: Job): readonly string[] {
  const use = job.deployment.allSites;
  const lines = [`**${code(ALL_SITES)}** · the server and every client that is connected when the job is scheduled`];
  if (use) lines.push(`They all get app ${code(use.app)}. No other site may be named beside it. Any letter case will do.`);
  else lines.push(`It has this meaning only in ${code('deploy_map')}.`);
  return lines;
}

/** An app: its folder, what was found in it, and where it goes. */
export function aboutApp(job: Job, name: string): readonly string[] {
  const app = application(job, name);
  const lines = [`**${code(name)}** · app`];
  if (!app?.exists) return [...lines, `There is no folder ${code(name)} in the job folder.`];
  const configs = [app.server, app.client].flatMap((config) => (config ? [config.file] : []));
  lines.push(configs.length > 0 ? `Configurations: ${names(configs)}` : 'No configuration was found.');
  lines.push(
    app.hasCustomFolder
      ? `Custom code: ${counted(app.customFiles.length, 'file')}, so the submitter needs the right to bring own code (BYOC) at each site.`
      : 'No custom code.',
  );
  const sites = (app.deployed?.sites ?? []).map((site) => site.value);
  const clients = new Set(sites.filter((site) => site !== SERVER_SITE)).size;
  lines.push(
    sites.length > 0 ? `Goes to ${names(sites)}${clients > 8 ? ` (${counted(clients, 'client')})` : ''}.` : 'Goes to no site.',
  );
  return lines;
}
