import type { Job } from '../job/model';
import type { Difference } from './difference';

/** The files of a job whose texts decide whether they changed: all but the configurations, which are compared by what they say. */
export function comparedFiles(job: Job): readonly string[] {
  const configurations = configurationFiles(job);
  // What Git keeps for itself changes with every commit.
  return [...job.sources.files.keys()].filter((file) => !configurations.has(file) && !file.startsWith('.git/'));
}

/** Files that are new, gone or otherwise; those of which a text was not read are compared by name and size. */
export function* fileDifferences(before: Job, after: Job): Generator<Difference> {
  const [a, b] = [new Set(comparedFiles(before)), new Set(comparedFiles(after))];
  for (const file of a) {
    if (!b.has(file)) yield told('removed', file, before);
    else if (isOtherwise(file, before, after)) yield told('changed', file, after);
  }
  for (const file of b) if (!a.has(file)) yield told('added', file, after);
}

function isOtherwise(file: string, before: Job, after: Job): boolean {
  const [a, b] = [before.sources.texts.get(file), after.sources.texts.get(file)];
  if (a?.kind === 'text' && b?.kind === 'text') return a.text !== b.text;
  // A text is no picture; of two pictures the sizes may tell.
  const isText = [a, b].filter((each) => each?.kind === 'text').length;
  const isOther = [a, b].filter((each) => each?.kind === 'not-utf8').length;
  if (isText === 1 && isOther === 1) return true;
  const [first, second] = [before.sources.files.get(file)?.size, after.sources.files.get(file)?.size];
  return first !== undefined && second !== undefined && first !== second;
}

function told(kind: Difference['kind'], file: string, job: Job): Difference {
  const isCode = [...job.apps.values()].some(({ customFiles }) => customFiles.includes(file));
  const place = { file, range: { start: 0, end: 0 } };
  return {
    group: isCode ? 'Custom code' : 'Other files',
    kind,
    protection: undefined,
    text: `${file} ${kind}`,
    before: kind === 'added' ? undefined : place,
    after: kind === 'removed' ? undefined : place,
  };
}

function configurationFiles({ meta, apps }: Job): ReadonlySet<string> {
  const configs = [...apps.values()].flatMap(({ server, client }) => [server?.file, client?.file]);
  return new Set([meta?.file, ...configs].filter((file) => file !== undefined));
}
