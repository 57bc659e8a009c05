"""Initialize weights with small random numbers."""

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
        "Your weights have the standard deviation √std; it must be std.": std**0.5,
        "Your weights have the standard deviation std²; it must be std.": std**2,
        "Your weights have the deviation of uniform numbers between −std and std.": std / 3**0.5,
        "Your weights have the standard deviation 1; it must be std.": 1.0,
        "Your weights have the standard deviation 0.01, whatever std is; it must be std.": 0.01,
        "Your weights have the standard deviation 1/std; multiply by std.": 1 / std,
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
            "All weights are 0, so the neurons of a layer stay equal; draw random numbers.",
        ),
        Misconception(
            "all-the-same",
            lambda n_in, n_out, rng, std=0.01: np.full((n_in, n_out), rng.normal(0, std)),
            "You draw one number for all weights; draw a separate number for each weight.",
        ),
        Misconception(
            "one-row-for-all",
            lambda n_in, n_out, rng, std=0.01: np.tile(rng.normal(0, std, n_out), (n_in, 1)),
            "You draw one row and repeat it; draw a separate number for each weight.",
        ),
        Misconception(
            "one-column-for-all",
            lambda n_in, n_out, rng, std=0.01: np.tile(rng.normal(0, std, (n_in, 1)), n_out),
            "You draw one column and repeat it; draw a separate number for each weight.",
        ),
        Misconception(
            "not-small",
            lambda n_in, n_out, rng, std=0.01: _init(n_in, n_out, rng, 1.0),  # noqa: ARG005  that is the mistake
            "Your weights have the standard deviation 1; it must be std.",
        ),
        Misconception(
            "variance",
            lambda n_in, n_out, rng, std=0.01: _init(n_in, n_out, rng, std**0.5),
            "You use std as the variance; it is the standard deviation.",
        ),
        Misconception(
            "squared",
            lambda n_in, n_out, rng, std=0.01: _init(n_in, n_out, rng, std**2),
            "You square std; use std itself.",
        ),
        Misconception(
            "std-ignored",
            lambda n_in, n_out, rng, std=0.01: _init(n_in, n_out, rng, 0.01),  # noqa: ARG005  that is the mistake
            "You ignore the argument std and use a constant.",
        ),
        Misconception(
            "even-from-zero-to-one",
            lambda n_in, n_out, rng, std=0.01: std * rng.random((n_in, n_out)),
            "Your numbers are uniform between 0 and 1; draw normal numbers with mean 0.",
        ),
        Misconception(
            "even-to-both-sides",
            lambda n_in, n_out, rng, std=0.01: rng.uniform(-std, std, (n_in, n_out)),
            "Your numbers are uniform between −std and std; draw normal numbers.",
        ),
        Misconception(
            "even",
            lambda n_in, n_out, rng, std=0.01: rng.uniform(-1, 1, (n_in, n_out)) * std * 3**0.5,
            "Your numbers have the right deviation but are uniform; draw normal numbers.",
        ),
        Misconception(
            "around-std",
            lambda n_in, n_out, rng, std=0.01: rng.normal(std, 1.0, (n_in, n_out)),
            "You use std as the mean; the mean is 0 and std is the deviation.",
        ),
        Misconception(
            "shifted",
            lambda n_in, n_out, rng, std=0.01: std + _init(n_in, n_out, rng, std),
            "You add std to the numbers; multiply by it.",
        ),
        Misconception(
            "positive",
            lambda n_in, n_out, rng, std=0.01: np.abs(_init(n_in, n_out, rng, std)),
            "None of your weights is negative; their mean must be 0.",
        ),
        Misconception(
            "transposed",
            lambda n_in, n_out, rng, std=0.01: _init(n_out, n_in, rng, std),
            "Your shape is transposed; it must be (n_in, n_out).",
        ),
        Misconception(
            "divided",
            lambda n_in, n_out, rng, std=0.01: rng.normal(size=(n_in, n_out)) / std,
            "You divide the numbers by std; multiply by it.",
        ),
        Misconception(
            "fixed-seed",
            lambda n_in, n_out, rng, std=0.01: _init(  # noqa: ARG005  that is the mistake
                n_in, n_out, np.random.default_rng(0), std
            ),
            "Your own generator has a fixed seed, so all layers get the same weights; use rng.",
        ),
        Misconception(
            "own-generator",
            lambda n_in, n_out, rng, std=0.01: _init(  # noqa: ARG005  that is the mistake
                n_in, n_out, np.random.default_rng(), std
            ),
            "You do not draw from rng; use the generator that is given.",
        ),
    ),
    hints=(
        "Draw a separate number for each weight from a normal distribution with mean 0.",
        "W = std · Z, where Z of shape (n_in, n_out) is drawn from N(0, 1).",
        "rng.normal takes the mean, the standard deviation and the shape (n_in, n_out).",
    ),
)
