import type { ComponentDef } from '../../job/config/components';
import type { TreeEdit } from '../../tree/edit';
import { type Entry, keyRange } from '../../tree/node';
import { toPlain, walk } from '../../tree/query';
import { COMPONENTS, WORKFLOWS } from '../config/_healthy';
import type { Fix } from '../finding';
import { fixOf, renameKey } from '../fixes';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';
import { outsideArgs } from './_outside-args';

export const rule: WiringRule = {
  code: 'components/outside-args',
  severity: 'warning',
  stage: 'run',
  summary: 'arguments stand beside "args", where NVFLARE does not look for them',
  *check({ wiring }) {
    for (const { config, built, app } of wiring.configs) {
      for (const component of built) {
        if (!component.classEntry || component.isDisabled) continue;
        const found = wiring.classes.of(component, app);
        const known = found.kind === 'known' ? found : undefined;
        const { meant, loose } = outsideArgs(component, known);
        if (meant) {
          const required = known?.required.some(({ name }) => meant.value.value.list.some(({ key }) => key === name));
          yield {
            file: config.file,
            at: keyRange(meant),
            ...(required && { severity: 'error' }),
            message: `NVFLARE does not read "${meant.key}" of a component; is "args" meant?`,
            fixes: [renameKey(config.file, meant, 'args', true)],
          };
        }
        for (const argument of loose) {
          const isRequired = known?.required.some(({ name }) => name === argument.key);
          yield {
            file: config.file,
            at: keyRange(argument),
            ...(isRequired && { severity: 'error' }),
            message: `NVFLARE does not read "${argument.key}" here, only what is in "args"; put it there`,
            fixes: moveInto(config.file, component, argument),
          };
        }
      }
    }
  },
};

function moveInto(file: string, { node, argsEntry }: ComponentDef, argument: Entry): readonly Fix[] {
  const args = argsEntry?.value;
  const isWhole = [...walk(argument.value)].every(({ kind }) => kind !== 'unknown');
  if (!isWhole || (args && args.kind !== 'object')) return [];
  const value = toPlain(argument.value);
  const add: TreeEdit = args
    ? { kind: 'add-entry', object: args, key: argument.key, value }
    : { kind: 'add-entry', object: node, key: 'args', value: { [argument.key]: value } };
  const edits: readonly TreeEdit[] = [{ kind: 'remove-entry', object: node, entry: argument }, add];
  return [
    fixOf(
      `Move "${argument.key}" into "args"`,
      edits.map((edit) => ({ kind: 'tree', file, edit })),
    ),
  ];
}

export const about: RuleAbout = {
  why: 'NVFLARE passes to the constructor what stands under `args`, and passes over every other key of a component without a word. The object is made with defaults, or not at all where an argument has none.',
  remedy: 'Put the arguments into an object under `args`.',
  sources: ['nvflare/fuel/utils/component_builder.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_server.json
{ "format_version": 2, ${WORKFLOWS}, ${COMPONENTS.replace(/\]$/, ', { "id": "locator", "path": "nvflare.app_common.model_locator.list_model_locator.ListModelLocator", <|"persistor_id"|>: "persistor" }]')} }`,
    `
--- app/config/config_fed_server.json
{ "format_version": 2, ${WORKFLOWS}, ${COMPONENTS.replace(/\]$/, ', { "id": "locator", "path": "nvflare.app_common.model_locator.list_model_locator.ListModelLocator", <|"arg"|>: { "persistor_id": "persistor" } }]')} }`,
  ],
  good: [
    `
--- app/config/config_fed_server.json
{ "format_version": 2, ${WORKFLOWS}, ${COMPONENTS.replace(/\]$/, ', { "id": "locator", "path": "nvflare.app_common.model_locator.list_model_locator.ListModelLocator", "args": { "persistor_id": "persistor" }, "comment": "lists what is there" }]')} }`,
  ],
};
