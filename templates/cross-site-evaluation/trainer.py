"""Lets NVFLARE 2.3, which has no Client API yet, train and evaluate with the functions of train.py."""

from nvflare.apis.dxo import DXO, DataKind, MetaKey, from_shareable
from nvflare.apis.executor import Executor
from nvflare.apis.fl_constant import ReturnCode
from nvflare.apis.shareable import make_reply

from train import WEIGHTS, fit, load_data, score


class Trainer(Executor):
    def __init__(self, epochs: int = 5, rate: float = 0.1):
        super().__init__()
        self.epochs = epochs
        self.rate = rate
        self.data = None
        self.own = None

    def execute(self, task_name, shareable, fl_ctx, abort_signal):
        if task_name == "submit_model":
            return DXO(data_kind=DataKind.WEIGHTS, data={WEIGHTS: self.own}).to_shareable()
        if task_name not in ("train", "validate"):
            return make_reply(ReturnCode.TASK_UNKNOWN)
        if self.data is None:
            self.data = load_data(fl_ctx.get_identity_name())
        weights = from_shareable(shareable).data[WEIGHTS]
        result = score(weights, self.data)
        self.log_info(fl_ctx, f"{task_name}: score {result:.4f}")
        if task_name == "validate":
            return DXO(data_kind=DataKind.METRICS, data={"score": result}).to_shareable()
        self.own = fit(weights, self.data, self.epochs, self.rate)
        trained = DXO(data_kind=DataKind.WEIGHTS, data={WEIGHTS: self.own})
        trained.set_meta_prop(MetaKey.INITIAL_METRICS, result)
        return trained.to_shareable()
