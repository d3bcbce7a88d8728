import type { Job } from '../job/model';
import { entriesOf, type ObjectNode } from '../tree/node';
import { type Difference, GROUPS } from './difference';
import { placeIn, sourceOf } from './job-version';
import { treeDifferences } from './tree-differences';

/** Told elsewhere: the sites one by one, the scope as protection. */
const TOLD_ELSEWHERE = ['deploy_map', 'scope'];

/** What else is otherwise in the meta files. `sitesDiffer` says whether differences of the deploy map were told already. */
export function* metaDifferences(before: Job, after: Job, sitesDiffer: boolean): Generator<Difference> {
  const [a, b] = [before.meta, after.meta];
  if (!a || !b || !before.metaObject || !after.metaObject) {
    if (a?.document.text !== b?.document.text) yield unread(before, after);
    return;
  }
  const texts = { before: sourceOf(a), after: sourceOf(b) };
  const leftOut = sitesDiffer ? TOLD_ELSEWHERE : ['scope'];
  const [first, second] = [without(before.metaObject, leftOut), without(after.metaObject, leftOut)];
  for (const { kind, path, text, ...places } of treeDifferences(first, second, texts)) {
    // A list of sites in another order deploys the same.
    if (path[0] === 'deploy_map' && text === 'in another order') continue;
    yield {
      group: GROUPS.job,
      kind,
      protection: undefined,
      text: metaText(kind, path, text),
      before: placeIn(a.file, places.before),
      after: placeIn(b.file, places.after),
    };
  }
}

/** `min_clients 2 → 3`, `mandatory_clients: "site-1" removed`, `resource_spec of site-1: num_of_gpus 1 → 2`. */
function metaText(kind: Difference['kind'], path: readonly string[], text: string): string {
  const [key = '', site, ...rest] = path;
  const isBySite = (key === 'resource_spec' || key === 'launcher_spec') && site !== undefined;
  const name = isBySite ? [`${key} of ${site}`, ...(rest.length > 0 ? [rest.join('.')] : [])].join(': ') : path.join('.');
  return kind === 'changed' ? `${name} ${text}` : `${name}: ${text} ${kind}`;
}

function without(object: ObjectNode, keys: readonly string[]): ObjectNode {
  const list = object.value.list.filter(({ key }) => !keys.includes(key));
  return { ...object, value: entriesOf(list, object.value.incomplete) };
}

function unread(before: Job, after: Job): Difference {
  const [a, b] = [before.meta, after.meta];
  const kind = !a ? 'added' : !b ? 'removed' : 'changed';
  const text =
    kind === 'changed' ? 'the meta file changed, but cannot be compared because it cannot be read' : `the meta file was ${kind}`;
  const whole = { start: 0, end: 0 };
  return {
    group: GROUPS.job,
    kind,
    protection: undefined,
    text,
    before: a && placeIn(a.file, whole),
    after: b && placeIn(b.file, whole),
  };
}
