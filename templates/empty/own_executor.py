"""An executor of your own. The clients run it when the workflow sends them its task."""

from nvflare.apis.executor import Executor
from nvflare.apis.fl_context import FLContext
from nvflare.apis.shareable import Shareable
from nvflare.apis.signal import Signal


class OwnExecutor(Executor):
    def execute(self, task_name: str, shareable: Shareable, fl_ctx: FLContext, abort_signal: Signal) -> Shareable:
        answer = Shareable()
        answer["answer"] = f"{fl_ctx.get_identity_name()} did {task_name}"
        return answer
