"""Two epochs dealt by a student's function, and the first thing that is wrong with them."""

import itertools
from collections import Counter
from typing import Any, Final, TypeAlias

import numpy as np

from chainrule_widgets.user_function import Function, UnusableError, guarded, name_of

Batch: TypeAlias = "list[list[int]]"  # pairs (which x, whose y)
_MANY: Final = 9


def epochs(function: Function, count: int, batch_size: int, seed: int) -> list[list[Batch]]:
    """Return two epochs: for every batch, pairs of the numbers of an example and of its target."""
    rng = np.random.default_rng(seed)
    X, y = np.arange(count, dtype=float)[:, np.newaxis], np.arange(count, dtype=float)
    kept = X.copy(), y.copy()
    dealt = [_epoch(function, X, y, batch_size, rng) for _ in range(2)]
    if not (np.array_equal(X, kept[0]) and np.array_equal(y, kept[1])):
        raise UnusableError("Your function changed the order of its arguments X or y.")
    return dealt


def _epoch(
    function: Function, X: Any, y: Any, batch_size: int, rng: np.random.Generator
) -> list[Batch]:
    name = name_of(function)
    with guarded(name):
        # A loop without an end would stop the lecture; more batches than this are too many.
        batches = list(itertools.islice(iter(function(X, y, batch_size, rng)), 4 * len(X)))
    return [_pairs(batch, name) for batch in batches]


def _pairs(batch: Any, name: str) -> Batch:
    try:
        X_b, y_b = batch
        which, whose = np.asarray(X_b, float).ravel(), np.asarray(y_b, float).ravel()
    except (TypeError, ValueError):
        raise UnusableError(f"{name} must yield pairs (X_b, y_b).") from None
    if len(which) != len(whose):
        raise UnusableError(f"A batch has {len(which)} rows of X and {len(whose)} targets.")
    return [[int(a), int(b)] for a, b in zip(which, whose, strict=True)]


def verdict(dealt: list[list[Batch]], count: int, batch_size: int) -> tuple[bool, str]:
    """Return whether all is as it should be, and the first thing that is not."""
    for batches in dealt:
        pairs = [pair for batch in batches for pair in batch]
        if fault := _fault(batches, pairs, count, batch_size):
            return False, fault
    orders = [[pair[0] for batch in batches for pair in batch] for batches in dealt]
    # Few examples fall into their old order by chance, and that is no fault.
    if count >= _MANY and sorted(orders[0]) in orders:
        return False, "The examples are in their old order. Shuffle them."
    if count >= _MANY and orders[0] == orders[1]:
        return False, "Both epochs have the same order. Draw a new order from rng in every epoch."
    return True, f"Every example is used once, with its own target, in {len(dealt[0])} batches."


def _fault(batches: list[Batch], pairs: list[list[int]], count: int, batch_size: int) -> str:
    times = Counter(which for which, _ in pairs)
    if wrong := [which for which, whose in pairs if which != whose]:
        return (
            f"Example {wrong[0]} has the target of another example: X and y were not shuffled "
            f"together."
        )
    if missing := sorted(set(range(count)) - set(times)):
        return f"These examples are missing in an epoch: {', '.join(map(str, missing[:8]))}."
    if twice := sorted(which for which, n in times.items() if n > 1):
        return (
            f"These examples are used more than once in an epoch: {', '.join(map(str, twice[:8]))}."
        )
    sizes = [len(batch) for batch in batches]
    expected = [min(batch_size, count - start) for start in range(0, count, batch_size)]
    if sizes != expected:
        return f"The batches have the sizes {sizes}; they must have the sizes {expected}."
    return ""
