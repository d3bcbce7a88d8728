"""What NVFLARE's real scheduler and resource managers decide.

`{"op": "schedule", "cases": [{"meta": JSON text, "up": [site, …], "offers": {site: offer}}, …]}` gives each job to
`DefaultJobScheduler.schedule_job` once. An offer is `{"kind": "gpus", "gpus": n, "memory": m}`,
`{"kind": "units", "units": {name: count}}` or `{"kind": "anything"}`. The answer of a case is
`{"decision": "starts" | "waits" | "gives-up" | "fails", "reason": text or null, "sites": {site: app}, "requests": {site: …}}`,
`requests` holding what each asked site was asked for and whether it agreed.

Only what lies between server and clients is replaced: requests do not travel, but go to the processor that clients have.
"""

import importlib
import json
import logging

from encoding import Encoded

from nvflare.apis.client import Client
from nvflare.apis.fl_constant import SystemComponents
from nvflare.apis.fl_context import FLContextManager
from nvflare.apis.job_def import job_from_meta
from nvflare.apis.server_engine_spec import ServerEngineSpec
from nvflare.app_common.job_schedulers.job_scheduler import DefaultJobScheduler
from nvflare.app_common.resource_managers import gpu_resource_manager
from nvflare.app_common.resource_managers.list_resource_manager import ListResourceManager
from nvflare.private.admin_defs import Message
from nvflare.private.fed.client.client_engine_internal_spec import ClientEngineInternalSpec
from nvflare.private.fed.client.scheduler_cmds import CheckResourceProcessor
from nvflare.private.fed.server.server_engine import ServerEngine

logging.disable(logging.CRITICAL)

# Since 2.8.
PASSTHROUGH = "nvflare.app_common.resource_managers.passthrough_resource_manager"


def answer(request):
    return Encoded([decide(case) for case in request["cases"]])


def decide(case):
    meta = json.loads(case["meta"])
    before = meta.get("schedule_history")
    written = len(before) if isinstance(before, list) else 0
    engine = Server(case["up"], case["offers"])
    manager = JobManager()
    job = job_from_meta(meta)
    ready, dispatch = DefaultJobScheduler().schedule_job(manager, [job], engine.new_context())
    history = meta.get("schedule_history")
    # Each attempt is written behind what the author left there: "2026-01-01 00:00:00: scheduled".
    entries = history[written:] if isinstance(history, list) else []
    reason = entries[-1].split(": ", 1)[1] if entries else None
    if ready is not None:
        decision = "starts"
    elif manager.given_up:
        decision = "gives-up"
    else:
        decision = "waits" if manager.refreshed else "fails"
    sites = {site: info.app_name for site, info in (dispatch or {}).items()}
    return {"decision": decision, "reason": reason, "sites": sites, "asked": engine.asked}


class JobManager:
    def __init__(self):
        self.refreshed = False
        self.given_up = False

    def refresh_meta(self, *_):
        self.refreshed = True

    def set_status(self, *_):
        self.given_up = True


def contexts(engine):
    return FLContextManager(engine=engine, identity_name="server", job_id="", public_stickers={}, private_stickers={})


class Reply:
    def __init__(self, client_name, reply):
        self.client_name = client_name
        self.reply = reply


class Server(ServerEngineSpec):
    """An engine whose clients are objects in the same process; how it asks them is the real engine's code."""

    logger = logging.getLogger("server")

    def __init__(self, up, offers):
        self.clients = {name: Client(name, f"token of {name}") for name in up}
        self.sites = {name: Site(offers[name]) for name in up}
        self.asked = {}

    def get_clients(self):
        return list(self.clients.values())

    def get_client_from_name(self, name):
        return self.clients.get(name)

    def new_context(self):
        return contexts(self).new_context()

    def fire_event(self, *_):
        pass

    def check_client_resources(self, *args, **kwargs):
        results = ServerEngine.check_client_resources(self, *args, **kwargs)
        for site, (is_enough, token) in results.items():
            self.asked[site] = {"enough": bool(is_enough), "raised": bool(token) and not is_enough}
        return results

    def cancel_client_resources(self, *_):
        pass

    def _make_message_for_check_resource(self, job, resource_requirements, *_):
        # What travels is a copy.
        return Message(topic="check", body=json.loads(json.dumps(resource_requirements)))

    def _send_admin_requests(self, requests, *_):
        replies = []
        for name, client in self.clients.items():
            if client.token in requests:
                message = CheckResourceProcessor().process(requests[client.token], self.sites[name])
                replies.append(Reply(name, message))
        return replies


class Site(ClientEngineInternalSpec):
    def __init__(self, offer):
        self.manager = manager_of(offer)

    def get_component(self, component_id):
        return self.manager if component_id == SystemComponents.RESOURCE_MANAGER else None

    def new_context(self):
        return contexts(self).new_context()

    def fire_event(self, *_):
        pass


# The rest of what engines do is not asked for.
Server.__abstractmethods__ = frozenset()
Site.__abstractmethods__ = frozenset()


def manager_of(offer):
    if offer["kind"] == "gpus":
        # The manager asks this machine for its GPUs, and older releases cannot be told not to.
        gpu_resource_manager.get_host_gpu_ids = lambda: list(range(offer["gpus"]))
        gpu_resource_manager.get_host_gpu_memory_total = lambda: [1 << 30] * offer["gpus"]
        return gpu_resource_manager.GPUResourceManager(offer["gpus"], offer["memory"])
    if offer["kind"] == "units":
        return ListResourceManager({name: list(range(count)) for name, count in offer["units"].items()})
    return importlib.import_module(PASSTHROUGH).PassthroughResourceManager()


