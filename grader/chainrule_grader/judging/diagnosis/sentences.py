"""A sentence describes the difference between an expected and an actual result."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from chainrule_grader.judging.comparison import Comparison, as_array
from chainrule_grader.judging.diagnosis.conditions import conditions
from chainrule_grader.judging.diagnosis.evidence import (
    Pair,
    Wording,
    capitalized,
    is_evidence,
    part_of,
    wording,
)
from chainrule_grader.judging.diagnosis.relations import relation
from chainrule_grader.judging.diagnosis.shapes import shape_sentence
from chainrule_grader.judging.formatting import MOST_ITEMS, cut, listed, type_in_words
from chainrule_grader.judging.task import Task

Array: TypeAlias = NDArray[Any]

GENERIC_ENDING: Final = "returns wrong numbers."
"""The end of a sentence that names no relation between actual and expected numbers."""


def sentence(task: Task, name: str, one: Comparison, comparisons: Sequence[Comparison]) -> str:
    """Describe a difference; what is said is true of all comparisons.

    The sentence has the `GENERIC_ENDING` if it says only that numbers are wrong.
    """
    part = part_of(task, one)
    words = wording(task, name, comparisons, *filter(None, [part]))
    same = [
        other for other in comparisons if is_evidence(name, other) and part_of(task, other) == part
    ]
    match one.aspect:
        case "missing":
            return f"{name} returns fewer results than expected."
        case "kind":
            return _type_sentence(task, words, one, same)
        case "shape":
            return shape_sentence(words, one, same)
        case "finiteness":
            return _finiteness_sentence(words, one, same)
    found = relation(task, name, comparisons, one)
    return found or _wrong_parts(task, comparisons) or f"{name} {GENERIC_ENDING}"


def _wrong_parts(task: Task, comparisons: Sequence[Comparison]) -> str:
    """Say which parts of a result are wrong, if others never are, or return ""."""
    results = [one for one in comparisons if one.aspect != "changed"]
    parts = {part_of(task, one) for one in results}
    differ = [one for one in results if not one.agrees]
    wrong = list(dict.fromkeys(part_of(task, one) for one in differ))
    others = any(one.aspect != "value" or one.message for one in differ)
    if others or "" in parts or len(wrong) == len(parts) or len(wrong) > 2:
        return ""
    be = "is" if len(wrong) == 1 else "are"
    return f"Only {listed(wrong)} {be} wrong; the other parts of the result are right."


def _type_sentence(task: Task, words: Wording, one: Comparison, same: list[Comparison]) -> str:
    """Describe a result of a wrong kind, such as a string."""
    name, expected, actual = words.name, one.expected, one.actual
    where = f" for {words.parts[0]}" if words.parts else ""
    if actual is None:
        if all(other.actual is None for other in same):
            return f"{name} returns None{where}; return the result."
        return f"{name} returns None{where} in some cases; return a result in every case."
    if isinstance(expected, dict) and isinstance(actual, dict):
        return f"{name} returns {_keys(actual)}{where}; return {_keys(expected)}."
    returned = type_in_words(actual)
    if isinstance(expected, (list, tuple)) and isinstance(actual, (list, tuple)):
        returned = f"a {type(actual).__name__} of {len(actual)}"
    return f"{name} returns {returned}{where}; return {_needed(task, one)}."


def _keys(value: dict[Any, Any]) -> str:
    """Describe a dict by its keys."""
    if not value:
        return "an empty dict"
    if len(value) > MOST_ITEMS:
        return type_in_words(value)
    return f"a dict with {listed([cut(repr(key), 20) for key in value])}"


def _needed(task: Task, one: Comparison) -> str:
    """Describe what must be returned in place of something of a wrong kind."""
    expected = one.expected
    if as_array(expected) is not None:
        several = isinstance(one.actual, (list, tuple))
        if np.ndim(expected):
            return "one array of numbers" if several else "an array of numbers"
        return "one number" if several else "a number"
    if isinstance(expected, (list, tuple)):
        kind = f"a {type(expected).__name__} of {len(expected)}"
        named = not one.path and len(task.parts) == len(expected)
        return f"{kind}: {listed(task.parts)}" if named else kind
    return type_in_words(expected)


def _finiteness_sentence(words: Wording, one: Comparison, same: list[Comparison]) -> str:
    """Describe numbers that are NaN or infinite, and the arguments that cause them."""
    bad = "NaN (not a number)" if np.isnan(one.actual).any() else "an infinite number"
    where = f" in {words.parts[0]}" if words.parts else ""
    found = [_infinite(other) for other in same]
    pairs = [pair for pair in found if pair is not None]
    if len(pairs) < len(found):
        return f"{words.name} returns {bad}{where}; every number must be finite."
    if all(pair.wrong.all() for pair in pairs):
        bad = "NaN" if all(np.isnan(other.actual).all() for other in same) else "infinite or NaN"
        return capitalized(f"{words.every} is {bad}; all must be finite.")
    only = next((f", only {found.words}" for found in conditions(pairs, words)), "")
    return f"{words.name} returns {bad}{where}{only}; every number must be finite."


def _infinite(one: Comparison) -> Pair | None:
    """Return a comparison as a pair whose wrong numbers are those that are not finite."""
    expected, actual = as_array(one.expected), as_array(one.actual)
    if expected is None or actual is None or expected.shape != actual.shape:
        return None
    bad = np.isfinite(expected) & ~np.isfinite(actual)
    correct, got = np.zeros(bad.shape), bad.astype(float)
    return Pair(correct, got, 0.5, False, one.reference.args, one.reference.elementwise)
