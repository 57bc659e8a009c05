"""Weights to begin with: small, and different from each other."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Misconception, Observation, Task
from chainrule_grader.tasks.normalization._draws import bell, looked_at
from chainrule_grader.tasks.normalization._inputs import Array


def _suspects(std: float) -> dict[str, float]:
    return {
        "std is taken for the variance: the weights' deviation is its root.": std**0.5,
        "The weights' deviation is the square of the one that is asked for.": std**2,
        "std is taken for the reach of an even spread, whose deviation is smaller.": std / 3**0.5,
        "The weights' deviation is 1: nothing makes them small.": 1.0,
        "The deviation 0.01 is written into the function, whatever std is.": 0.01,
        "The numbers are divided by std where they should be multiplied with it.": 1 / std,
    }


def _observe(random_init: Subject, rng: Generator) -> Iterator[Observation]:
    seed = int(rng.integers(10**6))
    n_in, n_out = rng.integers([200, 100], [240, 120]).tolist()
    usual = {message: std for message, std in _suspects(0.01).items() if std != 0.01}
    yield from looked_at(random_init, "usual", (n_in, n_out), seed, std=0.01, suspects=usual)
    yield from bell(random_init, "usual", (n_in, n_out), seed)
    other = _suspects(0.3)
    shape = n_in // 4, 4 * n_out
    yield from looked_at(random_init, "any std", shape, seed, 0.3, std=0.3, suspects=other)


def _init(n_in: int, n_out: int, rng: Generator, std: float = 0.01) -> Array:
    return rng.normal(0.0, std, (n_in, n_out))


TASK = Task(
    reference=_init,
    observe=_observe,
    misconceptions=(
        Misconception(
            "zeros",
            lambda n_in, n_out, rng, std=0.01: np.zeros((n_in, n_out)),  # noqa: ARG005  that is the mistake
            "All weights are 0: the neurons of a layer would stay alike for ever.",
        ),
        Misconception(
            "all-the-same",
            lambda n_in, n_out, rng, std=0.01: np.full((n_in, n_out), rng.normal(0, std)),
            "One number is drawn for all weights: the neurons of a layer would stay alike.",
        ),
        Misconception(
            "one-row-for-all",
            lambda n_in, n_out, rng, std=0.01: np.tile(rng.normal(0, std, n_out), (n_in, 1)),
            "One row is drawn and copied: every input would count the same.",
        ),
        Misconception(
            "one-column-for-all",
            lambda n_in, n_out, rng, std=0.01: np.tile(rng.normal(0, std, (n_in, 1)), n_out),
            "One neuron is drawn and copied: the neurons would stay alike.",
        ),
        Misconception(
            "not-small",
            lambda n_in, n_out, rng, std=0.01: _init(n_in, n_out, rng, 1.0),  # noqa: ARG005  that is the mistake
            "The weights are not made small: their deviation is 1, whatever std is.",
        ),
        Misconception(
            "variance",
            lambda n_in, n_out, rng, std=0.01: _init(n_in, n_out, rng, std**0.5),
            "std is taken for the variance: the weights' deviation is the root of it.",
        ),
        Misconception(
            "squared",
            lambda n_in, n_out, rng, std=0.01: _init(n_in, n_out, rng, std**2),
            "The deviation is squared: the weights come out far too small.",
        ),
        Misconception(
            "std-ignored",
            lambda n_in, n_out, rng, std=0.01: _init(n_in, n_out, rng, 0.01),  # noqa: ARG005  that is the mistake
            "The std that it is given is ignored: another is written into the function.",
        ),
        Misconception(
            "even-from-zero-to-one",
            lambda n_in, n_out, rng, std=0.01: std * rng.random((n_in, n_out)),
            "The numbers are drawn evenly from 0 to 1: none is negative.",
        ),
        Misconception(
            "even-to-both-sides",
            lambda n_in, n_out, rng, std=0.01: rng.uniform(-std, std, (n_in, n_out)),
            "The numbers are drawn evenly between −std and std: no bell, and too narrow.",
        ),
        Misconception(
            "even",
            lambda n_in, n_out, rng, std=0.01: rng.uniform(-1, 1, (n_in, n_out)) * std * 3**0.5,
            "The deviation is right, and the numbers are drawn evenly: that is no bell curve.",
        ),
        Misconception(
            "around-std",
            lambda n_in, n_out, rng, std=0.01: rng.normal(std, 1.0, (n_in, n_out)),
            "std is given as the mean, and the deviation left at 1.",
        ),
        Misconception(
            "shifted",
            lambda n_in, n_out, rng, std=0.01: std + _init(n_in, n_out, rng, std),
            "std is added to the numbers, so that they no longer lie around 0.",
        ),
        Misconception(
            "positive",
            lambda n_in, n_out, rng, std=0.01: np.abs(_init(n_in, n_out, rng, std)),
            "No weight is negative: a neuron could not hold anything against its input.",
        ),
        Misconception(
            "transposed",
            lambda n_in, n_out, rng, std=0.01: _init(n_out, n_in, rng, std),
            "The shape is transposed: the rows should stand for the inputs.",
        ),
        Misconception(
            "divided",
            lambda n_in, n_out, rng, std=0.01: rng.normal(size=(n_in, n_out)) / std,
            "The numbers are divided by std, and come out large.",
        ),
        Misconception(
            "fixed-seed",
            lambda n_in, n_out, rng, std=0.01: _init(  # noqa: ARG005  that is the mistake
                n_in, n_out, np.random.default_rng(0), std
            ),
            "It makes a generator of its own with a fixed seed: every layer gets the same weights.",
        ),
        Misconception(
            "own-generator",
            lambda n_in, n_out, rng, std=0.01: _init(  # noqa: ARG005  that is the mistake
                n_in, n_out, np.random.default_rng(), std
            ),
            "The rng that it is given is not used: nobody could draw the same weights again.",
        ),
    ),
    hints=(
        "Draw a whole table of numbers from a bell curve around 0, and make it as wide as asked.",
        "W = std · (n_in × n_out draws from N(0, 1)).",
        "rng.normal takes the mean, the deviation and the shape, as a pair.",
    ),
)
