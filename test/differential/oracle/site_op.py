"""What NVFLARE hands one site: its own loader reads the configuration, its own configurator builds it.

`{"op": "site", "requests": [{"side": "server" | "client", "site": name, "files": {path below the app: text}, "tasks": [name]}]}` answers
for each `{"error": class name and message}` or
`{"config": the file's value with variables put in, "built": [{"section", "id", "class"}, …], "tasks": {name: index or null},
"filters": {"data" | "result": {task and direction: [index, …]}}}`: `built` in the order of creation, indexes into it.

Only the last step is replaced: instead of an object of the named class one is made that does nothing, so that no class has to be there.
"""

import contextlib
import copy
import io
import logging
import tempfile
from argparse import Namespace
from pathlib import Path

from config_op import JOB_ID, MEMORY
from encoding import Encoded, encode

from nvflare.apis.executor import Executor
from nvflare.apis.filter import Filter
from nvflare.apis.fl_component import FLComponent
from nvflare.apis.impl.controller import Controller
from nvflare.apis.workspace import Workspace
from nvflare.fuel.utils import component_builder
from nvflare.fuel.utils.config_service import ConfigService
from nvflare.private.fed.client.client_json_config import ClientJsonConfigurator
from nvflare.private.fed.server.server_json_config import ServerJsonConfigurator

logging.disable(logging.CRITICAL)


def answer(request):
    # The configurators print what they refuse.
    with contextlib.redirect_stdout(io.StringIO()):
        return Encoded([handed(each) for each in request["requests"]])


def handed(request):
    with tempfile.TemporaryDirectory(dir=MEMORY) as root:
        try:
            return configured(request, Path(root))
        except Exception as error:
            return {"error": f"{type(error).__name__}: {str(error)[:300]}"}


def configured(request, root):
    for folder in ("startup", "local", JOB_ID):
        (root / folder).mkdir()
    side, site = request["side"], request["site"]
    workspace = Workspace(str(root), site)
    app_root = Path(workspace.get_app_dir(JOB_ID))
    for path, text in request["files"].items():
        target = app_root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode("utf-8"))
    args = Namespace(
        job_id=JOB_ID, workspace=str(root), client_name=site, sp_scheme="tcp", sp_target="localhost:8002", parent_url=None, set=[]
    )
    ConfigService.reset()
    ConfigService.initialize(section_files={}, config_path=[str(root)], parsed_args=args)
    configurator = CONFIGURATORS[side](
        workspace_obj=workspace,
        config_file_name=str(app_root / "config" / f"config_fed_{side}.json"),
        args=args,
        app_root=str(app_root),
        kv_list=["secure_train=false"],
    )
    configurator.set_component_build_authorizer(lambda *_, **__: "")
    with recording(configurator):
        configurator.configure()
    return seen(configurator, request["tasks"])


class Recording:
    """Remembers what is built, and the file's value when its variables are in it."""

    def start_config(self, config_ctx):
        self.made = []
        self.building = []
        self.value = copy.deepcopy(self.config_data)
        super().start_config(config_ctx)

    def _build_component(self, config_dict):
        node = self._build_node_stack[-1][1]
        section = node.path().split(".")[0]
        self.building.append((section, config_dict.get("id") if isinstance(config_dict, dict) else None))
        try:
            return super()._build_component(config_dict)
        finally:
            self.building.pop()

    def make(self, class_path, _):
        section, component_id = self.building[-1]
        thing = STAND_INS.get(section, FLComponent)()
        self.made.append((thing, {"section": section, "id": encode(component_id), "class": class_path}))
        return thing


@contextlib.contextmanager
def recording(configurator):
    real = component_builder.instantiate_class
    component_builder.instantiate_class = configurator.make
    try:
        yield
    finally:
        component_builder.instantiate_class = real


class RecordingServer(Recording, ServerJsonConfigurator):
    pass


class RecordingClient(Recording, ClientJsonConfigurator):
    pass


CONFIGURATORS = {"server": RecordingServer, "client": RecordingClient}


class StandInController(Controller):
    pass


class StandInExecutor(Executor):
    pass


class StandInFilter(Filter):
    pass


STAND_INS = {
    "workflows": StandInController,
    "executors": StandInExecutor,
    "task_data_filters": StandInFilter,
    "task_result_filters": StandInFilter,
}
for stand_in in STAND_INS.values():
    stand_in.__abstractmethods__ = frozenset()


def seen(configurator, tasks):
    config = configurator.runner_config
    order = [id(thing) for thing, _ in configurator.made]

    def index_of(thing):
        return order.index(id(thing)) if id(thing) in order else None

    def table_of(table):
        return {key: [index_of(each) for each in chain] for key, chain in table.items()}

    router = getattr(config, "task_router", None)
    return {
        "config": encode(configurator.value),
        "built": [what for _, what in configurator.made],
        "tasks": {name: index_of(router.route(name)) for name in tasks} if router else {},
        "filters": {"data": table_of(config.task_data_filters), "result": table_of(config.task_result_filters)},
    }
