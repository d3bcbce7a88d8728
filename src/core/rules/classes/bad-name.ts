import { type Catalog, classPaths, lookupClass, lookupShortName } from '../../catalog/catalog';
import { nearest } from '../../text/nearest';
import type { Fix } from '../finding';
import { fixOf } from '../fixes';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';
import { checkedRelease } from './_checked-release';

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
        const exact = found.choices.length > 0 ? found.choices : pathsOf(catalog, found.name);
        const choices =
          exact.length > 0 ? exact : lookupShortName(catalog, nearest(found.name, Object.keys(catalog.data.shortNames)) ?? '');
        const fixes = classEntry
          ? choices.map(
              (path): Fix =>
                fixOf(`Use path "${path}"`, [
                  { kind: 'tree', file: config.file, edit: { kind: 'rename-key', entry: classEntry, key: 'path' } },
                  { kind: 'tree', file: config.file, edit: { kind: 'replace', node: classEntry.value, value: path } },
                ]),
            )
          : [];
        const release = `NVFLARE ${checkedRelease(job, wiring.classes)}`;
        const why =
          found.choices.length > 1
            ? `several classes are named "${found.name}"`
            : exact[0] === found.name
              ? `"name" takes the name of a class alone, not its path`
              : exact.length > 0
                ? `"${found.name}" is not among the classes that ${release} finds by name`
                : `${release} knows no class by the name "${found.name}"`;
        yield { file: config.file, at: className, message: `${why}; give the whole path under "path"`, fixes };
      }
    }
  },
};

/** Where the release has a class that its table of names leaves out, which it does where a package was missing as the table was made. */
function pathsOf(catalog: Catalog, name: string): readonly string[] {
  if (lookupClass(catalog, name)) return [name];
  return [...classPaths(catalog)].filter((path) => path.endsWith(`.${name}`));
}

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
    `
--- target 2.5
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "name": <|"FedXGBTreeExecutor"|>,
  "args": { "training_mode": "bagging", "lr_scale": 1.0, "data_loader_id": "loader" } } }],
  "components": [{ "id": "loader", "path": "loader.Loader" }] }
--- app/custom/loader.py
from nvflare.app_opt.xgboost.data_loader import XGBDataLoader
class Loader(XGBDataLoader):
    def load_data(self): ...`,
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "name": <|"nvflare.app_common.np.np_trainer.NPTrainer"|> } }] }`,
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
