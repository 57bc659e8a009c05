"""The gradient of the L1 penalty: λ for positive weights, −λ for negative ones."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from chainrule import regularizers
from numpy.random import Generator

from chainrule_grader.judging.formatting import format_call
from chainrule_grader.judging.observation import Array, calls, check_property, numbers, value
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Misconception, Observation, Task, switch
from chainrule_grader.tasks.regularization._inputs import among_zeros, weights
from chainrule_grader.tasks.regularization._penalties import GRADIENTS, STRENGTHS, gradient


def _observe(subject: Subject, rng: Generator) -> Iterator[Observation]:
    """Observe weights of both signs, then weights of 0, where any number from −λ to λ is right."""
    yield from calls(weights)(subject, rng)
    for w, strength in among_zeros(rng):
        call, zero = format_call(subject.name, [w, strength]), w == 0
        gradient = numbers(subject(w, strength), "the gradient", w.shape)
        yield value("at zero", f"{call}, where w is not 0", gradient[~zero])
        message = "For a weight of exactly 0 your gradient is NaN or infinite; return a number."
        yield check_property(
            "at zero", f"{call}, where w is 0", np.isfinite(gradient[zero]).all(), message
        )
        bounded = not (np.abs(gradient[zero]) > strength + 1e-5).any()
        message = "For a weight of exactly 0 your gradient is not between −λ and λ."
        yield check_property("at zero", f"{call}, where w is 0", bounded, message)


def _grad(w: Array, strength: float) -> Array:
    return regularizers.L1(float(strength)).gradient(w)


TASK = Task(
    reference=_grad,
    make=gradient(np.sign, 1.0),
    observe=_observe,
    misconceptions=(
        switch(
            "nan-at-zero",
            "For a weight of exactly 0 you divide 0 by 0; return a number there.",
            entry=lambda w: w / np.abs(w),
        ),
        switch(
            "one-sign-for-all",
            "Your gradient is positive for every weight; it is −λ for negative weights.",
            entry=lambda w: np.ones(w.shape),
        ),
        switch(
            "positive-only",
            "Your gradient is 0 for negative weights; it is −λ there.",
            entry=lambda w: (w > 0) * 1.0,
        ),
        switch(
            "times-weight",
            "Your gradient grows with the weight; the derivative of |w| is only the sign of w.",
            entry=lambda w: w,
        ),
        switch(
            "times-size",
            "You multiply by the absolute value of w; multiply by its sign.",
            entry=np.abs,
        ),
        switch(
            "positive-part",
            "You multiply by max(0, w); multiply by the sign of w.",
            entry=lambda w: np.maximum(w, 0),
        ),
        switch(
            "divided-by-the-norm",
            "You divide w by its norm; divide each weight by its own absolute value.",
            entry=lambda w: w / np.sqrt(np.square(w).sum()),
        ),
        switch(
            "tanh",
            "You use tanh(w), which is not exactly ±1; use the sign of w.",
            entry=np.tanh,
        ),
        switch(
            "reciprocal",
            "You divide by w; multiply by the sign of w.",
            entry=lambda w: 1 / w,
        ),
        switch(
            "doubled",
            "Your gradient has a factor of 2; the derivative of |w| has none.",
            factor=2.0,
        ),
        switch(
            "half",
            "Your gradient has a factor of ½; the derivative of |w| has none.",
            factor=0.5,
        ),
        *STRENGTHS,
        *GRADIENTS,
        Misconception(
            "penalty",
            lambda w, strength: strength * np.abs(w).sum(),
            "You return the penalty, one number; return its gradient, one number for each weight.",
        ),
    ),
    hints=(
        "How does |w| change if a positive weight grows a little? And a negative weight?",
        "The derivative of λ |w| is λ where w > 0 and −λ where w < 0.",
        "np.sign gives 1, −1 and 0 in the right places.",
    ),
)
