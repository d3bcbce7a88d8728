import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatsOf, type NewJob, newJobFiles, TEMPLATES, templateSources } from '../../src/core/create/index';
import { hocon } from '../../src/core/formats/hocon/index';
import { parseRelease, type Release } from '../../src/core/job/release';
import { ALL_CATALOGS } from './catalogs';
import { TEST_FORMATS } from './formats';

/** Every file below `templates/`, by its path there. */
export const TEMPLATE_FILES: ReadonlyMap<string, string> = new Map(
  readdirSync('templates', { withFileTypes: true }).flatMap((folder) =>
    readdirSync(join('templates', folder.name)).map((name): [string, string] => [
      `${folder.name}/${name}`,
      readFileSync(join('templates', folder.name, name), 'utf8'),
    ]),
  ),
);

/** The releases that templates are for: those with a catalogue, newest last. */
export const TEMPLATE_RELEASES: readonly Release[] = [...ALL_CATALOGS.keys()].sort().map((line) => {
  const release = parseRelease(line);
  if (!release) throw new Error(`a catalogue of ${line}`);
  return release;
});

/** The files of a new job, by their paths below its folder. */
export function madeJob(job: NewJob): ReadonlyMap<string, string> {
  const sources = new Map(templateSources(job).map((source) => [source, TEMPLATE_FILES.get(source) ?? '']));
  const writer = TEST_FORMATS[job.format];
  if (!writer || !('print' in writer)) throw new Error(`no writer of ${job.format}`);
  return new Map(newJobFiles(job, sources, hocon, writer).map(({ path, text }) => [path, text]));
}

/** Every template in every format for a release, to the clients where it can go there. */
export function madeJobs(release: Release, clients: NewJob['clients']): readonly NewJob[] {
  return TEMPLATES.filter(({ apps }) => clients !== 'all' || apps.every(({ goesTo }) => goesTo !== 'each client')).flatMap(
    (template) => formatsOf(release).map((format): NewJob => ({ name: template.name, template, clients, format, release })),
  );
}
