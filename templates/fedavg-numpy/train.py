"""Trains a linear model on the site's own data. NVFLARE runs this script at every client.

For a job of your own, change `load_data`, `score` and `fit`; the loop in `main` can stay.
"""

import argparse
import zlib

import numpy as np

import nvflare.client as flare

# NPModelPersistor keeps the model as one array with this name. It starts as a 3 x 3 matrix.
WEIGHTS = "numpy_key"


def load_data(site: str, samples: int = 200):
    """The inputs and outputs of a site: made up here, other ones at every site."""
    random = np.random.default_rng(zlib.crc32(site.encode()))
    inputs = random.normal(size=(samples, 3))
    outputs = inputs @ np.array([[2.0, 0.0, 1.0], [0.0, 3.0, 0.0], [1.0, 0.0, 4.0]])
    return inputs, outputs + random.normal(scale=0.1, size=outputs.shape)


def score(weights, data) -> float:
    """How much of the outputs the model explains: 1 is everything, 0 is no better than their average."""
    inputs, outputs = data
    left = np.sum((outputs - inputs @ weights) ** 2)
    return float(1 - left / np.sum((outputs - outputs.mean(axis=0)) ** 2))


def fit(weights, data, epochs: int, rate: float):
    """The weights after some steps down the slope of the squared error."""
    inputs, outputs = data
    for _ in range(epochs):
        slope = inputs.T @ (inputs @ weights - outputs) / len(inputs)
        weights = weights - rate * slope
    return weights


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=0.1)
    options = parser.parse_args()

    flare.init()
    data = None
    while flare.is_running():
        model = flare.receive()
        if model is None:
            break
        if data is None:
            data = load_data(flare.get_site_name())
        before = score(model.params[WEIGHTS], data)
        print(f"round {model.current_round}: score {before:.4f}")
        weights = fit(model.params[WEIGHTS], data, options.epochs, options.rate)
        flare.send(flare.FLModel(params={WEIGHTS: weights}, metrics={"score": before}))


if __name__ == "__main__":
    main()
