"""SGD: w ← w − η g."""

from __future__ import annotations

import numpy as np
from chainrule.optimizers import SGD

from chainrule_grader.judging.task import Implementation, Task, switch
from chainrule_grader.tasks.optimizers._frame import STEP, State, framed
from chainrule_grader.tasks.optimizers._trajectories import Array, keras, trajectories


def _step(g: Array, state: State, rate: float) -> tuple[Array, State]:
    return rate * g, state


def _with_momentum(g: Array, state: State, rate: float) -> tuple[Array, State]:
    v = 0.9 * state.get("v", 0) + g
    return rate * v, {"v": v}


def _decaying(g: Array, state: State, rate: float) -> tuple[Array, State]:
    t = state.get("t", 0) + 1
    return rate / t * g, {"t": t}


def _make(step: object = _step, **frame: object) -> Implementation:
    return framed(step, **frame)  # type: ignore[arg-type]


TASK = Task(
    reference=keras(SGD),
    make=_make,
    observe=trajectories(),
    misconceptions=(
        *STEP,
        switch(
            "with-momentum",
            "You use earlier gradients as well, as momentum does; SGD uses the current one only.",
            step=_with_momentum,
        ),
        switch(
            "rate-decays",
            "You divide the learning rate by the number of the step; use it as it is.",
            step=_decaying,
        ),
        switch(
            "sign-only",
            "You use only the sign of the gradient; use its size as well.",
            gradient=lambda g, _w: np.sign(g),
        ),
        switch(
            "gradient-squared",
            "You square the gradient, so its sign is lost; use the gradient itself.",
            gradient=lambda g, _w: g**2,
        ),
        switch(
            "half-gradient",
            "You halve the gradient; use the gradient itself.",
            gradient=lambda g, _w: g / 2,
        ),
        switch(
            "gradient-doubled",
            "You double the gradient; use the gradient itself.",
            gradient=lambda g, _w: 2 * g,
        ),
        switch(
            "weights-scaled",
            "You multiply the weights by the learning rate as well; multiply the gradient alone.",
            step=lambda g, state, rate: ((rate, g), state),
            new=lambda w, parts: parts[0] * (w - parts[1]),
        ),
        switch(
            "gradient-from-weights",
            "You exchanged the weights and the gradient: you return g − η w.",
            step=lambda g, state, rate: ((rate, g), state),
            new=lambda w, parts: parts[1] - parts[0] * w,
        ),
        switch(
            "one-minus",
            "You return (1 − η) w − η g; the weights themselves are not scaled.",
            step=lambda g, state, rate: ((rate, g), state),
            new=lambda w, parts: (1 - parts[0]) * w - parts[0] * parts[1],
        ),
    ),
    hints=(
        "The gradient points uphill, so move against it; the learning rate scales the step.",
        "w ← w − η g for every entry of w; nothing has to be stored, so return state unchanged.",
        "return w - learning_rate * …, state",
    ),
)
