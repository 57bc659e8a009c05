"""Early stopping: training ends after `patience` epochs without an improvement."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import Array, calls
from chainrule_grader.judging.task import Implementation, Misconception, Task, switch

Better: TypeAlias = Callable[[float, float, float], Any]
"""Whether a loss is better, from the loss, the best one and min_delta."""


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    """Yield losses in sixteenths, so that sums and differences are exact."""
    yield "patience", np.array([1.0, 0.5, 0.75, 0.625, 0.25]), 2
    yield "patience", np.array([0.5, 0.75, 0.25, 0.5, 0.375, 0.25, 0.5, 0.125]), 3
    yield "patience", np.array([1.0, 0.5, 0.5, 0.5, 0.25, 0.25]), 2
    yield "patience", np.array([1.0, 1.25, 0.5, 0.25]), 1
    yield "patience", np.array([2.0, 1.0, 1.5, 1.25, 1.125, 0.5]), 3
    yield "patience", np.array([1.0, 1.25, 1.125, 0.5, 0.75, 0.625, 0.25, 0.5]), 3
    yield "min_delta", np.array([1.0, 0.9375, 0.875, 0.8125, 0.25]), 2, 0.125
    yield "min_delta", np.array([1.0, 0.5, 0.4375, 0.375, 0.25, 0.25, 0.5]), 3, 0.125
    yield "min_delta", np.array([1.0, 1.25, 1.125, 0.5, 0.75, 0.625, 0.25, 0.5]), 3, 0.125
    yield "min_delta", np.array([4.0, 3.0, 3.0625, 2.75, 2.6875, 2.5, 2.5]), 2, 0.25
    for patience in (1, 2, 3, 4):
        losses = (rng.permutation(16) + 16 - np.arange(16)) / 16
        yield "patience", losses, patience
        yield "min_delta", losses, patience, 0.125
        yield "min_delta", losses, patience + 1, rng.integers(1, 6) / 16
        yield "min_delta", rng.permutation(24)[:16] / 8, patience, 0.25
    yield "never stops", np.array([1.0, 0.5, 0.25]), 2
    yield "never stops", np.array([1.0, 0.5, 0.75, 0.25, 0.5]), 2
    yield "never stops", np.array([1.0, 0.25, 0.5, 0.75]), 5
    yield "never stops", np.array([0.75]), 1
    for epochs in rng.integers(6, 20, 3):
        yield "never stops", rng.permutation(epochs) / 16, int(epochs)


def _make(
    better: Better = lambda loss, best, delta: loss + delta < best,
    reference: Callable[[float, float, float, bool], float] = (
        lambda best, loss, _first, improved: loss if improved else best
    ),
    count: Callable[[int, bool], int] = lambda wait, improved: 0 if improved else wait + 1,
    limit: Callable[[int], int] = lambda patience: patience,
    at_end: Callable[[Array, int], Any] = lambda losses, _best: len(losses) - 1,
    best_epoch: Callable[[Array, int, int], Any] = lambda _losses, _stop, best: best,
    stop_epoch: Callable[[Array, int, int], Any] = lambda _losses, stop, _best: stop,
) -> Implementation:
    """Return the rule with other pieces.

    `reference` gives the loss that later ones are compared with, `count` the epochs without an
    improvement, `limit` their largest number, and the last three what is returned.
    """

    def rule(losses: Array, patience: int, min_delta: float = 0.0) -> Any:
        values = losses.tolist()
        first = best = values[0]
        chosen, wait, stop, stopped = 0, 0, 0, False
        for epoch, loss in enumerate(values):
            improved = epoch == 0 or bool(better(loss, best, min_delta))
            chosen = epoch if improved else chosen
            wait = 0 if epoch == 0 else count(wait, improved)
            best = reference(best, loss, first, improved)
            if epoch and wait >= max(limit(patience), 1) and (wait or not improved):
                stop, stopped = epoch, True
                break
        if not stopped:
            stop = at_end(losses, chosen)
        last = stop if stopped else len(values) - 1
        return stop_epoch(losses, stop, chosen), best_epoch(losses, last, chosen)

    return rule


def _patience_ago(losses: Array, patience: int, _min_delta: float = 0.0) -> Any:
    for epoch in range(patience, len(losses)):
        if losses[epoch] > losses[epoch - patience]:
            return epoch, int(np.argmin(losses[: epoch + 1]))
    return len(losses) - 1, int(np.argmin(losses))


def _nothing_at_end(losses: Array, patience: int, min_delta: float = 0.0) -> Any:
    pair = _make(at_end=lambda _losses, _best: None)(losses, patience, min_delta)
    return None if pair[0] is None else pair


def _last_smallest(losses: Array, stop: int, _best: int) -> int:
    seen = losses[: stop + 1]
    return int(np.flatnonzero(seen == seen.min())[-1])


TASK = Task(
    reference=_make(),
    make=_make,
    observe=calls(_inputs),
    parts=("stop_epoch", "best_epoch"),
    misconceptions=(
        switch(
            "larger-is-better",
            "You treat a larger loss as better; a loss is better if it is smaller.",
            better=lambda loss, best, delta: loss - delta > best,
        ),
        switch(
            "counter-not-reset",
            "You never reset the counter; set it to 0 after every improvement.",
            count=lambda wait, improved: wait if improved else wait + 1,
        ),
        switch(
            "every-epoch-counted",
            "You count every epoch; count only the epochs in a row without an improvement.",
            count=lambda wait, _improved: wait + 1,
        ),
        switch(
            "counter-reduced",
            "After an improvement you do not set the counter to 0; you subtract 1.",
            count=lambda wait, improved: max(wait - 1, 0) if improved else wait + 1,
        ),
        switch(
            "equal-counts-as-better",
            "You compare with ≤; the loss must improve by more than min_delta, so use <.",
            better=lambda loss, best, delta: loss + delta <= best,
        ),
        switch(
            "one-epoch-too-late",
            "You stop one epoch too late; stop when the counter reaches patience.",
            limit=lambda patience: patience + 1,
        ),
        switch(
            "one-epoch-too-early",
            "You stop one epoch too early; wait for `patience` epochs without an improvement.",
            limit=lambda patience: patience - 1,
        ),
        switch(
            "patience-ignored",
            "You stop at the first epoch without an improvement; wait for `patience` of them.",
            limit=lambda _patience: 1,
        ),
        switch(
            "twice-patience",
            "You wait for twice as many epochs as patience says.",
            limit=lambda patience: 2 * patience,
        ),
        switch(
            "never-stops",
            "You never stop before the last epoch; stop when patience is reached.",
            limit=lambda _patience: 10**9,
        ),
        switch(
            "min-delta-ignored",
            "You do not use min_delta; a smaller improvement must not count.",
            better=lambda loss, best, _delta: loss < best,
        ),
        switch(
            "min-delta-on-the-wrong-side",
            "You use min_delta with the wrong sign: a slightly larger loss counts as better.",
            better=lambda loss, best, delta: loss - delta < best,
        ),
        switch(
            "min-delta-twice",
            "You use twice min_delta; an improvement by more than min_delta is enough.",
            better=lambda loss, best, delta: loss + 2 * delta < best,
        ),
        switch(
            "min-delta-as-a-share",
            "You use min_delta as a fraction of the best loss; it is a difference.",
            better=lambda loss, best, delta: loss < best * (1 - delta),
        ),
        switch(
            "any-change-counts",
            "You take the absolute value of the change; only a smaller loss is better.",
            better=lambda loss, best, delta: abs(loss - best) > delta,
        ),
        switch(
            "previous-epoch",
            "You compare each loss with the previous epoch; compare it with the best loss so far.",
            reference=lambda _best, loss, _first, _improved: loss,
        ),
        switch(
            "first-epoch-for-all",
            "You compare every loss with the first one; compare it with the best loss so far.",
            reference=lambda _best, _loss, first, _improved: first,
        ),
        switch(
            "small-gains-taken",
            "You lower the best loss after improvements smaller than min_delta too; leave "
            "it unchanged then.",
            reference=lambda best, loss, _first, _improved: min(best, loss),
        ),
        switch(
            "swapped",
            "You return the two epochs in the wrong order; return (stop_epoch, best_epoch).",
            result=lambda pair: tuple(pair)[::-1],
        ),
        switch(
            "counted-from-one",
            "You count epochs from 1; the first epoch has number 0.",
            result=lambda pair: (pair[0] + 1, pair[1] + 1),
        ),
        switch(
            "stop-only",
            "You return only the stop epoch; return the pair (stop_epoch, best_epoch).",
            result=lambda pair: pair[0],
        ),
        switch(
            "stop-counted-from-one",
            "Your stop_epoch is too large by 1; return the number of the last epoch.",
            stop_epoch=lambda _losses, stop, _best: stop + 1,
        ),
        switch(
            "before-patience",
            "Your stop_epoch is too small by 1; return the number of the last epoch.",
            stop_epoch=lambda _losses, stop, _best: stop - 1,
        ),
        switch(
            "best-twice",
            "Your stop_epoch is the best epoch; return the epoch after which training stops.",
            stop_epoch=lambda _losses, _stop, best: best,
        ),
        switch(
            "stop-loss",
            "Your stop_epoch is a loss; return the number of the epoch.",
            stop_epoch=lambda losses, stop, _best: losses[stop],
        ),
        switch(
            "loss-for-epoch",
            "Your best_epoch is the best loss; return the number of its epoch.",
            best_epoch=lambda losses, _stop, best: losses[best],
        ),
        switch(
            "best-of-all",
            "Your best_epoch is the smallest loss of all epochs; later epochs than the "
            "stop do not count.",
            best_epoch=lambda losses, _stop, _best: int(np.argmin(losses)),
        ),
        switch(
            "best-without-min-delta",
            "Your best_epoch is the smallest loss until the stop; improvements up to "
            "min_delta must not count.",
            best_epoch=lambda losses, stop, _best: int(np.argmin(losses[: stop + 1])),
        ),
        switch(
            "last-of-the-best",
            "Your best_epoch is the last one with the smallest loss; an equal loss is not better.",
            best_epoch=_last_smallest,
        ),
        switch(
            "largest-loss",
            "Your best_epoch is the one with the largest loss; the smallest loss is best.",
            best_epoch=lambda losses, _stop, _best: int(np.argmax(losses)),
        ),
        switch(
            "stop-twice",
            "Your best_epoch is the stop epoch; return the epoch with the best loss.",
            best_epoch=lambda _losses, stop, _best: stop,
        ),
        switch(
            "epochs-since-best",
            "Your best_epoch is the number of epochs since the best one; return its own number.",
            best_epoch=lambda _losses, stop, best: stop - best,
        ),
        switch(
            "one-before-the-stop",
            "Your best_epoch is the epoch before the stop; return the last epoch that was better.",
            best_epoch=lambda _losses, stop, _best: stop - 1,
        ),
        switch(
            "nothing-without-a-stop",
            "If training never stops, your stop_epoch is None; return the last epoch.",
            at_end=lambda _losses, _best: None,
        ),
        switch(
            "zero-without-a-stop",
            "If training never stops, your stop_epoch is 0; return the last epoch.",
            at_end=lambda _losses, _best: 0,
        ),
        switch(
            "minus-one-without-a-stop",
            "If training never stops, your stop_epoch is −1; return the last epoch.",
            at_end=lambda _losses, _best: -1,
        ),
        switch(
            "beyond-the-end",
            "If training never stops, your stop_epoch is len(val_losses); the last epoch "
            "is one less.",
            at_end=lambda losses, _best: len(losses),
        ),
        switch(
            "best-without-a-stop",
            "If training never stops, your stop_epoch is the best epoch; return the last epoch.",
            at_end=lambda _losses, best: best,
        ),
        Misconception(
            "nothing-at-all-without-a-stop",
            _nothing_at_end,
            "If training never stops, you return None; a return after the loop is missing.",
        ),
        switch(
            "reversed",
            "You read the losses from last to first; start with epoch 0.",
            arguments=lambda losses, *options: (losses[::-1], *options),
        ),
        Misconception(
            "first-epoch-skipped",
            lambda losses, *options: _make()(losses[1:], *options) if len(losses) > 1 else (0, 0),
            "You leave out the first loss, so the epochs have wrong numbers.",
        ),
        Misconception(
            "patience-epochs-ago",
            _patience_ago,
            "You compare each loss with the one `patience` epochs before; compare it with "
            "the best loss.",
        ),
        Misconception(
            "stops-after-patience",
            lambda losses, patience, *_: (patience, int(np.argmin(losses))),
            "Your stop_epoch is always patience; count the epochs without an improvement.",
        ),
        Misconception(
            "seen-losses",
            lambda losses, *options: losses[: _make()(losses, *options)[0] + 1],
            "You return the losses until the stop; return the pair (stop_epoch, best_epoch).",
        ),
    ),
    hints=(
        "Keep the best loss, its epoch, and the number of epochs without an improvement since.",
        "Better means loss + min_delta < best. Stop after `patience` epochs without that.",
        "A loop with best, best_epoch and wait: a better epoch sets wait to 0, any other adds 1.",
    ),
)
