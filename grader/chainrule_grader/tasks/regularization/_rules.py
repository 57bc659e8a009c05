"""The rule of early stopping, and what can go wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np

from chainrule_grader.judging.observation import Array
from chainrule_grader.judging.task import Implementation

Better: TypeAlias = Callable[[float, float, float], Any]


def rule_with(
    better: Better = lambda loss, best, delta: loss + delta < best,
    *,
    late: int = 0,
    forgives: bool = True,
    creeps: bool = False,
    previous: bool = False,
) -> Implementation:
    """Make a rule from what counts as better, and some things that can go wrong with it.

    It may stop `late` by some epochs, add up all bad epochs instead of those in a row, take small
    gains into the best that was seen, or compare with the `previous` epoch.
    """

    def stop(losses: Array, patience: int, min_delta: float = 0.0) -> tuple[int, int]:
        best, best_epoch, wait = float("inf"), 0, 0
        for epoch, loss in enumerate(losses):
            if better(loss, best, min_delta) or epoch == 0:
                best, best_epoch, wait = loss, epoch, wait if wait and not forgives else 0
            else:
                wait += 1
                if wait >= max(patience + late, 1):
                    return epoch, best_epoch
            best = loss if previous else min(best, loss) if creeps else best
        return len(losses) - 1, best_epoch

    return stop


stopped = rule_with()


def then(
    change: Callable[[int, int, Array], Any], rule: Implementation = stopped
) -> Implementation:
    """Make a wrong answer from what a rule says."""

    def answer(losses: Array, *options: Any) -> Any:
        stop, best = rule(losses, *options)
        return change(stop, best, losses)

    return answer


def ended(losses: Array, patience: int, min_delta: float = 0.0) -> bool:
    """Tell whether training was stopped, and did not just end."""
    longer = np.append(losses, np.inf)
    return bool(stopped(longer, patience, min_delta) == stopped(losses, patience, min_delta))


def unstopped(stop_epoch: Callable[[Array, int], Any]) -> Implementation:
    """Make an answer that has something else to say where training was never stopped."""

    def answer(losses: Array, patience: int, min_delta: float = 0.0) -> Any:
        stop, best = stopped(losses, patience, min_delta)
        return (stop if ended(losses, patience, min_delta) else stop_epoch(losses, best)), best

    return answer


def first_rise(losses: Array, *_options: Any) -> Any:
    return stopped(losses, 1)


def last_of_the_best(losses: Array, patience: int, min_delta: float = 0.0) -> Any:
    stop, _ = stopped(losses, patience, min_delta)
    seen = losses[: stop + 1]
    return stop, int(np.flatnonzero(seen == seen.min())[-1])


def patience_ago(losses: Array, patience: int, _min_delta: float = 0.0) -> Any:
    for epoch in range(patience, len(losses)):
        if losses[epoch] > losses[epoch - patience]:
            return epoch, int(np.argmin(losses[: epoch + 1]))
    return len(losses) - 1, int(np.argmin(losses))
