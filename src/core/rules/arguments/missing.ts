import type { AppConfig } from '../../job/config/app-config';
import type { ClassIndex } from '../../job/config/class-index';
import type { ComponentDef } from '../../job/config/components';
import type { ClassParameter, KnownClass } from '../../job/config/known-class';
import type { TreeEdit } from '../../tree/edit';
import { outsideArgs } from '../components/_outside-args';
import { COMPONENTS, WORKFLOWS } from '../config/_healthy';
import type { Fix } from '../finding';
import { fixOf } from '../fixes';
import { idsThatSuit } from '../ids/_wanted';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';

export const rule: WiringRule = {
  code: 'arguments/missing',
  severity: 'error',
  stage: 'run',
  summary: 'an argument that the constructor needs is not given',
  *check({ wiring }) {
    for (const { config, built, app, ...rest } of wiring.configs) {
      for (const component of built) {
        const found = wiring.classes.of(component, app);
        const { className, argsCertain, args, isDisabled } = component;
        if (found.kind !== 'known' || found.required.length === 0 || !argsCertain || isDisabled || !className) continue;
        if (found.required.every(({ name }) => isGiven(name, args))) continue;
        // Those that stand beside "args" are told of there.
        const { meant, loose } = outsideArgs(component, found);
        const elsewhere = [...loose, ...(meant?.value.value.list ?? [])];
        const missing = found.required.filter(({ name }) => !isGiven(name, args) && !isGiven(name, elsewhere));
        if (missing.length === 0) continue;
        const names = missing.map(({ name }) => `"${name}"`).join(', ');
        const name = found.path.slice(found.path.lastIndexOf('.') + 1);
        const [first] = missing;
        yield {
          file: config.file,
          at: className,
          message: `${name} needs the argument${missing.length > 1 ? 's' : ''} ${names}`,
          fixes: idsFor(found, component, missing, { config, built, app, ...rest }, wiring.classes),
          related: first?.place ? [{ ...first.place, message: `"${first.name}" is declared here, without a default` }] : [],
        };
      }
    }
  },
};

function isGiven(name: string, args: ComponentDef['args']): boolean {
  return args.some(({ key }) => key === name);
}

/** A fix where all that is missing are ids, and for each of them just one component is of the kind that is asked for. */
function idsFor(
  found: KnownClass,
  component: ComponentDef,
  missing: readonly ClassParameter[],
  config: AppConfig,
  classes: ClassIndex,
): readonly Fix[] {
  // An argument that the class does not take is probably one of the missing by a wrong name.
  if (component.args.some(({ key }) => found.parameters.every(({ name }) => name !== key))) return [];
  const table = config.ids;
  const given = missing.flatMap(({ name }) => {
    const parameter = found.facts?.ids.find((id) => id.name === name);
    if (!parameter || parameter.classes.length === 0) return [];
    const suitable = idsThatSuit(table, { component, of: found, parameter, id: '', node: undefined }, config.app, classes);
    const [only, ...others] = suitable.filter((id) => table.byId.get(id) !== component);
    return only !== undefined && others.length === 0 ? [[name, parameter.isList ? [only] : only] as const] : [];
  });
  if (given.length < missing.length || !table.certain) return [];
  const { file } = config.config;
  const names = given.map(([name, id]) => `"${name}": ${JSON.stringify(id)}`).join(', ');
  const args = component.argsEntry?.value;
  if (args && args.kind !== 'object') return [];
  const edits: readonly TreeEdit[] = args
    ? given.map(([key, value]) => ({ kind: 'add-entry', object: args, key, value }))
    : [{ kind: 'add-entry', object: component.node, key: 'args', value: Object.fromEntries(given) }];
  return [
    fixOf(
      `Add ${names}`,
      edits.map((edit) => ({ kind: 'tree', file, edit })),
    ),
  ];
}

export const about: RuleAbout = {
  why: 'The constructor has no default for the argument, so NVFLARE cannot make the object. The job ends with an error about parameters; on a client the simulator still exits with 0.',
  remedy: 'Give the argument under `args`.',
  sources: ['nvflare/fuel/utils/class_utils.py'],
  covers: ['MIS-03'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_server.json
{ "format_version": 2, ${WORKFLOWS}, ${COMPONENTS.replace(/\]$/, ', { "id": "locator", "path": <|"nvflare.app_common.model_locator.list_model_locator.ListModelLocator"|> }]')} }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": <|"nvflare.app_common.executors.learner_executor.LearnerExecutor"|>, "args": {} } }] }`,
  ],
  good: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`,
  ],
};
