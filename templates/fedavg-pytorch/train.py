"""Trains the network of net.py on the site's own data. NVFLARE runs this script at every client.

For a job of your own, change net.py, `load_data` and `fit`; the loop in `main` can stay.
"""

import argparse
import zlib

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

import nvflare.client as flare
from net import Net

DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")


def load_data(site: str, samples: int = 600):
    """The training and the test data of a site: made up here, other ones at every site."""
    random = torch.Generator().manual_seed(zlib.crc32(site.encode()))
    inputs = torch.randn(samples, 8, generator=random)
    # The class is the largest of three sums.
    classes = torch.stack([inputs[:, 0:3].sum(1), inputs[:, 3:6].sum(1), inputs[:, 5:8].sum(1)], dim=1).argmax(1)
    test = samples // 5
    return TensorDataset(inputs[test:], classes[test:]), TensorDataset(inputs[:test], classes[:test])


@torch.no_grad()
def accuracy(net: nn.Module, data: TensorDataset) -> float:
    """The part of the data that the network classifies rightly."""
    net.eval()
    inputs, classes = data.tensors
    return (net(inputs.to(DEVICE)).argmax(1).cpu() == classes).float().mean().item()


def fit(net: nn.Module, data: TensorDataset, epochs: int, rate: float) -> int:
    """Trains the network in place; returns how many steps that took."""
    net.train()
    optimizer = torch.optim.SGD(net.parameters(), lr=rate, momentum=0.9)
    loss = nn.CrossEntropyLoss()
    steps = 0
    for _ in range(epochs):
        for inputs, classes in DataLoader(data, batch_size=32, shuffle=True):
            optimizer.zero_grad()
            loss(net(inputs.to(DEVICE)), classes.to(DEVICE)).backward()
            optimizer.step()
            steps += 1
    return steps


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=0.05)
    options = parser.parse_args()

    flare.init()
    net = Net().to(DEVICE)
    data = None
    while flare.is_running():
        model = flare.receive()
        if model is None:
            break
        if data is None:
            data = load_data(flare.get_site_name())
        train, test = data
        net.load_state_dict(model.params)
        # The server keeps the model that does best here, before it is trained any further.
        before = accuracy(net, test)
        print(f"round {model.current_round}: accuracy {before:.4f}")
        steps = fit(net, train, options.epochs, options.rate)
        flare.send(
            flare.FLModel(
                params={name: tensor.cpu() for name, tensor in net.state_dict().items()},
                metrics={"val_accuracy": before},
                meta={"NUM_STEPS_CURRENT_ROUND": steps},
            )
        )


if __name__ == "__main__":
    main()
