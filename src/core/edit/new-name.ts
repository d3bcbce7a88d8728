import { sitesOf } from '../assist/site/view';
import { isAllSites, isJobName, isSiteName, LAUNCHER_DEFAULT, SERVER_SITE } from '../job/job-def';
import type { Job } from '../job/model';

/** Why a site of the job cannot have this name; `undefined` where it can. */
export function siteNameProblem(job: Job, name: string): string | undefined {
  if (name === '') return 'A site needs a name.';
  if (isAllSites(name)) return `"${name}" means the server and every client, so no site can have this name.`;
  if (!isSiteName(name)) return `"${name}" is no name of a site: only letters, digits, "-" and "_".`;
  if (name === SERVER_SITE) return '"server" is the name of the server alone.';
  if (name === LAUNCHER_DEFAULT) return '"default" stands for all sites in launcher_spec, so no site can have this name here.';
  const { deployed, withoutApp } = sitesOf(job);
  if (deployed.includes(name) || withoutApp.includes(name)) return `This job already names a site "${name}".`;
  return undefined;
}

/** Why an app of the job cannot have this name; `undefined` where it can. What the server refuses since 2.8 is refused for every release. */
export function appNameProblem(job: Job, name: string): string | undefined {
  if (name === '') return 'An app needs a name.';
  if (!isJobName(name) || name.endsWith('\n')) {
    return `"${name}" cannot be the name of an app: only letters, digits, ".", "_" and "-", with a letter or digit first.`;
  }
  if (job.apps.has(name)) return `This job already has an app "${name}".`;
  if (job.sources.folders.has(name) || job.sources.files.has(name))
    return `There is already something named "${name}" in the job folder.`;
  return undefined;
}
