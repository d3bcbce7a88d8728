"""What NVFLARE makes of the configurations of an app: its own configurators build them, as a job process does at its start.

`{"op": "config", "do": "release"}` answers the installed release, `"do": "package"` its folder.

`{"op": "config", "do": "build", "apps": [{"side": "server" | "client", "files": {path below the app: text}, "byoc": bool, "start": bool}]}`
builds each app in a workspace of its own, with the check of the classes that a job may use. Where `start` is true, the
components hear that the run begins and the controllers are initialized, with an engine that knows the components and
nothing else: this is where components look for one another by id. Answers for each
`{"failed": null | "configure" | "start", "error", "message", "where", "filters": {section: [task key]}, "tasks": {name: class}}`:
`where` is `constructor` when the code of a component itself refused its arguments, else `nvflare`; `tasks` says for each of
`"tasks": [name]` in the request which executor the client's own router gives it to.
"""

import contextlib
import importlib
import io
import json
import logging
import os
import sys
import tempfile
import traceback
import warnings
from argparse import Namespace
from pathlib import Path

import nvflare
from encoding import Encoded

from nvflare.apis.client import Client
from nvflare.apis.event_type import EventType
from nvflare.apis.fl_constant import FLContextKey
from nvflare.apis.fl_context import FLContext, FLContextManager
from nvflare.apis.server_engine_spec import ServerEngineSpec
from nvflare.apis.utils.event import fire_event_to_components
from nvflare.apis.workspace import Workspace
from nvflare.fuel.utils.config_service import ConfigService
from nvflare.private.fed.client.client_json_config import ClientJsonConfigurator
from nvflare.private.fed.client.client_runner import ClientRunner
from nvflare.private.fed.server.server_json_config import ServerJsonConfigurator
from nvflare.private.fed.utils.fed_utils import authorize_build_component

logging.disable(logging.CRITICAL)
warnings.showwarning = lambda *args, **kwargs: None

MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
JOB_ID = "job"
SITE = {"server": "server", "client": "site-1"}
CONFIGURATORS = {"server": ServerJsonConfigurator, "client": ClientJsonConfigurator}


def answer(request):
    return HANDLERS[request["do"]](request)


def build_all(request):
    # The configurators print what they refuse.
    with contextlib.redirect_stdout(io.StringIO()):
        return Encoded([build_app(app) for app in request["apps"]])


def build_app(app):
    known = set(sys.modules)
    path = list(sys.path)
    with tempfile.TemporaryDirectory(dir=MEMORY) as root:
        try:
            return judge(app, Path(root))
        finally:
            sys.path[:] = path
            for name in set(sys.modules) - known:
                if str(getattr(sys.modules[name], "__file__", None)).startswith(root):
                    del sys.modules[name]
            importlib.invalidate_caches()


def judge(app, root):
    side = app["side"]
    workspace, app_root = make_workspace(root, side, app["files"], app["byoc"])
    failed = "configure"
    try:
        configurator = configure(side, workspace, app_root, root)
        failed = "start"
        if app.get("start"):
            start(side, configurator, workspace, app_root)
    except Exception as error:
        return {
            "failed": failed,
            "error": type(error).__name__,
            "message": shortened(str(error)),
            "where": "constructor" if in_constructor(error) else "nvflare",
        }
    return {"failed": None, **seen(side, configurator, app.get("tasks", []))}


def shortened(text):
    """Errors begin with where they are, go on with the whole element, and end with what is wrong."""
    return text if len(text) <= 600 else f"{text[:100]} … {text[-500:]}"


def make_workspace(root, side, files, byoc):
    (root / "startup").mkdir()
    (root / "local").mkdir()
    (root / JOB_ID).mkdir()
    workspace = Workspace(str(root), SITE[side])
    app_root = Path(workspace.get_app_dir(JOB_ID))
    for path, text in files.items():
        target = app_root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    custom = app_root / "custom"
    Path(workspace.get_job_meta_path(JOB_ID)).write_text(json.dumps({"byoc": byoc}))
    if custom.is_dir():
        sys.path.append(str(custom))
    return workspace, app_root


def configure(side, workspace, app_root, root):
    name = str(app_root / "config" / f"config_fed_{side}.json")
    args = Namespace(
        job_id=JOB_ID,
        workspace=str(root),
        client_name=SITE[side],
        sp_scheme="tcp",
        sp_target="localhost:8002",
        parent_url=None,
        set=[],
    )
    ConfigService.reset()
    ConfigService.initialize(section_files={}, config_path=[str(root)], parsed_args=args)
    configurator = CONFIGURATORS[side](
        workspace_obj=workspace, config_file_name=name, args=args, app_root=str(app_root), kv_list=["secure_train=false"]
    )
    context = FLContext()
    context.set_prop(FLContextKey.WORKSPACE_OBJECT, workspace, private=True)
    context.set_prop(FLContextKey.CURRENT_JOB_ID, JOB_ID, private=True)
    configurator.set_component_build_authorizer(authorize_build_component, fl_ctx=context, event_handlers=[])
    configurator.configure()
    return configurator


class Panic(Exception):
    """A component said that the run cannot go on."""


class Engine(ServerEngineSpec):
    """Knows the components of a configuration, hands events on, and stands still besides."""

    def __init__(self, side, config, workspace):
        self.config = config
        self.workspace = workspace
        self.panics = []
        self.contexts = FLContextManager(engine=self, identity_name=SITE[side], job_id=JOB_ID)

    def new_context(self):
        return self.contexts.new_context()

    def get_component(self, component_id):
        return self.config.components.get(component_id)

    def get_all_components(self):
        return self.config.components

    def fire_event(self, event_type, fl_ctx):
        if event_type == EventType.FATAL_SYSTEM_ERROR:
            self.panics.append(str(fl_ctx.get_prop(FLContextKey.EVENT_DATA)))
        fire_event_to_components(event_type, self.config.handlers, fl_ctx)

    def get_workspace(self):
        return self.workspace

    def get_clients(self):
        return [Client("site-1", ""), Client("site-2", "")]

    def get_cell(self):
        return None


Engine.__abstractmethods__ = frozenset()


def start(side, configurator, workspace, app_root):
    config = configurator.runner_config
    engine = Engine(side, config, workspace)
    with engine.new_context() as context:
        for key, value in {
            FLContextKey.APP_ROOT: str(app_root),
            FLContextKey.WORKSPACE_ROOT: workspace.get_root_dir(),
            FLContextKey.WORKSPACE_OBJECT: workspace,
            FLContextKey.ARGS: configurator.args,
            FLContextKey.RUNNER: ClientRunner({}, config, JOB_ID, engine) if side == "client" else None,
        }.items():
            context.set_prop(key, value, private=True, sticky=True)
        engine.fire_event(EventType.ABOUT_TO_START_RUN, context)
        engine.fire_event(EventType.START_RUN, context)
        for workflow in getattr(config, "workflows", []):
            if not engine.panics:
                context.set_prop(FLContextKey.WORKFLOW, workflow.id, sticky=True)
                workflow.controller.initialize(context)
        failures = context.get_prop(FLContextKey.EXCEPTIONS) or {}
        engine.fire_event(EventType.END_RUN, context)
    if engine.panics:
        raise Panic(engine.panics[0])
    for failure in failures.values():
        raise failure


def seen(side, configurator, tasks):
    config = configurator.runner_config
    router = getattr(config, "task_router", None)
    executors = {name: router.route(name) for name in tasks} if router else {}
    return {
        "filters": {"data": list(config.task_data_filters), "result": list(config.task_result_filters)},
        "tasks": {name: type(executor).__name__ for name, executor in executors.items() if executor},
    }


def in_constructor(error):
    """Whether the error comes from the code of a component that was found and given its arguments."""
    while error is not None:
        for frame in traceback.extract_tb(error.__traceback__):
            if frame.name == "__init__" and "json_config" not in frame.filename:
                return True
        error = error.__cause__ or error.__context__
    return False


HANDLERS = {
    "release": lambda request: nvflare.__version__,
    "package": lambda request: str(Path(nvflare.__file__).parent),
    "build": build_all,
}
