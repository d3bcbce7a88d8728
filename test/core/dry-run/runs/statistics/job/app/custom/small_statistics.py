"""Statistics of three numbers, so that a run needs no data."""

from typing import Dict, List

import numpy as np
from nvflare.app_common.abstract.statistics_spec import DataType, Feature, Histogram, Statistics

AGES = np.array([21.0, 34.0, 55.0])


class SmallStatistics(Statistics):
    def features(self) -> Dict[str, List[Feature]]:
        return {"train": [Feature("age", DataType.FLOAT)]}

    def count(self, dataset_name: str, feature_name: str) -> int:
        return len(AGES)

    def sum(self, dataset_name: str, feature_name: str) -> float:
        return float(AGES.sum())

    def mean(self, dataset_name: str, feature_name: str) -> float:
        return float(AGES.mean())

    def stddev(self, dataset_name: str, feature_name: str) -> float:
        return float(AGES.std())

    def variance_with_mean(self, dataset_name, feature_name, global_mean, global_count) -> float:
        return float(((AGES - global_mean) ** 2).sum() / (global_count - 1))

    def histogram(self, dataset_name, feature_name, num_of_bins, global_min_value, global_max_value) -> Histogram:
        raise NotImplementedError
