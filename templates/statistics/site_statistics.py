"""Computes the statistics of the site's own data. The server never sees a record, only what these functions return.

For a job of your own, change `load_data`; the features are the names that it returns.
"""

import zlib
from typing import Dict, List

import numpy as np

from nvflare.apis.fl_context import FLContext
from nvflare.app_common.abstract.statistics_spec import Bin, DataType, Feature, Histogram, HistogramType, Statistics


def load_data(site: str, records: int) -> Dict[str, Dict[str, np.ndarray]]:
    """The data sets of a site, each with its features: made up here, other ones at every site."""
    random = np.random.default_rng(zlib.crc32(site.encode()))
    age = random.integers(18, 95, size=records).astype(float)
    return {"patients": {"age": age, "weight": random.normal(75, 12, size=records)}}


class SiteStatistics(Statistics):
    def __init__(self, records: int = 500):
        super().__init__()
        self.records = records
        self.data = {}

    def initialize(self, fl_ctx: FLContext):
        self.data = load_data(fl_ctx.get_identity_name(), self.records)

    def features(self) -> Dict[str, List[Feature]]:
        return {name: [Feature(feature, DataType.FLOAT) for feature in data] for name, data in self.data.items()}

    def count(self, dataset_name: str, feature_name: str) -> int:
        return len(self.data[dataset_name][feature_name])

    def sum(self, dataset_name: str, feature_name: str) -> float:
        return float(self.data[dataset_name][feature_name].sum())

    def mean(self, dataset_name: str, feature_name: str) -> float:
        return float(self.data[dataset_name][feature_name].mean())

    def stddev(self, dataset_name: str, feature_name: str) -> float:
        return float(self.data[dataset_name][feature_name].std(ddof=1))

    def variance_with_mean(
        self, dataset_name: str, feature_name: str, global_mean: float, global_count: float
    ) -> float:
        values = self.data[dataset_name][feature_name]
        return float(((values - global_mean) ** 2).sum() / (global_count - 1))

    def histogram(
        self, dataset_name: str, feature_name: str, num_of_bins: int, global_min_value: float, global_max_value: float
    ) -> Histogram:
        values = self.data[dataset_name][feature_name]
        counts, edges = np.histogram(values, bins=num_of_bins, range=(global_min_value, global_max_value))
        bins = [Bin(float(edges[i]), float(edges[i + 1]), int(count)) for i, count in enumerate(counts)]
        return Histogram(HistogramType.STANDARD, bins)

    def min_value(self, dataset_name: str, feature_name: str) -> float:
        return float(self.data[dataset_name][feature_name].min())

    def max_value(self, dataset_name: str, feature_name: str) -> float:
        return float(self.data[dataset_name][feature_name].max())
