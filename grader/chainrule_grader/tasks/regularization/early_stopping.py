"""When to stop: after so many epochs in which nothing got better."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Misconception, Task
from chainrule_grader.tasks.regularization._rules import (
    ended,
    first_rise,
    last_of_the_best,
    patience_ago,
    rule_with,
    stopped,
    then,
    unstopped,
)


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    """Losses in sixteenths, so that sums and differences are exact, whoever computes them."""
    yield "patience", np.array([1.0, 0.5, 0.75, 0.625, 0.25]), 2
    yield "patience", np.array([0.5, 0.75, 0.25, 0.5, 0.375, 0.25, 0.5, 0.125]), 3
    yield "patience", np.array([1.0, 0.5, 0.5, 0.5, 0.25, 0.25]), 2
    yield "patience", np.array([1.0, 1.25, 0.5, 0.25]), 1
    yield "patience", np.array([2.0, 1.0, 1.5, 1.25, 1.125, 0.5]), 3
    yield "min_delta", np.array([1.0, 0.9375, 0.875, 0.8125, 0.25]), 2, 0.125
    yield "min_delta", np.array([1.0, 0.5, 0.4375, 0.375, 0.25, 0.25, 0.5]), 3, 0.125
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


TASK = Task(
    reference=stopped,
    observe=calls(_inputs),
    misconceptions=(
        Misconception(
            "counter-not-reset",
            rule_with(forgives=False),
            "All bad epochs are counted together: a better one should begin the count anew.",
        ),
        Misconception(
            "equal-counts-as-better",
            rule_with(lambda loss, best, delta: loss + delta <= best),
            "A loss that has only just reached the mark counts as better; it should be below it.",
        ),
        Misconception(
            "larger-is-better",
            rule_with(lambda loss, best, delta: loss - delta > best),
            "It waits for the loss to rise, as if it were an accuracy.",
        ),
        Misconception(
            "one-epoch-too-late",
            rule_with(late=1),
            "It waits one bad epoch longer than its patience.",
        ),
        Misconception(
            "one-epoch-too-early",
            rule_with(late=-1),
            "It stops one bad epoch before its patience is at an end.",
        ),
        Misconception(
            "min-delta-on-the-wrong-side",
            rule_with(lambda loss, best, delta: loss - delta < best),
            "min_delta is on the wrong side: even a loss that is a little worse counts as better.",
        ),
        Misconception(
            "min-delta-ignored",
            rule_with(lambda loss, best, _delta: loss < best),
            "min_delta has no effect: however small, every gain counts as better.",
        ),
        Misconception(
            "min-delta-as-a-share",
            rule_with(lambda loss, best, delta: loss < best * (1 - delta)),
            "min_delta is taken as a share of the best loss; it is a difference.",
        ),
        Misconception(
            "any-change-counts",
            rule_with(lambda loss, best, delta: abs(loss - best) > delta),
            "A change for the worse counts as better too: the sign of the difference is lost.",
        ),
        Misconception(
            "previous-epoch",
            rule_with(previous=True),
            "Each loss is compared with the epoch before, and not with the best so far.",
        ),
        Misconception(
            "previous-epoch-best-so-far",
            then(
                lambda stop, _best, losses: (stop, int(np.argmin(losses[: stop + 1]))),
                rule_with(previous=True),
            ),
            "Patience compares each loss with the epoch before, and not with the best so far.",
        ),
        Misconception(
            "small-gains-taken",
            rule_with(creeps=True),
            "A gain that is too small to count still moves the mark for the epochs after it.",
        ),
        Misconception(
            "best-of-all",
            then(lambda stop, _best, losses: (stop, int(np.argmin(losses)))),
            "The best epoch is looked for among all losses, even those that were never reached.",
        ),
        Misconception(
            "best-without-min-delta",
            then(lambda stop, _best, losses: (stop, int(np.argmin(losses[: stop + 1])))),
            "The best epoch is the lowest loss, even where its gain was too small to count.",
        ),
        Misconception(
            "last-of-the-best",
            last_of_the_best,
            "Among equal losses the last one is named the best; it was no better than the first.",
        ),
        Misconception(
            "patience-ignored",
            first_rise,
            "It stops at the first bad epoch, however patient it should be.",
        ),
        Misconception(
            "never-stops",
            lambda losses, *_options: (len(losses) - 1, int(np.argmin(losses))),
            "It goes on to the last epoch, whatever the losses do.",
        ),
        Misconception(
            "counted-from-one",
            then(lambda stop, best, _losses: (stop + 1, best + 1)),
            "The epochs are counted from 1; the first one has the number 0.",
        ),
        Misconception(
            "stop-counted-from-one",
            then(lambda stop, best, _losses: (stop + 1, best)),
            "The stop is one epoch too late: the epoch that uses up the patience is the last.",
        ),
        Misconception(
            "swapped",
            then(lambda stop, best, _losses: (best, stop)),
            "The two epochs come in the wrong order: first where it stops, then the best.",
        ),
        Misconception(
            "best-twice",
            then(lambda _stop, best, _losses: (best, best)),
            "It says that training stops at the best epoch; nobody knows yet that it was the best.",
        ),
        Misconception(
            "stop-twice",
            then(lambda stop, _best, _losses: (stop, stop)),
            "The epoch where it stops is named the best, though patience has run out by then.",
        ),
        Misconception(
            "loss-for-epoch",
            then(lambda stop, best, losses: (stop, losses[best])),
            "The second result is the best loss; its epoch is asked for.",
        ),
        Misconception(
            "stop-only",
            then(lambda stop, _best, _losses: stop),
            "Only one epoch comes back: the pair is where it stops and which was best.",
        ),
        Misconception(
            "before-patience",
            then(lambda stop, best, _losses: (stop - 1, best)),
            "The stop is named one epoch before it happens.",
        ),
        Misconception(
            "nothing-without-a-stop",
            unstopped(lambda _losses, _best: None),
            "Where training is never stopped there is None for the epoch at which it ends.",
        ),
        Misconception(
            "nothing-at-all-without-a-stop",
            lambda losses, *options: stopped(losses, *options) if ended(losses, *options) else None,
            "Where training is never stopped nothing comes back: look for a missing return.",
        ),
        Misconception(
            "zero-without-a-stop",
            unstopped(lambda _losses, _best: 0),
            "Where training is never stopped it says epoch 0, and that was only the first.",
        ),
        Misconception(
            "minus-one-without-a-stop",
            unstopped(lambda _losses, _best: -1),
            "Where training is never stopped it says −1, which is no epoch.",
        ),
        Misconception(
            "beyond-the-end",
            unstopped(lambda losses, _best: len(losses)),
            "Where training is never stopped it names an epoch after the last one.",
        ),
        Misconception(
            "best-without-a-stop",
            unstopped(lambda _losses, best: best),
            "Where training is never stopped it names the best epoch as the end.",
        ),
        Misconception(
            "losses-for-epochs",
            then(lambda stop, best, losses: (losses[stop], losses[best])),
            "Two losses come back; their epochs are asked for.",
        ),
        Misconception(
            "patience-epochs-ago",
            patience_ago,
            "Each loss is compared with the one `patience` epochs before, and not with the best.",
        ),
        Misconception(
            "first-epoch-skipped",
            lambda losses, *options: stopped(losses[1:], *options) if len(losses) > 1 else (0, 0),
            "The first loss is skipped, so that the epochs have the wrong numbers.",
        ),
        Misconception(
            "stops-after-patience",
            lambda losses, patience, *_: (patience, int(np.argmin(losses))),
            "Patience is counted from the first epoch, whatever the losses are.",
        ),
    ),
    hints=(
        "Remember the best loss and its epoch, and count how long ago that was.",
        "Better: loss + min_delta < best. After `patience` epochs in a row that are not, stop.",
        "A loop with best, best_epoch and wait: a better epoch sets wait to 0, any other adds 1.",
    ),
)
