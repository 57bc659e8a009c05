"""Where probabilities are clipped before the logarithm, and where they should not be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

import numpy as np

from chainrule_grader.judging.task import Misconception, switch
from chainrule_grader.tasks.losses._inputs import Array

EPSILON: Final = 1e-7
SINGLE_LIMIT: Final = float(np.float32(1 - EPSILON))
"""The upper limit in float32."""

_OTHERS: Final = {
    1e-15: "quadrillionth",
    1e-8: "hundred-millionth",
    1e-12: "trillionth",
    1e-10: "ten-billionth",
    1e-9: "billionth",
    1e-5: "hundred-thousandth",
    1e-6: "millionth",
    1e-4: "ten-thousandth",
    1e-3: "thousandth",
    1e-2: "hundredth",
    1e-16: "ten-quadrillionth",
}


def clipped(p: Array, epsilon: float = EPSILON) -> Array:
    """Clip probabilities to the range from epsilon to 1 − epsilon."""
    return np.asarray(np.clip(p, epsilon, 1 - epsilon))


def unclipped(p: Array) -> Array:
    """Return probabilities unchanged."""
    return p


def _message(epsilon: float) -> str:
    return f"You keep p away from 0 and 1 by {epsilon:g}; the task says 1e-7."


def other_limits() -> Iterator[Misconception]:
    """Yield the mistakes of clipping at another limit."""
    for epsilon, word in _OTHERS.items():

        def clip(p: Array, epsilon: float = epsilon) -> Array:
            return clipped(p, epsilon)

        yield switch(f"clipped-at-a-{word}", _message(epsilon), clip=clip)


def other_additions(*numbers: float) -> Iterator[Misconception]:
    """Yield the mistakes of adding another number inside the logarithm.

    Where clipping at the number gives the same loss, the mistake is not needed.
    """
    for epsilon in numbers:
        yield switch(
            f"added-a-{_OTHERS[epsilon]}", _message(epsilon), clip=unclipped, log=_shifted(epsilon)
        )


def _shifted(epsilon: float) -> Callable[[Array], Array]:
    return lambda p: np.asarray(np.log(p + epsilon))
