import type { Checked } from '../assist/checked';
import { type ConfigName, type IdUse, idUses } from '../assist/index';
import type { AppConfig } from '../job/config/app-config';
import type { ComponentDef } from '../job/config/components';
import type { Wiring } from '../job/config/wiring';
import { LineIndex } from '../text/line-index';
import type { StringNode } from '../tree/node';
import { giveArguments } from './give-arguments';
import { mentions } from './mentions';
import { change, type EditPlan, isRefusal, type PlannedChange, type Refusal, refuse } from './plan';
import { isWritten } from './written';

/**
 * Gives a component another id, and tells everybody who asks for it. Ids hold within one configuration. Arguments of classes that
 * the catalogue does not know are changed for somebody to confirm; who asked for the id by default is given it as an argument.
 */
export function renameId({ job, wiring }: Checked, at: ConfigName, newName: string): EditPlan | Refusal {
  const { config, name } = at;
  const problem = wiring ? idProblem(config, newName) : 'The configurations of this job are still being read.';
  if (!wiring || problem !== undefined) return refuse(problem ?? '');
  const title = `Rename component "${name}" to "${newName}"`;
  const owners = [...config.components, ...config.workflows].filter(({ id }) => id?.value === name);
  if (at.isDefinition && at.component && !owners.includes(at.component)) return renameAlone(at, at.component, newName, title);
  const [owner, other] = owners;
  if (other) {
    return refuse(
      `Two components have the id "${name}", so it is not known which one is asked for. Change one of them by hand first.`,
    );
  }
  const uses = idUses(config, wiring.classes).filter(({ id }) => id === name);
  const defined = owner?.id ? [owner.id] : [];
  const texts = [...defined, ...uses.flatMap(({ node }) => node ?? [])];
  const odd = texts.find((node) => !isWritten(config, node, name));
  if (odd) return refuse(comesFromVariable(config, odd, name));
  const given = defaults(config, uses, newName);
  if (isRefusal(given)) return given;
  const { file } = config.config;
  return {
    title,
    changes: [
      ...defined.map((node) => change(file, { kind: 'replace', node, value: newName })),
      ...uses.flatMap((use) => (use.node ? [renamedUse(wiring, config, use, use.node, newName)] : [])),
      ...given,
    ],
    notes: mentions(job.sources, name),
  };
}

/** Why no component of the configuration can get this id; `undefined` where one can. */
function idProblem(config: AppConfig, id: string): string | undefined {
  if (id.trim() === '') return 'An id needs at least one letter.';
  if (/[{}]/.test(id)) return 'Braces stand for variables, so an id cannot have them.';
  if (config.ids.byId.has(id)) return `${config.config.file} already has a component "${id}".`;
  return undefined;
}

/** The sentence that says why a name cannot be changed at a place where a variable stands for it. */
export function comesFromVariable({ config }: AppConfig, node: StringNode, name: string): string {
  const { line } = new LineIndex(config.document.text).positionAt(node.start);
  return `${config.file}, line ${line + 1}: "${name}" is put in for a variable there. Change the variable's value instead.`;
}

/** Components that are nested in others, executors and filters are found by nobody. */
function renameAlone({ config }: ConfigName, { id }: ComponentDef, newName: string, title: string): EditPlan | Refusal {
  if (!id || !isWritten(config, id, id.value))
    return refuse('This id is put in for a variable. Change the value of the variable instead.');
  return { title, changes: [change(config.config.file, { kind: 'replace', node: id, value: newName })], notes: [] };
}

function renamedUse(wiring: Wiring, config: AppConfig, use: IdUse, node: StringNode, newName: string): PlannedChange {
  const found = wiring.classes.of(use.component, config.app);
  const isSure = found.kind === 'known' && found.facts !== undefined;
  const doubt = isSure ? undefined : `"${use.parameter}" probably asks for component "${use.id}"`;
  return change(config.config.file, { kind: 'replace', node, value: newName }, doubt);
}

function defaults(config: AppConfig, uses: readonly IdUse[], newName: string): readonly PlannedChange[] | Refusal {
  const byComponent = new Map<ComponentDef, string[]>();
  for (const { component, parameter, node } of uses) {
    if (node) continue;
    const there = byComponent.get(component);
    if (there) there.push(parameter);
    else byComponent.set(component, [parameter]);
  }
  const changes: PlannedChange[] = [];
  for (const [component, parameters] of byComponent) {
    const edits = giveArguments(component, parameters, newName);
    if (!edits) {
      const { path } = component;
      return refuse(
        `${path} asks for this component by default, and its arguments are not written out. Give it "${parameters[0]}" by hand.`,
      );
    }
    changes.push(...edits.map((edit) => change(config.config.file, edit)));
  }
  return changes;
}
