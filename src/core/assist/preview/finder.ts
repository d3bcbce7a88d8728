import { LAUNCHER_DEFAULT, RESOURCE_DEFAULT } from '../../job/job-def';
import type { Job } from '../../job/model';
import type { Place, Range } from '../../text/range';
import { get } from '../../tree/node';

/**
 * Makes a function that says which site a place of the meta file is about: a name in a list, or something in the site's block.
 * The places of all sites are sorted once, when the first one is asked for, so that thousands of findings cost little.
 */
export function siteFinder(job: Job): (place: Place) => string | undefined {
  let spans: readonly Span[] | undefined;
  return ({ file, range }) => {
    if (file !== job.meta?.file) return undefined;
    spans ??= [...spansOf(job)].sort((a, b) => a.start - b.start);
    const found = lastFrom(spans, range.start);
    return found && range.end <= found.end ? found.site : undefined;
  };
}

interface Span extends Range {
  readonly site: string;
}

function* spansOf(job: Job): Iterable<Span> {
  for (const { value, range } of job.deployment.sites) yield { site: value, start: range.start, end: range.end };
  const mandatory = job.metaObject && get(job.metaObject, 'mandatory_clients');
  if (mandatory?.kind === 'array') {
    for (const item of mandatory.value) if (item.kind === 'string') yield { site: item.value, start: item.start, end: item.end };
  }
  for (const { key, keyStart, value } of job.resources.object?.value.list ?? [])
    if (key !== RESOURCE_DEFAULT) yield { site: key, start: keyStart, end: value.end };
  for (const { key, keyStart, value } of job.launchers.object?.value.list ?? [])
    if (key !== LAUNCHER_DEFAULT) yield { site: key, start: keyStart, end: value.end };
}

/** The last span that starts at or before the offset; spans do not lie in one another. */
function lastFrom(spans: readonly Span[], offset: number): Span | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return spans[low - 1];
}
