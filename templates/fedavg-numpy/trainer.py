"""Lets NVFLARE 2.3, which has no Client API yet, train with the functions of train.py."""

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

    def execute(self, task_name, shareable, fl_ctx, abort_signal):
        if task_name != "train":
            return make_reply(ReturnCode.TASK_UNKNOWN)
        if self.data is None:
            self.data = load_data(fl_ctx.get_identity_name())
        model = from_shareable(shareable)
        before = score(model.data[WEIGHTS], self.data)
        self.log_info(fl_ctx, f"score {before:.4f}")
        weights = fit(model.data[WEIGHTS], self.data, self.epochs, self.rate)
        result = DXO(data_kind=DataKind.WEIGHTS, data={WEIGHTS: weights})
        result.set_meta_prop(MetaKey.INITIAL_METRICS, before)
        return result.to_shareable()
