"""Batch normalization: each feature of a batch gets mean 0 and deviation 1, then γ and β."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import numbers, several, value
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Observation, Task, switch
from chainrule_grader.tasks.normalization._batchnorm import BatchNorm, batchnorm, update
from chainrule_grader.tasks.normalization._inputs import Array, Batch, batches

WHAT = ("out", "moving_mean", "moving_var")
FOUR = "four things (out, moving_mean, moving_var, cache)"


def _observe(batchnorm: Subject, rng: Generator) -> Iterator[Observation]:
    for batch in batches(rng):
        yield from _observe_call(batchnorm, batch, True)
        yield from _observe_call(batchnorm, batch, True, 0.8, 1e-5)
        yield from _observe_call(batchnorm, batch, False)
        yield from _observe_call(batchnorm, batch, False, 0.9, 0.5)


def _observe_call(
    batchnorm: Subject, batch: Batch, training: bool, *options: float
) -> Iterator[Observation]:
    result = several(batchnorm(*batch.args(training, *options)), 4, FOUR)
    call = f"batchnorm(x of shape {batch.x.shape}, …, training={training}"
    call += ", momentum={}, epsilon={})".format(*options) if options else ")"
    for index, what in enumerate(WHAT):
        criterion = "inference" if not training else "moving averages" if index else "training"
        yield value(criterion, f"{what} of {call}", numbers(result[index], what))


def _sample(x: Array) -> Array:
    return np.asarray(x.var(axis=0) * len(x) / max(len(x) - 1, 1))


def _no_epsilon(var: Array, _epsilon: float) -> Array:
    return np.asarray(np.sqrt(var))


def _outside(var: Array, epsilon: float) -> Array:
    return np.asarray(np.sqrt(var) + epsilon)


def _no_root(var: Array, epsilon: float) -> Array:
    return var + epsilon


TASK = Task(
    reference=batchnorm,
    make=BatchNorm,
    observe=_observe,
    parts=(*WHAT, "cache"),
    misconceptions=(
        switch(
            "epsilon-outside",
            "You add ε after the square root; add it to the variance, under the root.",
            divisor=_outside,
        ),
        switch(
            "no-epsilon",
            "You do not use ε; add it to the variance, under the square root.",
            divisor=_no_epsilon,
        ),
        switch(
            "divided-by-the-variance",
            "You divide by σ² + ε; divide by its square root.",
            divisor=_no_root,
        ),
        switch(
            "divided-by-the-variance-alone",
            "You divide by the variance; divide by the square root of σ² + ε.",
            divisor=lambda var, _epsilon: var,
        ),
        switch(
            "no-epsilon-at-inference",
            "At inference, ε is missing; add it to the moving variance, under the root.",
            divisor_at_inference=_no_epsilon,
        ),
        switch(
            "no-epsilon-in-training",
            "In training, ε is missing; add it to the variance, under the root.",
            divisor_in_training=_no_epsilon,
        ),
        switch(
            "epsilon-outside-at-inference",
            "At inference, you add ε after the square root; add it to the moving variance.",
            divisor_at_inference=_outside,
        ),
        switch(
            "epsilon-outside-in-training",
            "In training, you add ε after the square root; add it to the variance.",
            divisor_in_training=_outside,
        ),
        switch(
            "no-root-at-inference",
            "At inference, the square root is missing; divide by the root of moving_var + ε.",
            divisor_at_inference=_no_root,
        ),
        switch(
            "no-root-in-training",
            "In training, the square root is missing; divide by the root of σ² + ε.",
            divisor_in_training=_no_root,
        ),
        switch(
            "moving-variance-for-deviation",
            "At inference, you divide by moving_var alone; divide by the root of moving_var + ε.",
            divisor_at_inference=lambda var, _epsilon: var,
        ),
        switch(
            "own-epsilon",
            "You use an ε of your own (such as 1e-8); use the argument epsilon.",
            divisor=lambda var, _epsilon: np.sqrt(var + 1e-8),
        ),
        switch(
            "default-epsilon",
            "You always use ε = 0.001; use the argument epsilon.",
            divisor=lambda var, _epsilon: np.sqrt(var + 1e-3),
        ),
        switch(
            "batch-at-inference",
            "At inference, you use the statistics of the batch; use moving_mean and moving_var.",
            at_inference=lambda batch, _moving, _new: batch,
        ),
        switch(
            "always-training",
            "You do the same at inference as in training; use `training`.",
            at_inference=lambda batch, _moving, _new: batch,
            moves_at_inference=True,
        ),
        switch(
            "always-inference",
            "You do the same in training as at inference; use `training`.",
            in_training=lambda _batch, moving, _new: moving,
            update=lambda old, _batch, _m: old,
        ),
        switch(
            "moving-in-training",
            "In training, you normalize with the moving averages; use the statistics of the batch.",
            in_training=lambda _batch, moving, _new: moving,
        ),
        switch(
            "new-moving-in-training",
            "In training, you normalize with the updated moving averages; use those of the batch.",
            in_training=lambda _batch, _moving, new: new,
        ),
        switch(
            "moved-at-inference",
            "At inference, you update the moving averages; return them unchanged.",
            moves_at_inference=True,
        ),
        switch(
            "new-moving-at-inference",
            "At inference, you normalize with updated moving averages; use them as they are given.",
            at_inference=lambda _batch, _moving, new: new,
        ),
        switch(
            "momentum-reversed",
            "You exchange momentum and 1 − momentum; the old average is multiplied by momentum.",
            update=lambda old, batch, m: update(old, batch, 1 - m),
        ),
        switch(
            "momentum-reversed-for-the-variance",
            "In moving_var only, you exchange momentum and 1 − momentum.",
            update_var=lambda old, batch, m: update(old, batch, 1 - m),
        ),
        switch(
            "own-momentum",
            "You always use a momentum of 0.9; use the argument momentum.",
            update=lambda old, batch, _m: update(old, batch, 0.9),
        ),
        switch(
            "default-momentum",
            "You always use a momentum of 0.99; use the argument momentum.",
            update=lambda old, batch, _m: update(old, batch, 0.99),
        ),
        switch(
            "never-moved",
            "In training, you return the moving averages unchanged; update them.",
            update=lambda old, _batch, _m: old,
        ),
        switch(
            "variance-never-moved",
            "In training, you return moving_var unchanged; update it as you update moving_mean.",
            update_var=lambda old, _batch, _m: old,
        ),
        switch(
            "replaced",
            "Your moving averages are the statistics of this batch; average them with the "
            "old ones.",
            update=lambda _old, batch, _m: batch,
        ),
        switch(
            "added",
            "You add the statistics of the batch without the factor 1 − momentum.",
            update=lambda old, batch, m: m * old + batch,
        ),
        switch(
            "old-not-scaled",
            "You do not multiply the old moving averages by momentum.",
            update=lambda old, batch, m: old + (1 - m) * batch,
        ),
        switch(
            "subtracted",
            "You subtract the batch's statistics from the moving averages; add (1 − "
            "momentum) times them.",
            update=lambda old, batch, m: m * old - (1 - m) * batch,
        ),
        switch(
            "moving-deviation",
            "Your moving_var averages the standard deviation; average the variance.",
            to_store=lambda var, _x, _epsilon: np.sqrt(var),
        ),
        switch(
            "moving-variance-with-epsilon",
            "You add ε to the variance in moving_var; add it only under the square root.",
            to_store=lambda var, _x, epsilon: var + epsilon,
        ),
        switch(
            "moving-sample-variance",
            "Your moving_var uses a variance divided by n − 1; divide by n.",
            to_store=lambda _var, x, _epsilon: _sample(x),
        ),
        switch(
            "sample-variance",
            "Your variance is divided by n − 1 (ddof=1); divide by n.",
            var_of=_sample,
        ),
        switch(
            "deviation-for-variance",
            "You take the standard deviation for the variance, under the root and in moving_var.",
            var_of=lambda x: x.std(axis=0),
        ),
        switch(
            "deviation-stored",
            "You store and divide by the standard deviation; store the variance, divide by "
            "√(σ² + ε).",
            var_of=lambda x: x.std(axis=0),
            divisor=_no_root,
        ),
        switch(
            "deviation-stored-without-epsilon",
            "You store the standard deviation and use no ε; store the variance, divide by "
            "√(σ² + ε).",
            var_of=lambda x: x.std(axis=0),
            divisor=lambda var, _epsilon: var,
        ),
        switch(
            "mean-square",
            "Your variance is the mean of x²; subtract the mean before you square.",
            var_of=lambda x: np.square(x).mean(axis=0),
        ),
        switch(
            "sum-of-squares",
            "Your variance is a sum over the batch; divide by n.",
            var_of=lambda x: x.var(axis=0) * len(x),
        ),
        switch(
            "one-mean",
            "You use one mean for the whole table; take the mean of each column (axis 0).",
            mean_of=np.mean,
        ),
        switch(
            "one-variance",
            "You use one variance for the whole table; take the variance of each column (axis 0).",
            var_of=np.var,
        ),
        switch(
            "whole-batch",
            "You use one mean and one variance for the whole table; each feature has its own.",
            mean_of=np.mean,
            var_of=np.var,
        ),
        switch(
            "examples",
            "You normalize each example (axis 1); normalize each feature (axis 0).",
            mean_of=lambda x: x.mean(axis=1)[:, None],
            var_of=lambda x: x.var(axis=1)[:, None],
        ),
        switch(
            "keepdims",
            "Your moving averages have shape (1, m) in training; they must keep shape (m,).",
            mean_of=lambda x: x.mean(axis=0, keepdims=True),
            var_of=lambda x: x.var(axis=0, keepdims=True),
        ),
        switch(
            "mean-keepdims",
            "Your moving_mean has shape (1, m) in training; it must keep shape (m,).",
            mean_of=lambda x: x.mean(axis=0, keepdims=True),
        ),
        switch(
            "variance-keepdims",
            "Your moving_var has shape (1, m) in training; it must keep shape (m,).",
            var_of=lambda x: x.var(axis=0, keepdims=True),
        ),
        switch(
            "not-centred",
            "You do not subtract the mean; compute (x − μ) / √(σ² + ε).",
            centre=lambda x, _mean: x,
        ),
        switch(
            "mean-minus-x",
            "You subtract x from the mean; subtract the mean from x.",
            centre=lambda x, mean: mean - x,
        ),
        switch(
            "plain-inference",
            "At inference, you do not use γ and β; compute γ · x̂ + β there too.",
            place_at_inference=lambda hat, _gamma, _beta: hat,
        ),
        switch(
            "no-gamma-no-beta",
            "You do not use γ and β; compute γ · x̂ + β.",
            place=lambda hat, _gamma, _beta: hat,
        ),
        switch("no-beta", "You do not add β.", place=lambda hat, gamma, _beta: gamma * hat),
        switch(
            "no-gamma",
            "You do not multiply by γ.",
            place=lambda hat, _gamma, beta: hat + beta,
        ),
        switch(
            "beta-first",
            "You add β before you multiply by γ; compute γ · x̂ + β.",
            place=lambda hat, gamma, beta: gamma * (hat + beta),
        ),
        switch(
            "swapped",
            "You exchange γ and β; compute γ · x̂ + β.",
            place=lambda hat, gamma, beta: beta * hat + gamma,
        ),
        switch(
            "gamma-squared",
            "You multiply by γ twice; compute γ · x̂ + β.",
            place=lambda hat, gamma, beta: gamma**2 * hat + beta,
        ),
        switch(
            "gamma-added",
            "You add γ; multiply x̂ by it.",
            place=lambda hat, gamma, beta: gamma + hat + beta,
        ),
        switch(
            "beta-subtracted",
            "You subtract β; add it.",
            place=lambda hat, gamma, beta: gamma * hat - beta,
        ),
        switch(
            "beta-twice",
            "You add β twice; add it once.",
            place=lambda hat, gamma, beta: gamma * hat + 2 * beta,
        ),
        switch(
            "doubled",
            "Your out is twice what is needed.",
            place=lambda hat, gamma, beta: 2 * (gamma * hat + beta),
        ),
        switch(
            "negative",
            "Your out has the wrong sign.",
            place=lambda hat, gamma, beta: -(gamma * hat + beta),
        ),
        switch(
            "transposed",
            "Your out is transposed; it must have the shape of x.",
            place=lambda hat, gamma, beta: np.transpose(gamma * hat + beta),
        ),
        switch(
            "rounded",
            "You round out to two decimals; return it without rounding.",
            place=lambda hat, gamma, beta: np.round(gamma * hat + beta, 2),
        ),
        switch(
            "averages-exchanged",
            "You return moving_var before moving_mean; exchange them.",
            result=lambda four: (four[0], four[2], four[1], four[3]),
        ),
        switch(
            "cache-second",
            "You return the cache second; return (out, moving_mean, moving_var, cache).",
            result=lambda four: (four[0], four[3], four[1], four[2]),
        ),
        switch(
            "averages-of-features",
            "You average the moving averages over the features; return one number for each "
            "feature.",
            result=lambda four: (four[0], np.mean(four[1]), np.mean(four[2]), four[3]),
        ),
        switch(
            "root-of-moving-variance",
            "You return the square root of moving_var; return moving_var itself.",
            result=lambda four: (four[0], four[1], np.sqrt(four[2]), four[3]),
        ),
        switch(
            "out-and-cache",
            "You return two things; return (out, moving_mean, moving_var, cache).",
            result=lambda four: (four[0], four[3]),
        ),
        switch(
            "no-cache",
            "You return three things; return (out, moving_mean, moving_var, cache).",
            result=lambda four: four[:3],
        ),
        switch(
            "out-only",
            "You return one array; return (out, moving_mean, moving_var, cache).",
            result=lambda four: four[0],
        ),
    ),
    hints=(
        "In training, use the batch's statistics and update the moving averages; else use these.",
        "x̂ = (x−μ) / √(σ² + ε), out = γx̂ + β, moving = m · moving + (1 − m) · new, m the momentum.",
        "One `if training:` chooses mean and var; keep x̂ and √(var + ε) in the cache for later.",
    ),
)
