"""Plain gradient descent, one step at a time."""

from __future__ import annotations

import numpy as np
from chainrule.optimizers import SGD

from chainrule_grader.judging.task import Misconception, Task
from chainrule_grader.tasks.optimizers._mistakes import State, Step, usual
from chainrule_grader.tasks.optimizers._walks import Array, keras, walks

_right = keras(SGD)


def _swinging(w: Array, g: Array, state: State, learning_rate: float) -> Step:
    v = 0.9 * state.get("v", 0) + g
    return w - learning_rate * v, {"v": v}


def _tired(w: Array, g: Array, state: State, learning_rate: float) -> Step:
    t = state.get("t", 0) + 1
    return w - learning_rate / t * g, {"t": t}


TASK = Task(
    reference=_right,
    observe=walks(),
    misconceptions=(
        *usual(_right),
        Misconception(
            "with-momentum",
            _swinging,
            "Earlier gradients push along: that is momentum, the next task.",
        ),
        Misconception(
            "rate-decays", _tired, "Your steps become smaller and smaller; the rate is given."
        ),
        Misconception(
            "sign-only",
            lambda w, g, state, learning_rate: (w - learning_rate * np.sign(g), state),
            "Only the sign of the gradient counts in your step; its size should too.",
        ),
        Misconception(
            "unit-gradient",
            lambda w, g, state, rate: (w - rate * g / np.linalg.norm(g), state),
            "The gradient is brought to length 1, so that all your steps are equally long.",
        ),
        Misconception(
            "gradient-squared",
            lambda w, g, state, learning_rate: (w - learning_rate * g**2, state),
            "The gradient is squared: whatever its sign, the weight moves the same way.",
        ),
        Misconception(
            "absolute-gradient",
            lambda w, g, state, learning_rate: (w - learning_rate * np.abs(g), state),
            "The sign of the gradient is lost: the weights can only become smaller.",
        ),
        Misconception(
            "weight-times-gradient",
            lambda w, g, state, learning_rate: (w - learning_rate * g * w, state),
            "The step is multiplied by the weight as well: large weights run, a zero never moves.",
        ),
        Misconception(
            "weights-scaled",
            lambda w, g, state, learning_rate: (learning_rate * (w - g), state),
            "Brackets: the learning rate scales the weights too, not the gradient alone.",
        ),
        Misconception(
            "gradient-from-weights",
            lambda w, g, state, learning_rate: (g - learning_rate * w, state),
            "Weights and gradient have changed places.",
        ),
        Misconception(
            "divided-by-the-rate",
            lambda w, g, state, learning_rate: (w - g / learning_rate, state),
            "The gradient is divided by the learning rate: a smaller rate gives larger steps.",
        ),
        Misconception(
            "divided-by-the-number-of-weights",
            lambda w, g, state, learning_rate: (w - learning_rate * g / len(w), state),
            "The step is divided by the number of rows of w; the gradient is a mean already.",
        ),
        Misconception(
            "does-not-move",
            lambda w, _g, state, _learning_rate: (w, state),
            "The weights come back as they went in.",
        ),
    ),
    hints=(
        "The gradient points uphill; the learning rate says how far to go the other way.",
        "w ← w − η g, where η is the learning rate.",
        "Give back two things, the new weights and the state: there is nothing to remember.",
    ),
)
