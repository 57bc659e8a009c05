"""A program that reads digits is right as far as it reads digits that it has not seen."""

import numpy as np
from chainrule import datasets
from comparing import Measured

from wide.case import Case

TRAINING, ENOUGH, SURE = 1200, 0.95, 0.01


def _reading(seed):
    def run(f):
        X, y = datasets.digits()
        order = np.random.default_rng(seed).permutation(len(X))
        known, unseen = order[:TRAINING], order[TRAINING:]
        predict = f(X[known], y[known], np.random.default_rng(seed))
        labels = np.asarray(predict(X[unseen].copy()))
        if labels.shape != (len(unseen),):
            return labels.shape
        share = float(np.mean(labels == y[unseen]))
        if abs(share - ENOUGH) < SURE:
            return Measured(5.0, 1.0)
        return Measured(float(share > ENOUGH) * 10, 0.3)

    return Case(f"f(1200 digits, labels, rng), seed {seed}", run)


CASES = {"train_digits": lambda: [_reading(1)]}
