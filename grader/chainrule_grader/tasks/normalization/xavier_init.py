"""Weights to begin with, of a size that lets signals through any number of layers."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Implementation, Misconception, Observation, Task
from chainrule_grader.tasks.normalization._draws import looked_at
from chainrule_grader.tasks.normalization._inputs import Array


def _suspects(n_in: int, n_out: int) -> dict[str, float]:
    """Deviations that a mistake gives, for layers that make them all different."""
    return {
        "The variance is made 1 / n_in², as if 1 / n_in were the deviation.": 1 / n_in,
        "The deviation is 1: it does not depend on how many inputs there are.": 1.0,
        "The deviation follows the number of outputs; it is the inputs that add up.": n_out**-0.5,
        "That is Glorot's deviation, with inputs and outputs; the slides' has the inputs alone.": (
            2 / (n_in + n_out)
        )
        ** 0.5,
        "That is He's deviation, made for ReLU: twice the variance that is asked for.": (2 / n_in)
        ** 0.5,
        "The root is taken twice: the weights come out too large.": n_in**-0.25,
        "√(1/n_in) is taken for the reach of an even spread, whose deviation is smaller.": (
            3 * n_in
        )
        ** -0.5,
        "The weights are multiplied by √n_in where they should be divided.": n_in**0.5,
        "The deviation 0.01 is that of a plain draw, whatever the number of inputs.": 0.01,
        "Inputs and outputs are added up without a 2 above them.": (n_in + n_out) ** -0.5,
        "The weights count together: every neuron has only its own inputs.": (n_in * n_out) ** -0.5,
    }


def _observe(xavier_init: Subject, rng: Generator) -> Iterator[Observation]:
    seed = int(rng.integers(10**6))
    # With these ratios of outputs to inputs, all suspects are far apart.
    for criterion, fewest, ratio in (("many inputs", 250, 0.32), ("many outputs", 90, 2.55)):
        n_in = int(rng.integers(fewest, 3 * fewest // 2))
        shape = n_in, round(ratio * n_in) + int(rng.integers(4))
        std = shape[0] ** -0.5
        yield from looked_at(
            xavier_init, criterion, shape, seed, std=std, suspects=_suspects(*shape)
        )


def _xavier(n_in: int, n_out: int, rng: Generator) -> Array:
    return np.asarray(rng.normal(size=(n_in, n_out)) / np.sqrt(n_in))


def _wide(n_in: int, n_out: int, rng: Generator) -> Array:
    reach = np.sqrt(3 / n_in)
    return rng.uniform(-reach, reach, (n_in, n_out))


def _of_deviation(index: int) -> Implementation:
    """Draw with the deviation of one of the suspects."""

    def init(n_in: int, n_out: int, rng: Generator) -> Array:
        return rng.normal(0, list(_suspects(n_in, n_out).values())[index], (n_in, n_out))

    return init


NAMES = (
    "no-root",
    "not-scaled",
    "outputs",
    "glorot",
    "he",
    "root-twice",
    "even-too-narrow",
    "multiplied",
    "small",
    "sum-of-both",
    "product-of-both",
)

TASK = Task(
    reference=_xavier,
    also_right=(_wide,),
    observe=_observe,
    misconceptions=(
        *(
            Misconception(name, _of_deviation(index), message)
            for index, (name, message) in enumerate(zip(NAMES, _suspects(9, 4), strict=True))
        ),
        Misconception(
            "zeros",
            lambda n_in, n_out, rng: np.zeros((n_in, n_out)),  # noqa: ARG005  that is the mistake
            "All weights are 0: the neurons of a layer would stay alike for ever.",
        ),
        Misconception(
            "all-the-same",
            lambda n_in, n_out, rng: np.full((n_in, n_out), np.sqrt(1 / n_in)),  # noqa: ARG005  that is the mistake
            "Every weight is the deviation itself, and nothing is drawn.",
        ),
        Misconception(
            "one-column-for-all",
            lambda n_in, n_out, rng: np.tile(_xavier(n_in, 1, rng), n_out),
            "One neuron is drawn and copied: the neurons would stay alike.",
        ),
        Misconception(
            "even-from-zero-to-one",
            lambda n_in, n_out, rng: rng.random((n_in, n_out)) / np.sqrt(n_in),
            "The numbers are drawn evenly from 0 to 1: none is negative.",
        ),
        Misconception(
            "shifted",
            lambda n_in, n_out, rng: _xavier(n_in, n_out, rng) + np.sqrt(1 / n_in),
            "√(1/n_in) is added where it should multiply, or given as the mean.",
        ),
        Misconception(
            "transposed",
            lambda n_in, n_out, rng: _xavier(n_in, n_out, rng).T,
            "The shape is transposed: the rows should stand for the inputs.",
        ),
        Misconception(
            "fixed-seed",
            lambda n_in, n_out, rng: _xavier(n_in, n_out, np.random.default_rng(0)),  # noqa: ARG005  that is the mistake
            "It makes a generator of its own with a fixed seed: every layer gets the same weights.",
        ),
        Misconception(
            "own-generator",
            lambda n_in, n_out, rng: _xavier(n_in, n_out, np.random.default_rng()),  # noqa: ARG005  that is the mistake
            "The rng that it is given is not used: nobody could draw the same weights again.",
        ),
    ),
    hints=(
        "A neuron adds up n_in products; the more there are, the smaller each must be.",
        "The variance of a sum of n_in draws is n_in times theirs, so theirs should be 1 / n_in.",
        "Draw from the bell curve as before, and let the deviation be np.sqrt(1 / n_in).",
    ),
)
