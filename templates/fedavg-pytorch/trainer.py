"""Lets NVFLARE 2.3, which has no Client API yet, train with the functions of train.py."""

import torch

from nvflare.apis.dxo import DXO, DataKind, MetaKey, from_shareable
from nvflare.apis.executor import Executor
from nvflare.apis.fl_constant import ReturnCode
from nvflare.apis.shareable import make_reply

from net import Net
from train import DEVICE, accuracy, fit, load_data


class Trainer(Executor):
    def __init__(self, epochs: int = 5, rate: float = 0.05):
        super().__init__()
        self.epochs = epochs
        self.rate = rate
        self.net = Net().to(DEVICE)
        self.data = None

    def execute(self, task_name, shareable, fl_ctx, abort_signal):
        if task_name != "train":
            return make_reply(ReturnCode.TASK_UNKNOWN)
        if self.data is None:
            self.data = load_data(fl_ctx.get_identity_name())
        train, test = self.data
        model = from_shareable(shareable)
        self.net.load_state_dict({name: torch.as_tensor(array) for name, array in model.data.items()})
        before = accuracy(self.net, test)
        self.log_info(fl_ctx, f"accuracy {before:.4f}")
        steps = fit(self.net, train, self.epochs, self.rate)
        weights = {name: tensor.cpu().numpy() for name, tensor in self.net.state_dict().items()}
        result = DXO(data_kind=DataKind.WEIGHTS, data=weights)
        result.set_meta_prop(MetaKey.NUM_STEPS_CURRENT_ROUND, steps)
        result.set_meta_prop(MetaKey.INITIAL_METRICS, before)
        return result.to_shareable()
