"""Numbers that stand at wrong positions, or that are wrong only at some positions of a result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from chainrule_grader.judging.comparison import close
from chainrule_grader.judging.diagnosis.evidence import Pair, Wording
from chainrule_grader.judging.diagnosis.formulas import SIMPLE

Array: TypeAlias = NDArray[Any]

ITEMS: dict[int, str] = {1: "number", 2: "row", 3: "matrix"}
"""What stands along the first axis of an array, by the number of axes."""
PLURALS = {"number": "numbers", "row": "rows", "matrix": "matrices", "column": "columns"}


def exchanged_positions(pairs: Sequence[Pair], words: Wording) -> Iterator[str]:
    """Yield how right numbers stand at wrong positions, the most specific first."""
    if not _varied(pairs):
        return
    place = f"in {words.whole}"
    if all(p.correct.ndim < 3 and p.equals(p.correct.T) for p in pairs):
        yield f"{words.whole} {words.be} transposed"
    for item, turned in _along_axes(pairs):
        many = PLURALS[item]
        if all(_same(p, p.correct[::-1], p.got) for p in turned):
            yield f"{place}, the {many} are in reversed order"
        yield from (f"{place}, {text}" for text in _shifted_by_one(turned, item))
        if all(map(_items_exchanged, turned)):
            sometimes = "" if all(p.is_wrong for p in pairs) else "sometimes "
            yield f"{place}, the {many} are right, but {sometimes}in a wrong order"
    if all(map(_numbers_exchanged, pairs)):
        sometimes = "" if all(p.is_wrong for p in pairs) else "sometimes "
        yield f"{place}, the numbers are right, but {sometimes}in a wrong order"


def wrong_positions(pairs: Sequence[Pair], words: Wording) -> Iterator[str]:
    """Yield at which positions of every result the wrong numbers are."""
    if any(pair.elementwise for pair in pairs):
        return  # A position means nothing if each entry depends on one entry of the argument.
    place = f"in {words.whole}"
    ever = "" if all(pair.is_wrong for pair in pairs) else "ever "
    for item, turned in _along_axes(pairs):
        wrong = [np.asarray(p.wrong.reshape(len(p.correct), -1).any(axis=1)) for p in turned]
        if max(map(len, wrong)) < 2 or sum(map(len, wrong)) < 3:
            continue
        for which, index in (("last", -1), ("first", 0)):
            rest = [np.delete(w, index) for w in wrong]
            if not any(r.any() for r in rest):
                yield f"{place}, only the {which} {item} is {ever}wrong"
        for which, index in (("first", 0), ("last", -1)):
            rest = [np.delete(w, index) for w in wrong]
            if not any(w[index] for w in wrong) and all(r.all() for r in rest):
                yield f"{place}, only the {which} {item} is right"
    yield from (f"{place}, only the diagonal is {text}" for text in _diagonal(pairs, ever))


def _diagonal(pairs: Sequence[Pair], ever: str) -> Iterator[str]:
    """Yield that only the diagonals of square matrices are wrong, or right."""
    if any(p.correct.ndim != 2 or p.correct.shape[0] != p.correct.shape[1] for p in pairs):
        return
    if max(len(p.correct) for p in pairs) < 3:
        return
    both = [(p.wrong, np.eye(len(p.correct), dtype=bool)) for p in pairs]
    if not any(wrong[~diagonal].any() for wrong, diagonal in both):
        yield f"{ever}wrong"
    if all(wrong[~diagonal].all() and not wrong[diagonal].any() for wrong, diagonal in both):
        yield "right"


def equal_items(pairs: Sequence[Pair], words: Wording) -> Iterator[str]:
    """Yield that numbers, rows or columns are equal that should be different."""
    if not _one_for_each_call(pairs):
        return
    long = [p for p in pairs if p.correct.size > 1]
    if any(np.ptp(p.correct) for p in long) and all(np.ptp(p.got) == 0 for p in long):
        yield f"in each call, all numbers in {words.whole} are equal"
    for item, turned in _along_axes(pairs):
        several = [p for p in turned if p.correct.ndim > 1 and len(p.correct) > 1]
        differ = any((p.correct != p.correct[:1]).any() for p in several)
        if differ and all((p.got == p.got[:1]).all() for p in several):
            yield f"in each call, all {PLURALS[item]} of {words.whole} are equal"


def common_errors(pairs: Sequence[Pair], words: Wording) -> Iterator[str]:
    """Yield that each result, column or row has one shift or one factor, with different values."""
    place = f"in {words.whole}"
    if _one_for_each_call(pairs):
        yield from (
            f"in each call, all numbers in {words.whole} are off by one {what}"
            for what in _off(pairs)
        )
    if any(p.correct.ndim != 2 for p in pairs) or not any(p.wrong.sum() > 3 for p in pairs):
        return
    for item, turned in _along_axes(pairs):
        lines = [_line(p, i) for p in turned for i in range(len(p.correct))]
        if all(line.correct.size > 1 for line in lines):
            yield from (f"{place}, each {item} is off by a {what}" for what in _off(lines))
    if all(map(_sums_right, pairs)):
        yield f"{place}, the sum of every row is right, but numbers in the rows are wrong"


def _off(pairs: Sequence[Pair]) -> Iterator[str]:
    """Yield what is wrong with each of several results: a constant, or a factor."""
    if any(map(_is_long, pairs)) and all(p.is_wrong and _off_by_a_number(p) for p in pairs):
        yield "constant"
    scaled = [pair for pair in pairs if pair.correct.any() or pair.is_wrong]
    if any(map(_is_long, scaled)) and all(p.is_wrong and _off_by_a_factor(p) for p in scaled):
        yield "factor"


def _is_long(pair: Pair) -> bool:
    """Return whether a result has enough different numbers to show a common error."""
    return len(np.setdiff1d(np.round(pair.correct[pair.wrong], 6), SIMPLE)) > 1


def _one_for_each_call(pairs: Sequence[Pair]) -> bool:
    """Return whether each pair is all that is described of one call."""
    return len({(pair.part, pair.path) for pair in pairs}) == 1


def _varied(pairs: Sequence[Pair]) -> bool:
    """Return whether enough different numbers are wrong to recognise them at other positions."""
    wrong = [np.round(pair.correct[pair.wrong], 6) for pair in pairs]
    different = np.unique(np.concatenate(wrong)) if wrong else np.array([])
    return len(different) > 2 or int((~np.isin(different, SIMPLE)).sum()) > 1


def _along_axes(pairs: Sequence[Pair]) -> Iterator[tuple[str, list[Pair]]]:
    """Yield the rows (or numbers, or matrices) of all results, then the columns of matrices."""
    axes = {pair.correct.ndim for pair in pairs}
    if len(axes) != 1 or not axes <= ITEMS.keys() or not pairs:
        return
    count = axes.pop()
    yield ITEMS[count], list(pairs)
    if count == 2:
        yield "column", [Pair(p.correct.T, p.got.T, p.tolerance) for p in pairs]


def _line(pair: Pair, index: int) -> Pair:
    return Pair(pair.correct[index], pair.got[index], pair.tolerance)


def _same(pair: Pair, one: Array, other: Array) -> bool:
    """Return whether two arrays are equal within a pair's tolerance."""
    return bool(close(one, other, pair.tolerance).all())


def _shifted_by_one(pairs: Sequence[Pair], item: str) -> Iterator[str]:
    """Yield that everything is shifted by one position; equal neighbours cannot show it."""
    if max(len(p.correct) for p in pairs) < 3 or any(len(p.correct) < 2 for p in pairs):
        return
    for p in pairs:
        same = close(p.correct[1:], p.correct[:-1], p.tolerance)
        if same.reshape(len(same), -1).all(axis=1).any():
            return
    if all(_same(p, p.correct[1:], p.got[:-1]) for p in pairs):
        yield f"every {item} is one position too early"
    if all(_same(p, p.correct[:-1], p.got[1:]) for p in pairs):
        yield f"every {item} is one position too late"


def _items_exchanged(pair: Pair) -> bool:
    """Return whether the rows are those of the expected result, in any order."""
    if pair.correct.ndim < 2:
        return False
    rows = [np.reshape(array, (len(array), -1)) for array in (pair.correct, pair.got)]
    left = list(rows[1])
    for row in rows[0]:
        at = [i for i, other in enumerate(left) if _same(pair, row, other)]
        if not at:
            return False
        del left[at[0]]
    return True


def _numbers_exchanged(pair: Pair) -> bool:
    """Return whether the numbers are those of the expected result, in any order."""
    correct, got = (np.sort(array, axis=None) for array in (pair.correct, pair.got))
    return bool(close(correct, got, pair.tolerance).all())


def _off_by_a_factor(pair: Pair) -> bool:
    """Return whether one factor gives all actual numbers."""
    largest = np.abs(pair.correct).argmax()
    correct, got = pair.correct.flat[largest], pair.got.flat[largest]
    return bool(correct) and bool(got) and pair.equals(got / correct * pair.correct)


def _off_by_a_number(pair: Pair) -> bool:
    """Return whether one constant gives all actual numbers."""
    return pair.equals(pair.correct + (pair.got - pair.correct).flat[0])


def _sums_right(pair: Pair) -> bool:
    """Return whether the errors of each row sum to zero."""
    if pair.correct.shape[-1] < 2:
        return False
    correct, got = pair.correct.sum(axis=-1), pair.got.sum(axis=-1)
    return bool((np.isfinite(got) & close(correct, got, pair.tolerance)).all())
