import { headline, placeText } from '../formats/human';
import { refusal } from '../human-head';
import type { PlaceReport } from '../report';
import { longest, type Styles, visible } from '../terminal';
import { valueText } from './human-job';
import { humanRuns } from './human-runs';
import type { ShownJob } from './shown-job';
import type { ShownOption, ShownSite } from './shown-site';

/** One site for people: everything that will apply to it, each with the place that says so. */
export function humanSite(job: ShownJob, site: ShownSite, styles: Styles): string {
  const row = (title: string, text: string, at?: PlaceReport) =>
    `  ${title.padEnd(11)} ${text}${at ? `  ${styles.dim(placeText(at))}` : ''}`;
  const { app, mandatory } = site;
  const lines = [
    `${styles.bold(visible(site.site))} ${styles.dim(`${site.role} in ${visible(job.name)}, for NVFLARE ${job.target}`)}`,
    ...refusal(job, styles),
    '',
    app
      ? row(
          'app',
          `${visible(app.name)}, ${app.because === 'named' ? 'because deploy_map names the site' : 'because it goes to all sites'}`,
          app.at,
        )
      : row('app', 'none: deploy_map does not name the site'),
    ...(site.role === 'client' ? [mandatory ? row('mandatory', 'yes', mandatory) : row('mandatory', 'no')] : []),
    ...optionTable('asked of the resource manager', site.resources, styles),
    ...optionTable('set for the process of the job', site.process, styles),
    ...site.launchers.flatMap(({ launcher, options }) => optionTable(`if ${launcher} starts the job`, options, styles)),
    ...(job.runs ? humanRuns(job.runs, site.role, styles) : []),
  ];
  if (site.findings.length > 0) {
    lines.push('', styles.bold('Problems'));
    for (const finding of site.findings) lines.push(`  ${headline(finding, styles)}`);
  }
  return `${lines.join('\n')}\n`;
}

function optionTable(title: string, options: readonly ShownOption[], styles: Styles): readonly string[] {
  if (options.length === 0) return [];
  const width = longest(options.map(({ key }) => key));
  return [
    '',
    styles.bold(title[0]?.toUpperCase() + title.slice(1)),
    ...options.map(({ key, value, from, at }) => {
      const origin = `${placeText(at)}${from === 'default' ? ', the default of all sites' : ''}`;
      return `  ${visible(key).padEnd(width)}  ${valueText(value)}  ${styles.dim(origin)}`;
    }),
  ];
}
