import type { AppConfig } from '../job/config/app-config';
import type { ClassIndex } from '../job/config/class-index';
import { idReferences } from '../job/config/id-references';
import type { IdReference } from '../job/config/known-class';
import type { Finding } from '../rules/finding';
import type { NodeIds } from './component-nodes';
import { type GraphDraft, placeAt } from './draft';
import { stateOf } from './problems';

/**
 * Connects components by the ids that they ask for. One that is asked for in the text and not there is drawn as missing; where a
 * class asks by a default of its own, only if a rule says so, for many classes do without.
 */
export function addReferences(
  draft: GraphDraft,
  config: AppConfig,
  group: string,
  classes: ClassIndex,
  findings: readonly Finding[],
  nodes: NodeIds,
): void {
  const table = config.ids;
  const { file } = config.config;
  const missing = new Map<string, string>();
  for (const reference of idReferences(config, classes)) {
    const { component, id, node, parameter } = reference;
    const from = nodes.get(component);
    if (from === undefined) continue;
    const target = table.byId.get(id);
    const own = problemsOf(reference, file, findings);
    const place = placeAt(file, node ?? component.className ?? component.node);
    const edge = { kind: 'reference' as const, from, label: parameter.name, place, spans: node ? [placeAt(file, node)] : [] };
    const to = target && nodes.get(target);
    if (to !== undefined) {
      draft.edge({ ...edge, to, ...(own && { own }) });
      continue;
    }
    if (!table.certain || (!node && !own)) continue;
    const known = missing.get(id);
    const ghost =
      known ??
      draft.node({
        id: draft.newId(`${group}/missing/${id}`),
        ...{ kind: 'missing', group, title: id, detail: 'no component of this id', isDisabled: false, filters: [] },
        ...{ place, spans: [], own: own ?? { severity: 'error', problems: [] } },
      });
    missing.set(id, ghost);
    draft.edge({ ...edge, to: ghost, ...(own && { own }) });
  }
}

/** What rules say of a reference: at its text, or for a default at the class and naming the id. */
function problemsOf({ node, component, id }: IdReference, file: string, findings: readonly Finding[]) {
  const at = node ?? component.className;
  const found = findings.filter(
    ({ code, file: where, range, message }) =>
      code.startsWith('ids/') &&
      where === file &&
      range.start === at?.start &&
      range.end === at.end &&
      (node !== undefined || message.includes(`"${id}"`)),
  );
  return found.length > 0 ? stateOf(found) : undefined;
}
