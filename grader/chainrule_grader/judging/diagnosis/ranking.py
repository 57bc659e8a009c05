"""Pairs of mistakes are ranked by what the two mistakes do, each for itself.

The numbers of the first observations are predicted in three ways: the two changes add up, or each
multiplies the result, or each multiplies the change of the first argument, such as the step of an
optimizer. The more numbers of the student's a prediction gives, the earlier a pair is tried.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from chainrule_grader.judging.comparison import as_array, leaves
from chainrule_grader.judging.task import Misconception, Observation, Task
from chainrule_grader.judging.variants import compatible, observations, observe_right_answer

Array: TypeAlias = NDArray[Any]

PREFIX: Final = 8
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
    rows: list[Array] = []
    for mistake in task.misconceptions:
        made = observations(task, convention, (mistake,), name, seed)
        if mistake.wrong is None and made is not None:
            possible.append(mistake)
            rows.append(_numbers([*itertools.islice(made, PREFIX)], right))
    if len(possible) < 2:
        return
    scores = _scores(np.array(rows), _numbers(right, right), _numbers(given, right), _bases(right))
    pairs = [*itertools.combinations(range(len(possible)), 2)]
    for i, j in sorted(pairs, key=lambda pair: -scores[pair]):
        if compatible(possible[i], possible[j]):
            yield possible[i], possible[j]


def _numbers(observed: Sequence[Observation], right: Sequence[Observation]) -> Array:
    """Return the numbers of all results in one row; those that cannot be compared are NaN."""
    row = [np.zeros(0)]
    for one, wanted in itertools.zip_longest(observed[: len(right)], right):
        value = None if one is None else one.outcome.value
        found = {
            path: as_array(actual)
            for path, _, actual, aspect in leaves(wanted.outcome.value, value, 0.0)
            if aspect not in {"kind", "shape"}
        }
        for path, array in _arrays(wanted):
            actual = found.get(path)
            row.append(np.full(array.size, np.nan) if actual is None else np.ravel(actual))
    return np.concatenate(row).astype(float)


def _bases(right: Sequence[Observation]) -> Array:
    """Return the entries of the first argument that belong to the numbers of the results, or 0."""
    row = [np.zeros(0)]
    for wanted in right:
        base = as_array(wanted.args[0]) if wanted.args else None
        for _, array in _arrays(wanted):
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
