"""The gradients of batch normalization: each example changes the batch's mean and variance."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import numbers, reject, several, value
from chainrule_grader.judging.subject import StudentError, Subject
from chainrule_grader.judging.task import Implementation, Misconception, Observation, Task, switch
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
    """Make the cache by the student's own forward pass; its content is not judged."""
    forward = backward.other_function("batchnorm").call(*batch.args(True, *options))
    if forward.failure is None and isinstance(forward.value, (list, tuple)) and forward.value:
        return forward.value[-1]
    unwritten = backward.call(grad_out, None)
    if unwritten.failure is not None and unwritten.failure.kind == "NotImplementedError":
        raise StudentError(unwritten)
    return reject("needs the cache that your batchnorm makes, and batchnorm gave none")


Path: TypeAlias = Callable[[Array, Array, Array], Any]
"""A part of grad_x, from grad_out, x̂ and the divisor √(σ² + ε)."""


def _covariance(d: Array, hat: Array) -> Array:
    return np.asarray((d * hat).mean(axis=0))


def _make(
    direct: Path = lambda d, _hat, _divisor: d,
    mean: Path = lambda d, _hat, _divisor: -d.mean(axis=0),
    variance: Path = lambda d, hat, _divisor: -hat * _covariance(d, hat),
    gamma_factor: Callable[[Array], Any] = lambda gamma: gamma,
    divide: Callable[[Array, Array], Any] = lambda _var, divisor: divisor,
    scale: Callable[[int], float] = lambda _n: 1.0,
    to_gamma: Callable[[Array, Array, Array, Array], Any] = lambda d, hat, _x, _gamma: d * hat,
    to_beta: Callable[[Array, Array], Any] = lambda d, _gamma: d,
    fold_gamma: Callable[[Array], Any] = lambda terms: terms.sum(axis=0),
    fold_beta: Callable[[Array], Any] = lambda terms: terms.sum(axis=0),
    shape: Callable[[Array], Any] = lambda grad_x: grad_x,
) -> Implementation:
    """Return the backward pass with other pieces; the first three are the paths to grad_x."""

    def backward(d: Array, cache: Cache) -> tuple[Any, Any, Any]:
        x, _mean, var, hat, divisor, gamma = cache
        paths = direct(d, hat, divisor) + mean(d, hat, divisor) + variance(d, hat, divisor)
        return (
            shape(scale(len(d)) * gamma_factor(gamma) * paths / divide(var, divisor)),
            fold_gamma(to_gamma(d, hat, x, gamma)),
            fold_beta(to_beta(d, gamma)),
        )

    return backward


TASK = Task(
    reference=_make(),
    make=_make,
    observe=_observe,
    helpers={"batchnorm": batchnorm},
    parts=WHAT,
    misconceptions=(
        switch(
            "statistics-stand-still",
            "In grad_x, you treat mean and variance as constants; x changes both of them.",
            mean=lambda _d, _hat, _divisor: 0.0,
            variance=lambda _d, _hat, _divisor: 0.0,
        ),
        switch(
            "variance-path-missing",
            "In grad_x, the part through the variance is missing.",
            variance=lambda _d, _hat, _divisor: 0.0,
        ),
        switch(
            "mean-path-missing",
            "In grad_x, the part through the mean is missing.",
            mean=lambda _d, _hat, _divisor: 0.0,
        ),
        switch(
            "direct-path-missing",
            "In grad_x, the direct part through x̂ itself is missing; add grad_out.",
            direct=lambda _d, _hat, _divisor: 0.0,
        ),
        switch(
            "variance-by-squares",
            "In the variance part of grad_x, you multiply x̂ by x̂; multiply x̂ by grad_out.",
            variance=lambda _d, hat, _divisor: -hat * (hat * hat).mean(axis=0),
        ),
        switch(
            "variance-by-product-of-means",
            "In the variance part of grad_x, you average before you multiply by x̂; multiply first.",
            variance=lambda d, hat, _divisor: -hat * hat * d.mean(axis=0),
        ),
        switch(
            "variance-path-not-times-hat",
            "In the variance part of grad_x, the factor x̂ outside the mean is missing.",
            variance=lambda d, hat, _divisor: -_covariance(d, hat),
        ),
        switch(
            "paths-added",
            "In grad_x, you add the parts through mean and variance; subtract them.",
            mean=lambda d, _hat, _divisor: d.mean(axis=0),
            variance=lambda d, hat, _divisor: hat * _covariance(d, hat),
        ),
        switch(
            "mean-path-added",
            "In grad_x, the part through the mean has the wrong sign; subtract it.",
            mean=lambda d, _hat, _divisor: d.mean(axis=0),
        ),
        switch(
            "variance-path-added",
            "In grad_x, the part through the variance has the wrong sign; subtract it.",
            variance=lambda d, hat, _divisor: hat * _covariance(d, hat),
        ),
        switch(
            "sums-for-means",
            "In grad_x, you use sums over the batch for mean and variance; divide by n.",
            mean=lambda d, _hat, _divisor: -d.sum(axis=0),
            variance=lambda d, hat, _divisor: -hat * (d * hat).sum(axis=0),
        ),
        switch(
            "mean-path-summed",
            "In grad_x, the part through the mean lacks the division by n.",
            mean=lambda d, _hat, _divisor: -d.sum(axis=0),
        ),
        switch(
            "variance-path-summed",
            "In grad_x, the part through the variance lacks the division by n.",
            variance=lambda d, hat, _divisor: -hat * (d * hat).sum(axis=0),
        ),
        switch(
            "variance-path-halved",
            "In grad_x, the part through the variance is half of what is needed.",
            variance=lambda d, hat, _divisor: -0.5 * hat * _covariance(d, hat),
        ),
        switch(
            "variance-path-doubled",
            "In grad_x, the part through the variance is twice what is needed.",
            variance=lambda d, hat, _divisor: -2 * hat * _covariance(d, hat),
        ),
        switch(
            "variance-exponent-half",
            "In the variance part of grad_x, the exponent is −1/2; d(σ² + ε)^(−1/2) has −3/2.",
            variance=lambda d, hat, divisor: -hat * _covariance(d, hat) * divisor**2,
        ),
        switch(
            "variance-exponent-one",
            "In the variance part of grad_x, you multiply by √(σ² + ε) once too often.",
            variance=lambda d, hat, divisor: -hat * _covariance(d, hat) * divisor,
        ),
        switch(
            "variance-divided-too-often",
            "In the variance part of grad_x, you divide by √(σ² + ε) once too often.",
            variance=lambda d, hat, divisor: -hat * _covariance(d, hat) / divisor,
        ),
        switch(
            "variance-over-all-features",
            "In the variance part of grad_x, you sum over the features too; sum over the "
            "batch only.",
            variance=lambda d, hat, _divisor: -hat * (d * hat).sum() / len(d),
        ),
        switch(
            "mean-over-all-features",
            "In the mean part of grad_x, you sum over the features too; sum over the batch only.",
            mean=lambda d, _hat, _divisor: -d.sum() / len(d),
        ),
        switch(
            "averaged-over-all-features",
            "In grad_x, you average over the whole table; average over the batch (axis 0).",
            mean=lambda d, _hat, _divisor: -d.mean(),
            variance=lambda d, hat, _divisor: -hat * (d * hat).mean(),
        ),
        switch(
            "sample-variance",
            "In the variance part of grad_x, you divide by n − 1; divide by n.",
            variance=lambda d, hat, _divisor: -hat * (d * hat).sum(axis=0) / max(len(d) - 1, 1),
        ),
        switch(
            "no-gamma",
            "In grad_x, the factor γ is missing.",
            gamma_factor=lambda _gamma: 1.0,
        ),
        switch(
            "gamma-twice",
            "In grad_x, you multiply by γ twice; multiply once.",
            gamma_factor=lambda gamma: gamma**2,
        ),
        switch(
            "no-deviation",
            "In grad_x, the division by √(σ² + ε) is missing.",
            divide=lambda _var, _divisor: 1.0,
        ),
        switch(
            "divided-by-the-variance",
            "In grad_x, you divide by σ² + ε; divide by its square root.",
            divide=lambda _var, divisor: divisor**2,
        ),
        switch(
            "multiplied-by-the-deviation",
            "In grad_x, you multiply by √(σ² + ε); divide by it.",
            divide=lambda _var, divisor: 1 / divisor,
        ),
        switch(
            "no-epsilon",
            "In grad_x, ε is missing; divide by √(σ² + ε), as in the forward pass.",
            divide=lambda var, _divisor: np.sqrt(var),
        ),
        switch(
            "default-epsilon",
            "In grad_x, you always use ε = 0.001; use the ε of the forward pass.",
            divide=lambda var, _divisor: np.sqrt(var + 1e-3),
        ),
        switch(
            "divided-by-n",
            "In grad_x, you divide by n once too often; grad_out already contains that factor.",
            scale=lambda n: 1 / n,
        ),
        switch(
            "not-divided-by-n",
            "Your grad_x is n times what is needed; the formula with sums has 1/n in front.",
            scale=float,
        ),
        switch("doubled", "Your grad_x is twice what is needed.", scale=lambda _n: 2.0),
        switch("minus", "Your grad_x has the wrong sign.", scale=lambda _n: -1.0),
        switch(
            "upstream",
            "You return grad_out for grad_x; apply the chain rule to the normalization.",
            direct=lambda d, _hat, _divisor: d,
            mean=lambda _d, _hat, _divisor: 0.0,
            variance=lambda _d, _hat, _divisor: 0.0,
            gamma_factor=lambda _gamma: 1.0,
            divide=lambda _var, _divisor: 1.0,
        ),
        switch(
            "gamma-without-hat",
            "In grad_gamma, the factor x̂ is missing; γ is multiplied by x̂ in the forward pass.",
            to_gamma=lambda d, _hat, _x, _gamma: d,
        ),
        switch(
            "gamma-with-x",
            "In grad_gamma, you multiply by x; multiply by the normalized x̂.",
            to_gamma=lambda d, _hat, x, _gamma: d * x,
        ),
        switch(
            "gamma-times-gamma",
            "In grad_gamma, you multiply by γ; the derivative of γ · x̂ + β by γ is x̂.",
            to_gamma=lambda d, hat, _x, gamma: d * hat * gamma,
        ),
        switch(
            "gamma-without-upstream",
            "In grad_gamma, grad_out is missing; multiply x̂ by it.",
            to_gamma=lambda _d, hat, _x, _gamma: hat,
        ),
        switch(
            "beta-times-gamma",
            "In grad_beta, you multiply by γ; β is only added in the forward pass.",
            to_beta=lambda d, gamma: d * gamma,
        ),
        switch(
            "gamma-not-summed",
            "Your grad_gamma has a row for each example; sum over the batch.",
            fold_gamma=lambda terms: terms,
        ),
        switch(
            "beta-not-summed",
            "Your grad_beta has a row for each example; sum over the batch.",
            fold_beta=lambda terms: terms,
        ),
        switch(
            "gamma-averaged",
            "In grad_gamma, you average over the batch; sum over it.",
            fold_gamma=lambda terms: terms.mean(axis=0),
        ),
        switch(
            "beta-averaged",
            "In grad_beta, you average over the batch; sum over it.",
            fold_beta=lambda terms: terms.mean(axis=0),
        ),
        switch(
            "parameters-averaged",
            "You average grad_gamma and grad_beta over the batch; sum over it.",
            fold_gamma=lambda terms: terms.mean(axis=0),
            fold_beta=lambda terms: terms.mean(axis=0),
        ),
        switch(
            "summed-over-features",
            "You sum grad_gamma and grad_beta over the features (axis 1); sum over the "
            "batch (axis 0).",
            fold_gamma=lambda terms: terms.sum(axis=1),
            fold_beta=lambda terms: terms.sum(axis=1),
        ),
        switch(
            "single-numbers",
            "Your grad_gamma and grad_beta are single numbers; each feature has its own γ and β.",
            fold_gamma=np.sum,
            fold_beta=np.sum,
        ),
        switch(
            "keepdims",
            "Your grad_gamma and grad_beta have shape (1, m); they need shape (m,).",
            fold_gamma=lambda terms: terms.sum(axis=0, keepdims=True),
            fold_beta=lambda terms: terms.sum(axis=0, keepdims=True),
        ),
        switch(
            "flattened",
            "Your grad_x is a flat array; it must have the shape of x.",
            shape=np.ravel,
        ),
        switch(
            "transposed",
            "Your grad_x is transposed; it must have the shape of x.",
            shape=np.transpose,
        ),
        switch(
            "swapped",
            "You exchange grad_gamma and grad_beta; return (grad_x, grad_gamma, grad_beta).",
            result=lambda grads: (grads[0], grads[2], grads[1]),
        ),
        switch(
            "order-reversed",
            "You return the gradients in reverse order; return (grad_x, grad_gamma, grad_beta).",
            result=lambda grads: tuple(grads)[::-1],
        ),
        switch(
            "all-negated",
            "All three gradients have the wrong sign.",
            result=lambda grads: tuple(-grad for grad in grads),
        ),
        switch(
            "two-gradients",
            "You return two gradients; return (grad_x, grad_gamma, grad_beta).",
            result=lambda grads: grads[:2],
        ),
        Misconception(
            "normalized-gradient",
            lambda d, cache: ((d - d.mean(0)) / d.std(0), *_make()(d, cache)[1:]),
            "Your grad_x is grad_out normalized; apply the chain rule to the forward pass.",
        ),
    ),
    hints=(
        "x affects the output in three ways: directly, through the mean, and through the variance.",
        "grad_x = γ / √(σ² + ε) · (δ − mean(δ) − x̂ · mean(δ · x̂)), each mean over the batch.",
        "With x̂ and γ / √(σ² + ε) in the cache, grad_x is one line; the others sum over axis 0.",
    ),
)
