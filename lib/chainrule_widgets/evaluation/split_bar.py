"""Split data into training, validation and test data, and measure the accuracy on each part."""

from math import sqrt
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import config, datasets, layers, models, optimizers
from numpy.typing import NDArray

from chainrule_widgets.explorable import StateExplorable, script

Array = NDArray[Any]
_PARTS: Final = ("training", "validation", "test")
_LEAST: Final = 2
_STATE: Final = ("train", "validation", "seed")


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Return Wilson's 95 % confidence interval of a fraction, which also works for 0 and 100 %.

    Source: E. B. Wilson, *Probable inference*, JASA 22, 1927.
    """
    z, fraction = 1.96, hits / of
    middle = (fraction + z**2 / (2 * of)) / (1 + z**2 / of)
    reach = z / (1 + z**2 / of) * sqrt(fraction * (1 - fraction) / of + z**2 / (4 * of**2))
    return middle - reach, middle + reach


def counts(train: int, validation: int) -> tuple[int, int]:
    """Return percentages that leave at least 2 % for each of the three parts."""
    train = min(max(int(train), _LEAST), 100 - 2 * _LEAST)
    return train, min(max(int(validation), _LEAST), 100 - _LEAST - train)


def mistakes(X: Array, y: Array, train: int) -> Array:
    """Train a logistic regression on the first examples; return its wrong predictions of all."""
    mean, std = X[:train].mean(axis=0), X[:train].std(axis=0)
    Z = (X - mean) / np.where(std > 0, std, 1)
    # With zeros, two splits differ only in their data.
    output = layers.Dense(1, activation="sigmoid", kernel_initializer="zeros")
    model = models.Sequential([layers.Input(shape=(X.shape[1],)), output])
    model.compile(optimizers.SGD(0.5), "binary_crossentropy")
    model.fit(Z[:train], y[:train], epochs=30, batch_size=train, shuffle=False, verbose=0)
    return np.asarray((model.predict(Z, verbose=0).ravel() > 0.5) != y)


@final
class SplitBar(StateExplorable):
    """Draw all tumours of `breast_cancer` as a bar of squares, with two handles for the split.

    A logistic regression is trained on the first part. Below the bar is its accuracy on each part,
    with a confidence interval.
    """

    _esm = script(__file__)
    depends_on = _STATE

    train = traitlets.Int(60, min=_LEAST, max=100 - 2 * _LEAST).tag(sync=True)
    validation = traitlets.Int(20, min=_LEAST, max=100 - 2 * _LEAST).tag(sync=True)
    seed = traitlets.Int(0, min=0).tag(sync=True)

    def __init__(self, *, train: int = 60, validation: int = 20, seed: int = 0) -> None:
        if counts(train, validation) != (train, validation):
            raise ValueError(
                f"training {train} % and validation {validation} % do not leave "
                f"{_LEAST} % for each of the three parts"
            )
        self._X, self._y = datasets.breast_cancer()
        super().__init__(train=train, validation=validation, seed=seed)

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        train, validation = counts(asked["train"], asked["validation"])
        order = config.generator(int(asked["seed"])).permutation(len(self._y))
        cuts = [round(len(order) * part / 100) for part in (train, train + validation)]
        wrong = mistakes(self._X[order], self._y[order], cuts[0])
        parts = []
        for name, part in zip(_PARTS, np.split(wrong, cuts), strict=True):
            hits, of = int((~part).sum()), len(part)
            low, high = wilson(hits, of)
            parts.append({"name": name, "hits": hits, "of": of, "low": low, "high": high})
        answer = {"train": train, "validation": validation, "seed": int(asked["seed"])}
        return {**answer, "parts": parts}, [wrong.astype(np.uint8).tobytes()]

    def describe(self) -> str:
        parts = (
            f"{p['name']} {p['hits']} of {p['of']} right ({p['low']:.1%} to {p['high']:.1%})"
            for p in self.seen["parts"]
        )
        return "; ".join(parts)
