import type { MemoryTree } from './memory-file-system';

/** Where the package of `installedPackage` lies. */
export const PACKAGE = 'env/lib/python3.12/site-packages/nvflare';

/**
 * A small NVFLARE as pip would install it, with the classes that a job of its own needs; files are given by their path in the package. It is
 * written for tests: it has the names of the real one and little else.
 */
export function installedPackage(files: MemoryTree = {}): MemoryTree {
  return Object.fromEntries(Object.entries({ ...BASE, ...files }).map(([path, text]) => [`${PACKAGE}/${path}`, text]));
}

const BASE: MemoryTree = {
  '__init__.py': '',
  'apis/__init__.py': '',
  'apis/fl_component.py': `class FLComponent:
    def __init__(self):
        pass
`,
  'apis/executor.py': `from abc import ABC, abstractmethod
from .fl_component import FLComponent
class Executor(FLComponent, ABC):
    @abstractmethod
    def execute(self, task_name, shareable, fl_ctx, abort_signal):
        pass
`,
  'apis/filter.py': `from .fl_component import FLComponent
class Filter(FLComponent):
    def process(self, shareable, fl_ctx):
        pass
`,
  'apis/controller_spec.py': `class Task:
    def __init__(self, name, data):
        pass
`,
  'apis/impl/__init__.py': '',
  'apis/impl/controller.py': `from nvflare.apis.fl_component import FLComponent
class Controller(FLComponent):
    def broadcast(self, task):
        pass
`,
  'app_common/__init__.py': '',
  'app_common/constants.py': `class Tasks:
    TRAIN = "train"
`,
  'app_common/executors.py': `from nvflare.apis.executor import Executor
from nvflare.app_common.constants import Tasks

class Trainer(Executor):
    def __init__(self, epochs, train_task=Tasks.TRAIN, rate: float = 0.1):
        super().__init__()
        self.train_task = train_task

    def execute(self, task_name, shareable, fl_ctx, abort_signal):
        if task_name == self.train_task:
            return shareable
`,
  'app_common/stores.py': `from nvflare.apis.fl_component import FLComponent
class Store(FLComponent):
    def __init__(self, size=1):
        super().__init__()
`,
  'app_common/workflow.py': `from nvflare.apis.controller_spec import Task
from nvflare.apis.impl.controller import Controller
from nvflare.app_common.stores import Store

class Rounds(Controller):
    def __init__(self, num_rounds=1, store_id="store", task_name="train"):
        super().__init__()
        self.store_id = store_id
        self.task_name = task_name

    def start(self, fl_ctx):
        store = self.engine.get_component(self.store_id)
        if not isinstance(store, Store):
            raise TypeError()
        self.broadcast(Task(name=self.task_name, data=None))
`,
};
