"""Each feature of a batch brought to mean 0 and deviation 1, then to where learning wants it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import numbers, several, value
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Misconception, Observation, Task
from chainrule_grader.tasks.normalization._batchnorm import BatchNorm, batchnorm, follow
from chainrule_grader.tasks.normalization._inputs import Array, Batch, batches

WHAT = ("out", "moving_mean", "moving_var")
FOUR = "four things (out, moving_mean, moving_var, cache)"


def _observe(batchnorm: Subject, rng: Generator) -> Iterator[Observation]:
    for batch in batches(rng):
        yield from _look(batchnorm, batch, True)
        yield from _look(batchnorm, batch, True, 0.8, 1e-5)
        yield from _look(batchnorm, batch, False)
        yield from _look(batchnorm, batch, False, 0.9, 0.5)


def _look(
    batchnorm: Subject, batch: Batch, training: bool, *options: float
) -> Iterator[Observation]:
    result = several(batchnorm(*batch.args(training, *options)), 4, FOUR)
    call = f"batchnorm(x of shape {batch.x.shape}, …, training={training}"
    call += ", momentum={}, epsilon={})".format(*options) if options else ")"
    for index, what in enumerate(WHAT):
        criterion = "inference" if not training else "moving averages" if index else "training"
        yield value(criterion, f"{what} of {call}", numbers(result[index], what))


def _in_place(
    x: Array,
    gamma: Array,
    beta: Array,
    moving_mean: Array,
    moving_var: Array,
    training: bool,
    momentum: float = 0.99,
    epsilon: float = 1e-3,
) -> Any:
    given = (x, gamma, beta, moving_mean, moving_var, training, momentum, epsilon)
    out, new_mean, new_var, cache = batchnorm(*given)
    moving_mean[:], moving_var[:] = new_mean, new_var
    return out, moving_mean, moving_var, cache


def _row(x: Array) -> tuple[Array, Array]:
    return x.mean(axis=0, keepdims=True), x.var(axis=0, keepdims=True)


def _sample(x: Array) -> tuple[Array, Array]:
    n = len(x)
    return x.mean(axis=0), x.var(axis=0) * n / max(n - 1, 1)


def _unit(hat: Array, gamma: Array, beta: Array) -> Array:  # noqa: ARG001  that is the mistake
    return hat


TASK = Task(
    reference=batchnorm,
    observe=_observe,
    misconceptions=(
        Misconception(
            "epsilon-outside",
            BatchNorm(size=lambda var, epsilon: np.sqrt(var) + epsilon),
            "ε is added to the deviation, after the root; it belongs to the variance, before it.",
        ),
        Misconception(
            "no-epsilon",
            BatchNorm(size=lambda var, epsilon: np.sqrt(var)),  # noqa: ARG005  that is the mistake
            "There is no ε: a feature that is the same in the whole batch is divided by 0.",
        ),
        Misconception(
            "own-epsilon",
            BatchNorm(size=lambda var, epsilon: np.sqrt(var + 1e-8)),  # noqa: ARG005  that is the mistake
            "The ε that it is given is ignored: another one is written into the function.",
        ),
        Misconception(
            "default-epsilon",
            BatchNorm(size=lambda var, epsilon: np.sqrt(var + 1e-3)),  # noqa: ARG005  that is the mistake
            "The ε that it is given is ignored: the usual one stands in the formula.",
        ),
        Misconception(
            "divided-by-the-variance",
            BatchNorm(size=lambda var, epsilon: var + epsilon),
            "It divides by the variance: the root is missing.",
        ),
        Misconception(
            "moving-deviation",
            BatchNorm(follow_var=lambda old, batch, m: follow(old, np.sqrt(batch), m)),
            "The moving variance follows the batch's deviation: the root is taken too early.",
        ),
        Misconception(
            "plain-inference",
            BatchNorm(place_at_inference=_unit),
            "At inference γ and β are forgotten: features come out as they never did in training.",
        ),
        Misconception(
            "no-gamma-no-beta",
            BatchNorm(place=_unit),
            "γ and β are never used: the features stay at mean 0 and deviation 1.",
        ),
        Misconception(
            "no-beta",
            BatchNorm(place=lambda hat, gamma, beta: gamma * hat),  # noqa: ARG005  that is the mistake
            "β is never added: every feature keeps a mean of 0.",
        ),
        Misconception(
            "no-gamma",
            BatchNorm(place=lambda hat, gamma, beta: hat + beta),  # noqa: ARG005  that is the mistake
            "γ is never used: every feature keeps a deviation of 1.",
        ),
        Misconception(
            "beta-first",
            BatchNorm(place=lambda hat, gamma, beta: gamma * (hat + beta)),
            "β is added before the scaling, so that γ stretches it too.",
        ),
        Misconception(
            "swapped",
            BatchNorm(place=lambda hat, gamma, beta: beta * hat + gamma),
            "γ and β have each other's place.",
        ),
        Misconception(
            "batch-at-inference",
            BatchNorm(at_inference=lambda batch, _moving, _new: batch),
            "At inference it measures the batch, so that an example depends on its neighbours.",
        ),
        Misconception(
            "moving-in-training",
            BatchNorm(in_training=lambda _batch, moving, _new: moving),
            "While training it uses the moving averages, and not the batch's own statistics.",
        ),
        Misconception(
            "new-moving-in-training",
            BatchNorm(in_training=lambda _batch, _moving, new: new),
            "While training it normalises by the new moving averages, not by the batch itself.",
        ),
        Misconception(
            "momentum-reversed",
            BatchNorm(follow=lambda old, batch, m: follow(old, batch, 1 - m)),
            "The momentum is turned round: nearly all of the old average is forgotten at once.",
        ),
        Misconception(
            "momentum-reversed-for-the-variance",
            BatchNorm(follow_var=lambda old, batch, m: follow(old, batch, 1 - m)),
            "In the moving variance, and there alone, the momentum is turned round.",
        ),
        Misconception(
            "own-momentum",
            BatchNorm(follow=lambda old, batch, _m: follow(old, batch, 0.9)),
            "The momentum that it is given is ignored: 0.9 is written into the function.",
        ),
        Misconception(
            "default-momentum",
            BatchNorm(follow=lambda old, batch, _m: follow(old, batch, 0.99)),
            "The momentum that it is given is ignored: the usual one stands in the formula.",
        ),
        Misconception(
            "never-moved",
            BatchNorm(follow=lambda old, _batch, _m: old),
            "The moving averages come out as they went in: nothing is learned for inference.",
        ),
        Misconception(
            "variance-never-moved",
            BatchNorm(follow_var=lambda old, _batch, _m: old),
            "The moving mean follows the batch, and the moving variance never moves.",
        ),
        Misconception(
            "replaced",
            BatchNorm(follow=lambda _old, batch, _m: batch),
            "The moving averages are those of the last batch alone; what came before is lost.",
        ),
        Misconception(
            "added",
            BatchNorm(follow=lambda old, batch, m: m * old + batch),
            "The batch comes in whole beside the old average: the two shares exceed 1.",
        ),
        Misconception(
            "moved-at-inference",
            BatchNorm(moves_at_inference=True),
            "At inference the moving averages change; looking should leave them as they are.",
        ),
        Misconception(
            "always-training",
            BatchNorm(at_inference=lambda batch, _moving, _new: batch, moves_at_inference=True),
            "It does at inference what it does in training: `training` makes no difference.",
        ),
        Misconception(
            "always-inference",
            BatchNorm(
                in_training=lambda _batch, moving, _new: moving, follow=lambda old, _batch, _m: old
            ),
            "It does in training what it does at inference: `training` makes no difference.",
        ),
        Misconception(
            "gamma-squared",
            BatchNorm(place=lambda hat, gamma, beta: gamma**2 * hat + beta),
            "γ scales twice: its square is in the result.",
        ),
        Misconception(
            "sample-variance",
            BatchNorm(measure=_sample),
            "The variance is divided by n − 1; in a batch normalisation it is divided by n.",
        ),
        Misconception(
            "moving-sample-variance",
            BatchNorm(
                measure=lambda x: (x.mean(axis=0), np.stack([x.var(axis=0), _sample(x)[1]])),
                size=lambda var, e: np.sqrt((var[0] if var.ndim > 1 else var) + e),
                follow_var=lambda old, batch, m: follow(old, batch[1], m),
            ),
            "The moving variance follows one divided by n − 1; here it is divided by n there too.",
        ),
        Misconception(
            "keepdims",
            BatchNorm(measure=_row),
            "The moving averages come out as tables with one row, where plain rows went in.",
        ),
        Misconception(
            "examples",
            BatchNorm(measure=lambda x: (x.mean(axis=1)[:, None], x.var(axis=1)[:, None])),
            "Each example is normalised over its features; it is each feature, over the examples.",
        ),
        Misconception(
            "whole-batch",
            BatchNorm(
                measure=lambda x: (np.full(x.shape[1], x.mean()), np.full(x.shape[1], x.var()))
            ),
            "All features share one mean and one variance; each has its own.",
        ),
        Misconception(
            "not-centred",
            BatchNorm(
                in_training=lambda batch, _moving, _new: (0 * batch[0], batch[1]),
                at_inference=lambda _batch, moving, _new: (0 * moving[0], moving[1]),
            ),
            "The mean is never taken away.",
        ),
        Misconception(
            "moving-deviation-used",
            BatchNorm(at_inference=lambda _batch, moving, _new: (moving[0], moving[1] ** 2)),
            "At inference it divides by the moving variance as if that were a deviation.",
        ),
        Misconception(
            "in-place",
            _in_place,
            "It writes into the moving averages of its input, which are somebody else's.",
        ),
    ),
    hints=(
        "While training measure the batch, and let the moving averages follow; else use those.",
        "x̂ = (x−μ) / √(σ² + ε), out = γx̂ + β, moving = m · moving + (1 − m) · new, m the momentum.",
        "One `if training:` chooses mean and var; keep x̂ and √(var + ε) in the cache for later.",
    ),
)
