"""Catch the bug: write the check that tells a right Adam from a wrong one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from chainrule_grader.judging.task import Misconception, Task
from chainrule_grader.tasks._catching import Suspect, careless, catching

Array: TypeAlias = NDArray[Any]
State: TypeAlias = dict[str, Any]
Adam: TypeAlias = Callable[..., Any]

_START: Final = np.array([1.0, -2.0])
_GRADIENTS: Final = np.array([[0.5, -4.0], [0.5, 1.0], [-0.25, 3.0]])
_IDLE: Final = np.array([[0.5, 0.0], [0.25, 0.0]])


def _adam(
    *,
    sign: float = -1,
    keeps: bool = True,
    corrects: Callable[[Array, Array, int, float, float], tuple[Array, Array]] | None = None,
    second: Callable[[Array, Array, float], Array] = lambda v, g, b: b * v + (1 - b) * g**2,
    move: Callable[[Array, Array, float], Array] = lambda m, v, e: m / (np.sqrt(v) + e),
    betas: Callable[[float, float], tuple[float, float]] = lambda b1, b2: (b1, b2),
    rate: Callable[[float], float] = float,
) -> Suspect:
    """Return an Adam of its own, in which one piece may be a wrong one."""

    def adam(
        w: ArrayLike,
        g: ArrayLike,
        state: State,
        learning_rate: float,
        beta_1: float = 0.9,
        beta_2: float = 0.999,
        epsilon: float = 1e-7,
    ) -> tuple[Array, State]:
        w, g, (b1, b2) = np.asarray(w, float), np.asarray(g, float), betas(beta_1, beta_2)
        t = state.get("t", 0) + 1
        m = b1 * np.asarray(state.get("m", 0.0)) + (1 - b1) * g
        v = second(np.asarray(state.get("v", 0.0)), g, b2)
        with np.errstate(all="ignore"):
            m_hat, v_hat = (corrects or _corrected)(m, v, t, b1, b2)
            w = w + sign * rate(learning_rate) * move(m_hat, v_hat, epsilon)
        return w, {"m": m, "v": v, "t": t} if keeps else {}

    return (adam,)


def _corrected(m: Array, v: Array, t: int, b1: float, b2: float) -> tuple[Array, Array]:
    return m / (1 - b1**t), v / (1 - b2**t)


def _first_only(m: Array, v: Array, t: int, b1: float, _b2: float) -> tuple[Array, Array]:
    return m / (1 - b1**t), v


def _as_at_first(m: Array, v: Array, _t: int, b1: float, b2: float) -> tuple[Array, Array]:
    return m / (1 - b1), v / (1 - b2)


def _epsilon_in_root(m: Array, v: Array, epsilon: float) -> Array:
    return np.asarray(m / np.sqrt(v + epsilon**2))


def _of_all(m: Array, v: Array, epsilon: float) -> Array:
    return np.asarray(m / (np.sqrt(v.mean()) + epsilon))


RIGHT: Final = {
    "a right Adam": _adam(),
    "a right Adam with ε inside the root": _adam(move=_epsilon_in_root),
}
WRONG: Final = {
    "an Adam that adds its steps": _adam(sign=1),
    "an Adam that does not keep its state": _adam(keeps=False),
    "an Adam that corrects neither moment": _adam(corrects=lambda m, v, *_: (m, v)),
    "an Adam that corrects the first moment only": _adam(corrects=_first_only),
    "an Adam whose correction is always that of the first step": _adam(corrects=_as_at_first),
    "an Adam without the square root": _adam(move=lambda m, v, e: m / (v + e)),
    "an Adam that sums the squares without decay": _adam(
        second=lambda v, g, _: v + g**2, corrects=_first_only
    ),
    "an Adam with one step size for all weights": _adam(move=_of_all),
    "an Adam with exchanged betas": _adam(betas=lambda b1, b2: (b2, b1)),
    "an Adam that ignores the learning rate": _adam(rate=lambda _: 0.001),
    "an Adam that ignores the betas it is given": _adam(betas=lambda *_: (0.9, 0.999)),
    "an Adam that fails where a gradient is 0": _adam(move=lambda m, v, _: m / np.sqrt(v)),
}


def _trajectory(
    adam: Adam, gradients: Array = _GRADIENTS, rate: float = 0.1, *options: float
) -> Array:
    w, places = _START, []
    state: State = {}
    for g in gradients:
        w, state = adam(w, g, state, rate, *options)
        places.append(np.asarray(w, float))
    return np.array(places)


def _correct(gradients: Array = _GRADIENTS, rate: float = 0.1, *options: float) -> Array:
    return _trajectory(_adam()[0], gradients, rate, *options)


def _agrees(adam: Adam, *trajectory: Any) -> bool:
    return bool(
        np.allclose(_trajectory(adam, *trajectory), _correct(*trajectory), rtol=0, atol=1e-5)
    )


def _checks_adam(adam: Adam) -> bool:
    return _agrees(adam) and _agrees(adam, _GRADIENTS, 0.2, 0.5, 0.9) and _agrees(adam, _IDLE)


def _by_known_numbers(adam: Adam) -> bool:
    """Compare with numbers worked out by hand, weight by weight."""
    known = [[0.9, -1.9], [0.8, -1.85305], [0.74843, -1.86133]]
    usual = np.allclose(_trajectory(adam), known, atol=1e-4)
    w, state = adam([1.0, 0.0], [3.0, 0.0], {}, 0.5, beta_1=0.5, beta_2=0.5)
    w, state = adam(w, [1.0, 0.0], state, 0.5, beta_1=0.5, beta_2=0.5)
    other = 0.5 - 0.5 * (1.25 / 0.75) / np.sqrt(2.75 / 0.75)
    return bool(usual and np.allclose(w, [other, 0.0], atol=1e-4))


def _one_weight(adam: Adam) -> Array:
    w: Any = [1.0]
    state: State = {}
    for g in _GRADIENTS[:, 1:]:
        w, state = adam(w, g, state, 0.1)
    return np.asarray(w, float)


TASK = Task(
    reference=_checks_adam,
    observe=catching(RIGHT, WRONG),
    also_right=(_by_known_numbers,),
    uses=("optimizers/adam",),
    misconceptions=(
        *careless(_checks_adam),
        Misconception(
            "one-step",
            lambda adam: _agrees(adam, _GRADIENTS[:1]),
            "You check the first step only; check several steps, because most mistakes show later.",
        ),
        Misconception(
            "direction-only",
            lambda adam: bool(np.all((_trajectory(adam)[0] - _START) * _GRADIENTS[0] < 0)),
            "You check only the direction of the steps; check their size as well.",
        ),
        Misconception(
            "constant-gradient",
            lambda adam: _agrees(adam, np.full((4, 2), 0.5)),
            "You use one gradient for all steps and weights, so many mistakes are not visible.",
        ),
        Misconception(
            "constant-gradient-for-each",
            lambda adam: _agrees(adam, np.tile([0.5, -4.0], (4, 1))),
            "You use the same gradient at every step, so a wrong average is not visible.",
        ),
        Misconception(
            "one-weight",
            lambda adam: bool(
                np.allclose(adam([1.0], [0.5], {}, 0.1)[0], [0.9])
                and np.allclose(_one_weight(adam), _one_weight(_adam()[0]), atol=1e-5)
            ),
            "You test a single weight; a mistake can exchange or mix several weights.",
        ),
        Misconception(
            "usual-constants",
            lambda adam: _agrees(adam) and _agrees(adam, _IDLE),
            "You test the default betas only; test other values as well.",
        ),
        Misconception(
            "usual-constants-and-no-zero",
            _agrees,
            "You test the default betas only, and no gradient of 0; test both.",
        ),
        Misconception(
            "no-gradient-of-zero",
            lambda adam: _agrees(adam) and _agrees(adam, _GRADIENTS, 0.2, 0.5, 0.9),
            "You test no gradient of 0, where the division by the root can fail.",
        ),
        Misconception(
            "too-strict",
            lambda adam: bool((_trajectory(adam) == _correct()).all()),
            "You compare with ==, so you reject a right Adam that adds ε in another place.",
        ),
    ),
    hints=(
        "Every wrong Adam is right for some steps, weights or arguments. Find inputs that show it.",
        "Use several different gradients, betas that are not the defaults, and a gradient of 0.",
        "Compare three steps with those of your adam; again with beta_1=0.5, and with g = [1, 0].",
    ),
)
