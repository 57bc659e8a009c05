"""The way back through a batch normalisation, where every example moved the mean of all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import numbers, reject, several, value
from chainrule_grader.judging.subject import StudentError, Subject
from chainrule_grader.judging.task import Implementation, Misconception, Observation, Task
from chainrule_grader.tasks.normalization._batchnorm import batchnorm
from chainrule_grader.tasks.normalization._inputs import Array, Batch, batches

Cache: TypeAlias = tuple[Array, ...]
WHAT = ("grad_x", "grad_gamma", "grad_beta")
THREE = "three things (grad_x, grad_gamma, grad_beta)"


def _observe(backward: Subject, rng: Generator) -> Iterator[Observation]:
    for batch in batches(rng):
        for options in ((), (0.9, 0.5)):
            grad_out = rng.normal(size=batch.x.shape).round(3) + 0.2
            cache = _cache(backward, batch, grad_out, *options)
            grads = several(backward(grad_out, cache), 3, THREE)
            call = f"batchnorm_backward(grad_out, cache), x of shape {batch.x.shape}"
            for index, what in enumerate(WHAT):
                yield value(what, f"{what} of {call}", numbers(grads[index], what))


def _cache(backward: Subject, batch: Batch, grad_out: Array, *options: float) -> Any:
    """Let the student's own forward pass make the cache; what is in it is nobody's business."""
    forward = backward.other_function("batchnorm").call(*batch.args(True, *options))
    if forward.failure is None and isinstance(forward.value, (list, tuple)) and forward.value:
        return forward.value[-1]
    unwritten = backward.call(grad_out, None)
    if unwritten.failure is not None and unwritten.failure.kind == "NotImplementedError":
        raise StudentError(unwritten)
    return reject("needs the cache that your batchnorm makes, and batchnorm gave none")


def _slipped(
    grad_x: Callable[[Array, Array, Array, Array], Any] | None = None,
    grad_gamma: Callable[[Array, Array, Array], Any] | None = None,
    grad_beta: Callable[[Array], Any] | None = None,
) -> Implementation:
    """The right gradients, or others: of δ, x̂ and what stood in the way; in that order."""

    def backward(grad_out: Array, cache: Cache) -> tuple[Any, Any, Any]:
        x, _mean, _var, hat, divisor, gamma = cache
        to_gamma, to_beta = (grad_out * hat).sum(axis=0), grad_out.sum(axis=0)
        centred = grad_out - grad_out.mean(axis=0)
        to_x = gamma / divisor * (centred - hat * (grad_out * hat).mean(axis=0))
        return (
            to_x if grad_x is None else grad_x(grad_out, hat, divisor, gamma),
            to_gamma if grad_gamma is None else grad_gamma(grad_out, hat, x),
            to_beta if grad_beta is None else grad_beta(grad_out),
        )

    return backward


_backward = _slipped()


def _core(delta: Array, hat: Array) -> Array:
    """What is left of δ when what moves mean and variance is taken out."""
    return np.asarray(delta - delta.mean(axis=0) - hat * (delta * hat).mean(axis=0))


def _sample_core(delta: Array, hat: Array) -> Array:
    n = max(len(delta) - 1, 1)
    return np.asarray(delta - delta.mean(axis=0) - hat * (delta * hat).sum(axis=0) / n)


def _swapped(grad_out: Array, cache: Cache) -> Any:
    grad_x, grad_gamma, grad_beta = _backward(grad_out, cache)
    return grad_x, grad_beta, grad_gamma


def _rows(grad_out: Array, cache: Cache) -> Any:
    grad_x, grad_gamma, grad_beta = _backward(grad_out, cache)
    return grad_x, grad_gamma[np.newaxis], grad_beta[np.newaxis]


def _in_place(grad_out: Array, cache: Cache) -> Any:
    grads = _backward(grad_out, cache)
    grad_out *= cache[-1]
    return grads


def _means(grad_out: Array, cache: Cache) -> Any:
    grad_x, grad_gamma, grad_beta = _backward(grad_out, cache)
    return grad_x, grad_gamma / len(grad_out), grad_beta / len(grad_out)


def _no_epsilon(grad_out: Array, cache: Cache) -> Any:
    x, mean, var, hat, _divisor, gamma = cache
    return _backward(grad_out, (x, mean, var, hat, np.sqrt(var), gamma))


def _default_epsilon(grad_out: Array, cache: Cache) -> Any:
    x, mean, var, hat, _divisor, gamma = cache
    return _backward(grad_out, (x, mean, var, hat, np.sqrt(var + 1e-3), gamma))


TASK = Task(
    reference=_backward,
    observe=_observe,
    helpers={"batchnorm": batchnorm},
    misconceptions=(
        Misconception(
            "statistics-stand-still",
            _slipped(lambda d, _hat, divisor, gamma: gamma / divisor * d),
            "Mean and variance are taken for constants; every example of the batch moves them.",
        ),
        Misconception(
            "variance-path-missing",
            _slipped(lambda d, _hat, divisor, gamma: gamma / divisor * (d - d.mean(axis=0))),
            "The way through the variance is missing: only that through the mean is there.",
        ),
        Misconception(
            "mean-path-missing",
            _slipped(
                lambda d, hat, divisor, gamma: gamma / divisor * (d - hat * (d * hat).mean(axis=0))
            ),
            "The way through the mean is missing: only that through the variance is there.",
        ),
        Misconception(
            "variance-by-squares",
            _slipped(
                lambda d, hat, divisor, gamma: (
                    gamma / divisor * (d - d.mean(axis=0) - hat * (hat * hat).mean(axis=0))
                )
            ),
            "In the way through the variance x̂ meets itself where it should meet grad_out.",
        ),
        Misconception(
            "variance-by-product-of-means",
            _slipped(
                lambda d, hat, divisor, gamma: (
                    gamma / divisor * (d - d.mean(axis=0) - hat * hat * d.mean(axis=0))
                )
            ),
            "In the way through the variance the mean is taken before grad_out meets x̂.",
        ),
        Misconception(
            "variance-path-not-times-hat",
            _slipped(
                lambda d, hat, divisor, gamma: (
                    gamma / divisor * (d - d.mean(axis=0) - (d * hat).mean(axis=0))
                )
            ),
            "The way through the variance is the same for all examples, however far out they are.",
        ),
        Misconception(
            "paths-added",
            _slipped(
                lambda d, hat, divisor, gamma: (
                    gamma / divisor * (d + d.mean(axis=0) + hat * (d * hat).mean(axis=0))
                )
            ),
            "The ways through mean and variance are added; they take away from the direct one.",
        ),
        Misconception(
            "variance-path-added",
            _slipped(
                lambda d, hat, divisor, gamma: (
                    gamma / divisor * (d - d.mean(axis=0) + hat * (d * hat).mean(axis=0))
                )
            ),
            "The way through the variance has the wrong sign.",
        ),
        Misconception(
            "sums-for-means",
            _slipped(
                lambda d, hat, divisor, gamma: (
                    gamma / divisor * (d - d.sum(axis=0) - hat * (d * hat).sum(axis=0))
                )
            ),
            "Where mean and variance are means of n numbers, the 1/n is missing in grad_x.",
        ),
        Misconception(
            "no-gamma",
            _slipped(lambda d, hat, divisor, _gamma: _core(d, hat) / divisor),
            "γ is missing in grad_x: what was stretched forwards is stretched backwards as well.",
        ),
        Misconception(
            "gamma-twice",
            _slipped(lambda d, hat, divisor, gamma: gamma**2 / divisor * _core(d, hat)),
            "γ is there twice in grad_x.",
        ),
        Misconception(
            "no-deviation",
            _slipped(lambda d, hat, _divisor, gamma: gamma * _core(d, hat)),
            "The division by the deviation is missing in grad_x.",
        ),
        Misconception(
            "divided-by-the-variance",
            _slipped(lambda d, hat, divisor, gamma: gamma / divisor**2 * _core(d, hat)),
            "grad_x is divided by the variance where it should be by its root.",
        ),
        Misconception(
            "multiplied-by-the-deviation",
            _slipped(lambda d, hat, divisor, gamma: gamma * divisor * _core(d, hat)),
            "grad_x is multiplied by the deviation, which divided the other way as well.",
        ),
        Misconception(
            "divided-by-n",
            _slipped(lambda d, hat, divisor, gamma: gamma / divisor * _core(d, hat) / len(d)),
            "grad_x is divided by n as a whole: grad_out says already what each one is worth.",
        ),
        Misconception(
            "not-divided-by-n",
            _slipped(lambda d, hat, divisor, gamma: gamma / divisor * _core(d, hat) * len(d)),
            "grad_x is n times what it should be: the short formula has 1/n in front.",
        ),
        Misconception(
            "sample-variance",
            _slipped(lambda d, hat, divisor, gamma: gamma / divisor * _sample_core(d, hat)),
            "The way through the variance is divided by n − 1, and the variance was by n.",
        ),
        Misconception(
            "gamma-without-hat",
            _slipped(grad_gamma=lambda d, _hat, _x: d.sum(axis=0)),
            "grad_gamma does not know what γ was multiplied with.",
        ),
        Misconception(
            "gamma-with-x",
            _slipped(grad_gamma=lambda d, _hat, x: (d * x).sum(axis=0)),
            "grad_gamma is made with x; what γ was multiplied with is the normalised one.",
        ),
        Misconception(
            "gamma-not-summed",
            _slipped(grad_gamma=lambda d, hat, _x: d * hat),
            "grad_gamma has a row for each example, where one γ serves them all.",
        ),
        Misconception(
            "beta-not-summed",
            _slipped(grad_beta=lambda d: d),
            "grad_beta has a row for each example, where one β serves them all.",
        ),
        Misconception(
            "parameters-averaged",
            _means,
            "grad_gamma and grad_beta are averaged over the batch; what comes in adds up.",
        ),
        Misconception(
            "gamma-averaged",
            _slipped(grad_gamma=lambda d, hat, _x: (d * hat).mean(axis=0)),
            "grad_gamma is averaged over the batch, where what comes in adds up.",
        ),
        Misconception(
            "beta-averaged",
            _slipped(grad_beta=lambda d: d.mean(axis=0)),
            "grad_beta is averaged over the batch, where what comes in adds up.",
        ),
        Misconception(
            "summed-over-features",
            _slipped(
                grad_gamma=lambda d, hat, _x: (d * hat).sum(axis=1),
                grad_beta=lambda d: d.sum(axis=1),
            ),
            "grad_gamma and grad_beta are summed over the features, not over the examples.",
        ),
        Misconception(
            "single-numbers",
            _slipped(grad_gamma=lambda d, hat, _x: (d * hat).sum(), grad_beta=lambda d: d.sum()),
            "grad_gamma and grad_beta are single numbers; each feature has its own γ and β.",
        ),
        Misconception(
            "swapped", _swapped, "grad_gamma and grad_beta come back in each other's place."
        ),
        Misconception(
            "rows-of-tables",
            _rows,
            "grad_gamma and grad_beta are tables with one row, where γ and β are plain rows.",
        ),
        Misconception(
            "no-epsilon",
            _no_epsilon,
            "ε is forgotten on the way back: it was under the root on the way there.",
        ),
        Misconception(
            "default-epsilon",
            _default_epsilon,
            "It takes the usual ε, whichever one the forward pass was given.",
        ),
        Misconception(
            "flattened",
            _slipped(lambda d, hat, divisor, gamma: (gamma / divisor * _core(d, hat)).reshape(-1)),
            "grad_x has lost its shape: it should have that of x.",
        ),
        Misconception(
            "in-place",
            _in_place,
            "It writes into grad_out, its input, which other branches may still need.",
        ),
    ),
    hints=(
        "x reaches the output on three ways: itself, through the mean, through the variance.",
        "grad_x = γ / √(σ² + ε) · (δ − mean(δ) − x̂ · mean(δ · x̂)), each mean over the batch.",
        "With x̂ and γ/√(σ² + ε) in the cache it is one line; the others are sums over axis 0.",
    ),
)
