"""A workflow of your own. The server runs it."""

from nvflare.apis.client import Client
from nvflare.apis.controller_spec import ClientTask, Task
from nvflare.apis.fl_context import FLContext
from nvflare.apis.impl.controller import Controller
from nvflare.apis.shareable import Shareable
from nvflare.apis.signal import Signal


class OwnWorkflow(Controller):
    def __init__(self, min_clients: int = 1, task_name: str = "own_task"):
        super().__init__()
        self.min_clients = min_clients
        self.task_name = task_name

    def start_controller(self, fl_ctx: FLContext):
        self.log_info(fl_ctx, "the workflow starts")

    def control_flow(self, abort_signal: Signal, fl_ctx: FLContext):
        """The whole work: here one task for all clients."""
        task = Task(name=self.task_name, data=Shareable(), timeout=60, result_received_cb=self.received)
        self.broadcast_and_wait(task=task, min_responses=self.min_clients, fl_ctx=fl_ctx, abort_signal=abort_signal)

    def received(self, client_task: ClientTask, fl_ctx: FLContext):
        """Called with the answer of each client."""
        self.log_info(fl_ctx, f"{client_task.client.name} answers {client_task.result['answer']!r}")

    def process_result_of_unknown_task(
        self, client: Client, task_name: str, client_task_id: str, result: Shareable, fl_ctx: FLContext
    ):
        self.log_warning(fl_ctx, f"{client.name} answers the task {task_name} too late")

    def stop_controller(self, fl_ctx: FLContext):
        self.log_info(fl_ctx, "the workflow ends")
