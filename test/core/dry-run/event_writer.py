"""Writes the events of a run as lines of JSON: name, task, round, and on the server the client that is spoken with."""

import json
import os
import threading

from nvflare.apis.fl_component import FLComponent
from nvflare.apis.fl_constant import FLContextKey


class EventWriter(FLComponent):
    def __init__(self):
        super().__init__()
        self._lock = threading.Lock()

    def handle_event(self, event_type, fl_ctx):
        if event_type.endswith("_log_available"):
            return
        peer = fl_ctx.get_peer_context()
        line = {
            "event": event_type,
            "task": fl_ctx.get_prop(FLContextKey.TASK_NAME),
            "round": fl_ctx.get_prop("current_round"),
            "peer": peer.get_identity_name() if peer else None,
        }
        site = fl_ctx.get_identity_name()
        with self._lock, open(os.path.join(os.environ["EVENT_FOLDER"], f"{site}.jsonl"), "a") as file:
            file.write(json.dumps(line, default=str) + "\n")
