import { humanHead } from '../human-head';
import { counted, longest, type Styles, visible } from '../terminal';
import type { ShownApp, ShownJob } from './shown-job';
import type { ShownOption, ShownSite } from './shown-site';

/** A job for people: apps, then sites with what applies to each. */
export function humanJob(job: ShownJob, styles: Styles): string {
  const { sitesWithoutApp: others } = job;
  const lines = [
    ...humanHead(job, styles),
    clients(job),
    '',
    styles.bold('Apps'),
    ...(job.apps.length > 0 ? job.apps.flatMap((app) => appLines(app, styles)) : ['  none']),
    '',
    styles.bold('Sites'),
    ...(job.sites.length > 0 ? siteLines(job.sites, styles) : ['  none']),
    ...(others.length > 0 ? ['', styles.bold('Named, but without an app'), ...siteLines(others, styles)] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function clients({ minClients, mandatoryClients }: ShownJob): string {
  const least = minClients === null ? 'unclear how many clients it needs' : `starts with ${minClients} or more clients`;
  if (mandatoryClients === null) return `${least}; mandatory clients unclear`;
  return mandatoryClients.length > 0 ? `${least}; mandatory: ${mandatoryClients.map(visible).join(', ')}` : least;
}

function appLines(
  { name, exists, server, client, hasCustomCode, customFiles, sites }: ShownApp,
  styles: Styles,
): readonly string[] {
  const where = sites === null ? 'deployed nowhere' : sites.map(visible).join(', ') || 'no site';
  const parts = [
    server === null ? '' : baseName(server),
    client === null ? '' : baseName(client),
    hasCustomCode ? `custom code (${counted(customFiles, 'file')})` : '',
  ].filter(Boolean);
  const holds = exists ? parts.join(', ') || 'no configuration' : 'the folder is missing';
  return [`  ${visible(name)}: ${where}`, `    ${styles.dim(visible(holds))}`];
}

function siteLines(sites: readonly ShownSite[], styles: Styles): readonly string[] {
  const width = Math.min(40, longest(sites.map(({ site }) => visible(site))));
  return sites.flatMap((site) => {
    const { app, mandatory, findings } = site;
    const notes = [
      app ? visible(app.name) : '',
      app?.because === 'all-sites' && site.site !== '@ALL' ? styles.dim('by @ALL') : '',
      mandatory ? 'mandatory' : '',
      findings.length > 0 ? styles.severity(worst(site), counted(findings.length, 'problem')) : '',
    ].filter(Boolean);
    const details = [
      optionList('', site.resources),
      optionList(
        'process: ',
        site.process.filter(({ key }) => !site.resources.some((resource) => resource.key === key)),
      ),
      ...site.launchers.map(({ launcher, options }) => optionList(`${launcher}: `, options)),
    ].filter(Boolean);
    return [
      `  ${visible(site.site).padEnd(width)}  ${notes.join('  ')}`.trimEnd(),
      ...details.map((text) => `  ${' '.repeat(width)}  ${styles.dim(text)}`),
    ];
  });
}

function optionList(title: string, options: readonly ShownOption[]): string {
  if (options.length === 0) return '';
  const one = ({ key, value, from }: ShownOption) =>
    `${visible(key)} ${valueText(value)}${from === 'default' ? ' (default)' : ''}`;
  return title + options.map(one).join(', ');
}

/** A value as JSON writes it, cut where it would fill the screen. */
export function valueText(value: ShownOption['value']): string {
  const text = JSON.stringify(value) ?? 'unclear';
  return visible(text.length > 80 ? `${text.slice(0, 77)}...` : text);
}

function worst({ findings }: ShownSite): 'error' | 'warning' | 'info' {
  const has = (severity: string) => findings.some((finding) => finding.severity === severity);
  return has('error') ? 'error' : has('warning') ? 'warning' : 'info';
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
