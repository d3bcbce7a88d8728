import { lookupShortName } from '../../catalog/catalog';
import { releaseName } from '../../job/release';
import { nearest } from '../../text/nearest';
import type { Fix } from '../finding';
import { fixOf } from '../fixes';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';

export const rule: WiringRule = {
  code: 'classes/bad-name',
  severity: 'error',
  stage: 'run',
  summary: 'a component is named by a class name that NVFLARE does not know, or that several classes have',
  *check({ job, wiring }) {
    const { catalog } = wiring.classes;
    if (!catalog) return;
    for (const { config, built, app } of wiring.configs) {
      for (const component of built) {
        const found = wiring.classes.of(component, app);
        if (found.kind !== 'bad-name' || !component.className || component.isDisabled) continue;
        // An object among the arguments is only built where NVFLARE's table has the name.
        if (found.choices.length === 0 && component.path.includes('.args.')) continue;
        const { classEntry, className } = component;
        const choices =
          found.choices.length > 0
            ? found.choices
            : lookupShortName(catalog, nearest(found.name, Object.keys(catalog.data.shortNames)) ?? '');
        const fixes = classEntry
          ? choices.map(
              (path): Fix =>
                fixOf(`Use path "${path}"`, [
                  { kind: 'tree', file: config.file, edit: { kind: 'rename-key', entry: classEntry, key: 'path' } },
                  { kind: 'tree', file: config.file, edit: { kind: 'replace', node: classEntry.value, value: path } },
                ]),
            )
          : [];
        const why =
          found.choices.length > 1
            ? `several classes are named "${found.name}"`
            : `NVFLARE ${releaseName(job.target)} knows no class by the name "${found.name}"`;
        yield { file: config.file, at: className, message: `${why}; give the whole path under "path"`, fixes };
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'Under `name` a bare class name is looked up in a table of classes that come with NVFLARE. A name that is not in it, or that several classes have, ends the job with a configuration error. Custom code is never found this way.',
  remedy: 'Write `path` with module and class.',
  sources: ['nvflare/fuel/utils/class_utils.py', 'nvflare/fuel/utils/component_classes.json'],
  covers: ['MIS-02'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "name": <|"MyTrainer"|> } }] }
--- app/custom/t.py
class MyTrainer: pass`,
  ],
  good: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "name": "LearnerExecutor", "args": { "learner_id": "l" } } }],
  "components": [{ "id": "l", "path": "t.MyLearner" }] }
--- app/custom/t.py
from nvflare.app_common.abstract.learner_spec import Learner
class MyLearner(Learner): pass`,
    `
--- app/custom/t.py
from nvflare.apis.executor import Executor
class Trainer(Executor):
    def __init__(self, optimizer):
        super().__init__()
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "t.Trainer", "args": { "optimizer": { "name": "Adam" } } } }] }`,
  ],
};
