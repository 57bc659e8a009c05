"""Mistakes with the learning rate and the gradient, which a step and a descent share."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from chainrule_grader.judging.task import Misconception, switch


def _own_rate(rate: float, word: str) -> Misconception:
    return switch(
        f"always-a-{word}",
        f"You always use the learning rate {rate:g}; use the argument learning_rate.",
        rate=lambda _rate: rate,
    )


RATES: Final = (
    switch(
        "no-learning-rate",
        "You do not use the learning rate; multiply the gradient by it.",
        rate=lambda _rate: 1.0,
    ),
    _own_rate(0.1, "tenth"),
    _own_rate(0.01, "hundredth"),
    _own_rate(0.001, "thousandth"),
    switch(
        "divided",
        "You divide the gradient by the learning rate; multiply by the learning rate.",
        rate=lambda rate: 1 / rate,
    ),
    switch(
        "twice-the-step",
        "Your step is twice as long as needed; the step is learning rate times gradient.",
        rate=lambda rate: 2 * rate,
    ),
    switch(
        "half-the-step",
        "Your step is half as long as needed; the step is learning rate times gradient.",
        rate=lambda rate: rate / 2,
    ),
    switch(
        "squared-rate",
        "You multiply by the learning rate twice; multiply once.",
        rate=lambda rate: rate**2,
    ),
)


def _unit(g: Any) -> Any:
    return g / np.linalg.norm(g)


GRADIENTS: Final = (
    switch(
        "sign-of-the-gradient",
        "You use only the sign of the gradient; use the gradient itself.",
        gradient=np.sign,
    ),
    switch(
        "unit-gradient",
        "You divide the gradient by its norm; use the gradient as it is.",
        gradient=_unit,
    ),
    switch(
        "absolute-gradient",
        "You use the absolute value of the gradient; keep its sign.",
        gradient=np.abs,
    ),
    switch(
        "squared-gradient",
        "You square the gradient; use the gradient itself.",
        gradient=np.square,
    ),
    switch(
        "clipped-gradient",
        "You clip the gradient to [−1, 1]; use the gradient as it is.",
        gradient=lambda g: np.clip(g, -1, 1),
    ),
    switch(
        "mean-gradient",
        "You use the mean of the gradient for all weights; each weight has its own entry.",
        gradient=np.mean,
    ),
    switch(
        "summed-gradient",
        "You use the sum of the gradient for all weights; each weight has its own entry.",
        gradient=np.sum,
    ),
    switch(
        "scalar-product",
        "You multiply the gradient by itself, as a scalar product; use the gradient as it is.",
        gradient=lambda g: np.sum(np.square(g)),
    ),
    switch(
        "divided-by-their-number",
        "You divide the gradient by the number of its rows; use the gradient as it is.",
        gradient=lambda g: np.asarray(g) / len(g),
    ),
)
