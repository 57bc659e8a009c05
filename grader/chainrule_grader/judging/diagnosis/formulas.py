"""A formula relates each actual number to the expected number at the same position.

A formula is only stated if it gives all actual numbers. Few and simple numbers satisfy many
formulas by chance, so it must also explain several different numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from chainrule_grader.judging.diagnosis.evidence import Pair, Wording

Array: TypeAlias = NDArray[Any]

SIMPLE: Final = (-1.0, 0.0, 1.0)
"""Numbers that satisfy many formulas."""

EXACT: Final = 1e-12
"""The largest difference between numbers that count as one constant."""

COUNTS: Final = ("entries", "rows", "columns")


@dataclass(frozen=True, eq=False)
class Entries:
    """Numbers of several results in one row: expected, actual, and what belongs to each of them."""

    correct: Array
    got: Array
    tolerance: Array
    integers: bool
    """Whether all results have an integer dtype."""
    arguments: dict[int, Array]
    """For each argument of the results' shape, its entries."""
    factors: dict[str, Array]
    """The arguments that are single numbers, and their differences from 1, by their names."""
    counts: dict[str, Array]
    """The numbers of rows, columns and entries, by their names."""

    def near(self, guess: Array) -> Array:
        """Return for each number whether it is what a guess says."""
        allowed = self.tolerance * np.maximum(1, np.abs(guess))
        return np.asarray(np.isfinite(guess) & (np.abs(self.got - guess) <= allowed))

    def telling(self, guess: Array) -> Array:
        """Return for each number whether a guess clearly differs from the expected number."""
        allowed = self.tolerance * np.maximum(1, np.abs(self.correct))
        return np.asarray(np.abs(guess - self.correct) > 5 * allowed)


def collect(pairs: Sequence[Pair], masks: Sequence[Array], words: Wording) -> Entries:
    """Put the numbers at some positions of all results in one row."""
    masks = [
        mask & np.isfinite(pair.correct) & np.isfinite(pair.got)
        for pair, mask in zip(pairs, masks, strict=True)
    ]

    sizes = [np.count_nonzero(mask) for mask in masks]

    def row(arrays: Sequence[Array]) -> Array:
        return np.concatenate([array[mask] for array, mask in zip(arrays, masks, strict=True)])

    def repeated(values: Sequence[float]) -> Array:
        return np.repeat(np.asarray(values, dtype=np.float64), sizes)

    positions = range(min((len(pair.args) for pair in pairs), default=0))
    arguments = {i: [pair.argument(i) for pair in pairs] for i in positions}
    each = [_counts(pair) for pair in pairs]
    owner = _owner(pairs, words)
    return Entries(
        row([pair.correct for pair in pairs]),
        row([pair.got for pair in pairs]),
        repeated([pair.tolerance for pair in pairs]),
        all(pair.integers for pair in pairs),
        {
            i: row([one for one in found if one is not None]).astype(np.float64)
            for i, found in arguments.items()
            if not any(one is None for one in found)
        },
        {text: repeated(found) for text, found in _factors(pairs, words).items()},
        {
            f"the number of {name} of {owner}": repeated([counts[name] for counts in each])
            for name in COUNTS
            if owner and all(name in counts for counts in each)
        },
    )


def _factors(pairs: Sequence[Pair], words: Wording) -> dict[str, list[float]]:
    """Return factors that may be forgotten: arguments that are single numbers in all calls."""
    found = {}
    for position in range(min((len(pair.args) for pair in pairs), default=0)):
        values = [pair.args[position] for pair in pairs]
        if all(isinstance(value, float) and np.isfinite(value) for value in values):
            name = words.argument(position)
            found[name] = values
            found[f"1 − {name}"] = [1 - value for value in values]
    return found


def _counts(pair: Pair) -> dict[str, int]:
    """Return the counts that a sum or a mean may have confused, in the first array."""
    array = pair.first_array[1] if pair.first_array else pair.correct
    if not array.ndim:
        return {}
    counts = {"entries": array.size, "rows": len(array)}
    return counts | ({"columns": array.shape[1]} if array.ndim > 1 else {})


def _owner(pairs: Sequence[Pair], words: Wording) -> str:
    """Return what the counts belong to: an argument or a result; "" if that differs."""
    owners = {pair.first_array[0] if pair.first_array else -1 for pair in pairs}
    if len(owners) != 1 or (-1 in owners and len({pair.part for pair in pairs}) > 1):
        return ""
    position = owners.pop()
    return words.whole if position < 0 else words.argument(position)


def predicates(entries: Entries, words: Wording) -> Iterator[str]:
    """Yield what is true of every number, the most specific first: "has the wrong sign"."""
    if entries.got.size < 2:
        return
    yield from _facts(entries, words)
    formulas = (*_scaled(entries), *_rounded(entries), *_functions(entries), *_clipped(entries))
    for predicate, guess, needed in formulas:
        if (
            entries.near(guess).all()
            and _distinct(entries.correct, entries.telling(guess)) > needed
        ):
            yield predicate
    yield from _forgotten(entries)
    yield from _counted(entries)


Formula: TypeAlias = tuple[str, Array, int]
"""A predicate, the numbers that it says, and how many different numbers prove too little."""


def _distinct(numbers: Array, mask: Array) -> int:
    """Return how many different numbers there are, without the simple ones."""
    different = np.unique(np.round(numbers[mask], 6))
    return int((~np.isin(different, SIMPLE)).sum())


def _facts(entries: Entries, words: Wording) -> Iterator[str]:
    """Yield what the actual numbers are, whatever is expected."""
    correct, got = entries.correct, entries.got
    if np.ptp(got) <= EXACT * max(1, abs(got[0])) and (np.ptp(correct) or not got.any()):
        yield f"is {constant(float(got[0]), got, entries.tolerance)}"
    for position, argument in entries.arguments.items():
        if entries.near(argument).all() and len(np.unique(argument)) > 1:
            yield f"is the same as in the argument {words.argument(position)}"
    if np.isin(correct, (0, 1)).all() and np.array_equal(got, 1 - correct) and np.ptp(correct):
        yield "is 0 instead of 1, or 1 instead of 0"


def _scaled(entries: Entries) -> Iterator[Formula]:
    """Yield the wrong sign, one factor, and one shift."""
    correct, got = entries.correct, entries.got
    # Signs of -1, 0 and 1 are as telling as others.
    signs = len(np.unique(np.round(correct[entries.telling(-correct)], 6)))
    yield "has the wrong sign", -correct, 1 if signs < 2 else -1
    largest = np.abs(correct).argmax()
    factor = got[largest] / correct[largest] if correct[largest] else 0.0
    if factor and factor != 1 and np.isfinite(factor):
        yield _factor_words(factor, correct, entries)
    shift = float(got[0] - correct[0])
    if shift and np.isfinite(shift):
        text = constant(shift, got - correct, entries.tolerance)
        side = "large" if shift > 0 else "small"
        yield f"is too {side} by {text.removeprefix('-')}", correct + float(text), 1


def _factor_words(factor: float, correct: Array, entries: Entries) -> Formula:
    """Return the formula of a factor: a whole number of times too large or too small, if it is."""
    sign = "has the wrong sign and " if factor < 0 else ""
    for size, side in ((abs(factor), "large"), (1 / abs(factor), "small")):
        whole = float(np.round(size))
        exact = np.sign(factor) * (whole if side == "large" else 1 / max(whole, 1))
        if whole > 1 and entries.near(exact * correct).all():
            return f"{sign}is {whole:.0f} times too {side}", exact * correct, 1
    for digits in range(3, 12):
        rounded = float(f"{factor:.{digits}g}")
        if entries.near(rounded * correct).all():
            break
    return f"is {rounded:.{digits}g} times the expected number", rounded * correct, 1


def constant(value: float, same: Array, tolerance: Array) -> str:
    """Write one value of equal numbers with as few digits as are true of all of them."""
    for digits in range(1, 17):
        text = f"{value:.{digits}g}"
        allowed = tolerance * np.maximum(1, np.abs(same))
        if (np.abs(same - float(text)) <= allowed / 2).all():
            break
    return "0" if float(text) == 0 else text


def _rounded(entries: Entries) -> Iterator[Formula]:
    """Yield the ways to lose digits; a few numbers that are 0 and 1 do not prove a rounding."""
    correct, got = entries.correct, entries.got
    whole = _distinct(got, np.full(got.shape, True)) > 1 or (entries.integers and got.any())
    if whole and np.ptp(got):
        yield "is cut off to an integer", np.trunc(correct), 1
        yield "is rounded down to an integer", np.floor(correct), 1
        yield "is rounded to an integer", np.round(correct), 1
    if np.ptp(got):
        for digits in range(1, 5):
            plural = "s" if digits > 1 else ""
            yield f"is rounded to {digits} decimal{plural}", np.round(correct, digits), 2


def _functions(entries: Entries) -> Iterator[Formula]:
    """Yield functions of the expected number."""
    correct = entries.correct
    expected = "of the expected number"
    yield f"is the absolute value {expected}", np.abs(correct), 1
    yield f"is the square {expected}", correct**2, 1
    yield f"is the square root {expected}", np.sqrt(correct), 1
    yield "is 1 minus the expected number", 1 - correct, 1
    yield "is 1 divided by the expected number", 1 / correct, 1
    yield f"is the logarithm {expected}", np.log(correct), 1
    yield f"is minus the logarithm {expected}", -np.log(correct), 1
    yield f"is the exponential {expected}", np.exp(correct), 1


def _clipped(entries: Entries) -> Iterator[Formula]:
    """Yield that numbers are clipped, if there are others that are not."""
    correct, got = entries.correct, entries.got
    low, high = float(got.min()), float(got.max())
    between = (correct > low) & (correct < high)
    if _distinct(correct, between) < 2:
        return
    texts = [constant(end, np.array([end]), entries.tolerance[:1]) for end in (low, high)]
    bottom, top = map(float, texts)
    yield f"is limited to at most {texts[1]}", np.minimum(correct, top), 1
    yield f"is limited to at least {texts[0]}", np.maximum(correct, bottom), 1
    yield f"is limited to the range from {texts[0]} to {texts[1]}", np.clip(correct, bottom, top), 1


def _forgotten(entries: Entries) -> Iterator[str]:
    """Yield that a factor is missing, or is there although it must not be."""
    correct = entries.correct
    for name, factor in entries.factors.items():
        for verb, guess in (("multiplied", correct / factor), ("divided", correct * factor)):
            telling = entries.telling(guess)
            several = len(np.unique(factor[telling])) > 1 and _distinct(correct, telling) > 1
            if several and entries.near(guess).all():
                yield f"must be {verb} by {name}"


def _counted(entries: Entries) -> Iterator[str]:
    """Yield factors that depend on a shape: a sum in place of a mean, or a mean of another axis."""
    correct = entries.correct
    for what, n in entries.counts.items():
        for text, factor in (("n", n), ("2n", 2 * n), ("n/2", n / 2), ("√n", np.sqrt(n))):
            for side, guess in (("large", correct * factor), ("small", correct / factor)):
                if not entries.near(guess).all():
                    continue
                telling = entries.telling(guess)
                if len(np.unique(n[telling])) > 1 and _distinct(correct, telling) > 1:
                    yield f"is {text} times too {side}, where n is {what}"
