import { isSince } from '../../job/release';
import { fixOf } from '../fixes';
import type { RuleAbout, RuleExamples, WiringRule } from '../rule';

export const rule: WiringRule = {
  code: 'arguments/taken-for-a-component',
  severity: 'error',
  stage: 'run',
  summary: 'an argument is an object with a path of a file, which NVFLARE takes for a component',
  *check({ job, wiring }) {
    for (const { config, built, app } of wiring.configs) {
      for (const { nested } of built) {
        for (const { argument, component } of nested) {
          const { className, node } = component;
          if (!className) continue;
          const isCertain = /[\\/]|\s/.test(className.value);
          // `data.csv` could be a class of a module that is installed at the sites.
          if (!isCertain && !(DATA_FILE.test(className.value) && wiring.classes.of(component, app).kind === 'no-module'))
            continue;
          const fixes = isSince(job.target, '2.3')
            ? [
                fixOf('Add "config_type": "dict"', [
                  {
                    kind: 'tree',
                    file: config.file,
                    edit: { kind: 'add-entry', object: node, key: 'config_type', value: 'dict' },
                  },
                ]),
              ]
            : [];
          const message = `NVFLARE takes "${argument.key}" for a component because it has a "${component.classKey}", and fails to load "${className.value}" as a class`;
          yield { file: config.file, at: className, message, fixes, severity: isCertain ? 'error' : 'warning' };
        }
      }
    }
  },
};

/** Endings of files that hold data. */
const DATA_FILE =
  /\.(?:csv|tsv|txt|jsonl?|ya?ml|xml|conf|log|npy|npz|pkl|pickle|pt|pth|ckpt|h5|hdf5|onnx|safetensors|parquet|zip|t?gz|png|jpe?g)$/i;

export const about: RuleAbout = {
  why: 'An object among the arguments that has the key `path`, `class_path` or `name` is built as a component when the value looks like a class path, and a file with an ending does. The job then ends with an error.',
  remedy: 'Add `"config_type": "dict"` to the object, which is passed on with it, or give the key another name.',
  sources: ['nvflare/fuel/utils/component_builder.py'],
  covers: ['MIS-22'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/custom/t.py
from nvflare.apis.executor import Executor
class Trainer(Executor):
    def __init__(self, data):
        super().__init__()
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "t.Trainer", "args": { "data": { "path": <|"data/train.csv"|> } } } }] }`,
    `
--- app/custom/t.py
from nvflare.apis.executor import Executor
class Trainer(Executor):
    def __init__(self, data):
        super().__init__()
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "t.Trainer", "args": { "data": { "path": <|"train.csv"|> } } } }] }`,
  ],
  good: [
    `
--- app/custom/t.py
from nvflare.apis.executor import Executor
class Trainer(Executor):
    def __init__(self, data):
        super().__init__()
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "t.Trainer", "args": { "data": { "path": "data/train.csv", "config_type": "dict" } } } }] }`,
  ],
};
