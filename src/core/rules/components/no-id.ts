import type { AppConfig } from '../../job/config/app-config';
import type { ClassIndex } from '../../job/config/class-index';
import type { ComponentDef } from '../../job/config/components';
import { describe } from '../../job/participants';
import type { Entry } from '../../tree/node';
import { isFalsy } from '../../tree/query';
import { asKind } from '../as-kind';
import { EXECUTORS } from '../config/_healthy';
import type { Fix, Report } from '../finding';
import { treeFix } from '../fixes';
import { askedFor } from '../ids/_wanted';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';
import { freeId } from './_free-id';

export const rule: WiringRule = {
  code: 'components/no-id',
  severity: 'error',
  stage: 'run',
  summary: 'a component of the section components has no id, or an id is not a string',
  *check({ wiring }) {
    for (const app of wiring.configs) {
      const { config, components, workflows } = app;
      for (const component of components) {
        const { node, idEntry, id } = component;
        if (node.value.incomplete || idEntry?.value.kind === 'unknown') continue;
        if (!idEntry || isFalsy(idEntry.value) === true) {
          const at = idEntry?.value ?? { start: node.start, end: Math.min(node.start + 1, node.end) };
          yield {
            file: config.file,
            at,
            message: 'this component has no id, so NVFLARE refuses the configuration',
            fixes: [giveId(config.file, component, wantedId(app, component, wiring.classes))],
          };
        } else if (!id) yield notText(config.file, idEntry);
      }
      for (const { idEntry, id } of workflows) {
        if (!idEntry || id || idEntry.value.kind === 'unknown' || isFalsy(idEntry.value) !== false) continue;
        yield notText(config.file, idEntry);
      }
    }
  },
};

/** The id that the configuration asks for and no component has, where it can be meant for this one alone; else one of its class. */
function wantedId(app: AppConfig, component: ComponentDef, classes: ClassIndex): string {
  const [asked, ...others] = askedFor(app, component, classes);
  return freeId(app, component, others.length === 0 ? asked : undefined);
}

function giveId(file: string, { node, idEntry }: ComponentDef, id: string): Fix {
  const title = `Give it the id "${id}"`;
  if (idEntry) return treeFix(title, file, { kind: 'replace', node: idEntry.value, value: id });
  return treeFix(title, file, { kind: 'add-entry', object: node, key: 'id', value: id, after: null });
}

function notText(file: string, { value }: Entry): Report {
  const text = asKind(value, new Set(['string']));
  return {
    file,
    at: value,
    message: `an id must be a string, not ${describe(value)}`,
    fixes: text === undefined ? [] : [treeFix(`Change to "${text}"`, file, { kind: 'replace', node: value, value: text })],
  };
}

export const about: RuleAbout = {
  why: 'Other components find those of `components` by their ids, so each needs one. A workflow without one goes by the name of its class. The job ends with a configuration error otherwise.',
  remedy: 'Give it an id of its own.',
  sources: ['nvflare/private/fed_json_config.py', 'nvflare/private/fed/server/server_json_config.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, "components": [<|{|> "path": "nvflare.app_common.widgets.validation_json_generator.ValidationJsonGenerator" }] }`,
    `
--- app/config/config_fed_server.json
{ "format_version": 2, "workflows": [{ "id": <|["a"]|>, "path": "nvflare.app_common.workflows.fedavg.FedAvg" }] }`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, "components": [{ "id": <|1|>, "path": "nvflare.app_common.widgets.validation_json_generator.ValidationJsonGenerator" }] }`,
  ],
  good: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, ${EXECUTORS}, "components": [{ "id": "f", "path": "nvflare.app_common.widgets.validation_json_generator.ValidationJsonGenerator" }] }`,
  ],
};
