"""Pairs of mistakes are ranked by what the two mistakes do, each for itself.

A mistake that only changes the returned value is applied to what the other mistake returns. For
all other pairs, the numbers of the first observations are predicted in three ways: the two changes
add up, or each multiplies the result, or each multiplies the change of the first argument, such as
the step of an optimizer. The more numbers of the student's a prediction gives, the earlier a pair
is tried.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from chainrule_grader.judging.comparison import as_array, leaves, same_results
from chainrule_grader.judging.task import Misconception, Observation, Task
from chainrule_grader.judging.variants import compatible, observations, observe_right_answer

Array: TypeAlias = NDArray[Any]

PREFIX: Final = 20
"""The number of observations by which pairs are ranked."""
LARGEST: Final = 200
"""The largest number of numbers of a result that are compared."""


def ranked_pairs(
    task: Task, convention: int, name: str, seed: int, seen: Sequence[Observation]
) -> Iterator[tuple[Misconception, Misconception]]:
    """Yield pairs of mistakes that can be combined, the most promising first."""
    right = observe_right_answer(task, convention, name, seed)[:PREFIX]
    given = seen[:PREFIX]
    possible: list[Misconception] = []
    observed: list[list[Observation]] = []
    for mistake in task.misconceptions:
        made = observations(task, convention, (mistake,), name, seed)
        if mistake.wrong is None and made is not None:
            possible.append(mistake)
            observed.append([*itertools.islice(made, PREFIX)])
    if len(possible) < 2:
        return
    rows = np.array([_numbers(own, right) for own in observed])
    scores = _scores(rows, _numbers(right, right), _numbers(given, right), _bases(right))
    for pair in _returned(possible, observed, right, given, task.tolerance):
        scores[pair] = rows.shape[1] + 1
    pairs = [*itertools.combinations(range(len(possible)), 2)]
    for i, j in sorted(pairs, key=lambda pair: -scores[pair]):
        if compatible(possible[i], possible[j]):
            yield possible[i], possible[j]


def _returned(
    possible: Sequence[Misconception],
    observed: Sequence[Sequence[Observation]],
    right: Sequence[Observation],
    given: Sequence[Observation],
    tolerance: float,
) -> Iterator[tuple[int, int]]:
    """Yield pairs in which one mistake's change of the other's result gives the student's result.

    The first wrong result is looked at, if it is what a call returned.
    """
    wrong = (
        index
        for index, (correct, seen) in enumerate(zip(right, given, strict=False))
        if not same_results(correct, seen, tolerance)
    )
    index = next(wrong, len(right))
    if index == len(right) or not right[index].args or given[index].outcome.failure:
        return
    target = given[index].outcome.value
    changes = [
        (j, one.pieces["result"]) for j, one in enumerate(possible) if [*one.pieces] == ["result"]
    ]
    for (j, change), i in itertools.product(changes, range(len(possible))):
        one = observed[i][index] if index < len(observed[i]) else None
        if i == j or one is None or one.outcome.failure:
            continue
        value = _changed(change, one.outcome.value)
        if not any(aspect for *_, aspect in leaves(value, target, tolerance)):
            yield min(i, j), max(i, j)


def _changed(change: Callable[[Any], Any], value: Any) -> Any:
    """Return a changed result, or None if the change cannot be applied to this kind of result."""
    try:
        with np.errstate(all="ignore"):
            return change(value)
    except Exception:  # noqa: BLE001  a change is made for the results of right answers
        return None


def _numbers(observed: Sequence[Observation], right: Sequence[Observation]) -> Array:
    """Return the numbers of all results in one row; those that cannot be compared are NaN."""
    row = [np.zeros(0)]
    for one, correct in itertools.zip_longest(observed[: len(right)], right):
        value = None if one is None else one.outcome.value
        found = {
            path: as_array(actual)
            for path, _, actual, _ in leaves(correct.outcome.value, value, 0.0)
        }
        for path, array in _arrays(correct):
            actual = found.get(path)
            if actual is None or actual.size != array.size:
                actual = np.full(array.size, np.nan)
            row.append(np.ravel(actual))
    return np.concatenate(row).astype(float)


def _bases(right: Sequence[Observation]) -> Array:
    """Return the entries of the first argument that belong to the numbers of the results, or 0."""
    row = [np.zeros(0)]
    for correct in right:
        base = as_array(correct.args[0]) if correct.args else None
        for _, array in _arrays(correct):
            fits = base is not None and base.shape == array.shape
            row.append(np.ravel(base) if fits and base is not None else np.zeros(array.size))
    return np.concatenate(row).astype(float)


def _arrays(observation: Observation) -> Iterator[tuple[str, Array]]:
    """Yield the arrays of a right result that are not large, with their positions."""
    value = observation.outcome.value
    for path, expected, _, _ in leaves(value, value, 0.0):
        array = as_array(expected)
        if array is not None and array.size <= LARGEST:
            yield path, array


def _scores(rows: Array, right: Array, given: Array, bases: Array) -> Array:
    """Return for each pair how many of the given numbers the best prediction gives."""
    if not given.size:
        return np.zeros((len(rows), len(rows)))
    one, other = rows[:, np.newaxis], rows[np.newaxis]
    with np.errstate(all="ignore"):
        predictions = (
            one + other - right,
            one * other / right,
            bases + (one - bases) * (other - bases) / (right - bases),
        )
        counts = [
            (
                (np.abs(guess - given) <= 1e-5 * np.maximum(1, np.abs(given)))
                | (np.isnan(guess) & np.isnan(given))
            ).sum(axis=-1)
            for guess in predictions
        ]
    return np.max(counts, axis=0)  # type: ignore[no-any-return]
