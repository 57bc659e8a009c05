"""Xavier initialization: weights that keep the size of signals."""

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
        "Your standard deviation is 1 / n_in; take the square root.": 1 / n_in,
        "Your standard deviation is 1; it must depend on n_in.": 1.0,
        "Your standard deviation uses n_out; use n_in.": n_out**-0.5,
        "You use Glorot's formula with n_in and n_out; this task uses n_in only.": (
            2 / (n_in + n_out)
        )
        ** 0.5,
        "You use He's formula √(2 / n_in); this task uses √(1 / n_in).": (2 / n_in) ** 0.5,
        "You take the square root twice; take it once.": n_in**-0.25,
        "Your weights have the deviation of uniform numbers between −√(1/n_in) and √(1/n_in).": (
            3 * n_in
        )
        ** -0.5,
        "You multiply by √n_in; divide by it.": n_in**0.5,
        "Your standard deviation is 0.01; it must depend on n_in.": 0.01,
        "Your standard deviation is √(1 / (n_in + n_out)); use √(1 / n_in).": (n_in + n_out)
        ** -0.5,
        "You use the number of weights, n_in · n_out; use n_in.": (n_in * n_out) ** -0.5,
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
            "All weights are 0, so the neurons of a layer stay equal; draw random numbers.",
        ),
        Misconception(
            "all-the-same",
            lambda n_in, n_out, rng: np.full((n_in, n_out), np.sqrt(1 / n_in)),  # noqa: ARG005  that is the mistake
            "Every weight is the standard deviation itself; draw random numbers.",
        ),
        Misconception(
            "one-column-for-all",
            lambda n_in, n_out, rng: np.tile(_xavier(n_in, 1, rng), n_out),
            "You draw one column and repeat it; draw a separate number for each weight.",
        ),
        Misconception(
            "even-from-zero-to-one",
            lambda n_in, n_out, rng: rng.random((n_in, n_out)) / np.sqrt(n_in),
            "None of your weights is negative; their mean must be 0.",
        ),
        Misconception(
            "shifted",
            lambda n_in, n_out, rng: _xavier(n_in, n_out, rng) + np.sqrt(1 / n_in),
            "You add √(1/n_in) or use it as the mean; it is the standard deviation.",
        ),
        Misconception(
            "transposed",
            lambda n_in, n_out, rng: _xavier(n_in, n_out, rng).T,
            "Your shape is transposed; it must be (n_in, n_out).",
        ),
        Misconception(
            "fixed-seed",
            lambda n_in, n_out, rng: _xavier(n_in, n_out, np.random.default_rng(0)),  # noqa: ARG005  that is the mistake
            "Your own generator has a fixed seed, so all layers get the same weights; use rng.",
        ),
        Misconception(
            "own-generator",
            lambda n_in, n_out, rng: _xavier(n_in, n_out, np.random.default_rng()),  # noqa: ARG005  that is the mistake
            "You do not draw from rng; use the generator that is given.",
        ),
    ),
    hints=(
        "A neuron adds n_in products; with more inputs, each weight must be smaller.",
        "n_in weights of variance v give a sum of variance n_in · v, so v = 1 / n_in.",
        "Call rng.normal with mean 0, standard deviation np.sqrt(1 / n_in) and the shape.",
    ),
)
