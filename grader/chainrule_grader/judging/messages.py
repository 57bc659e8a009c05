"""A sentence describes the difference between an expected and an actual result."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from chainrule_grader.judging.comparison import Disagreement, close
from chainrule_grader.judging.formatting import kind_of
from chainrule_grader.judging.relations import Pair, relation

Array: TypeAlias = NDArray[Any]


def sentence(name: str, found: Disagreement, pairs: list[Pair]) -> str:
    """Describe how results differ; `pairs` are all results whose numbers can be compared."""
    result = f"{name}(…){found.path}" if found.path else name
    match found.aspect:
        case "kind" if found.actual is None:
            return f"{result} gives None: is the return missing?"
        case "kind":
            needed, got = kind_of(found.expected), kind_of(found.actual)
            return f"{result} gives {got} where {needed} is needed."
        case "shape":
            return _shape_sentence(result, found.expected, found.actual)
        case "finiteness":
            return f"{result} gives {_bad_number(found.actual)} where a finite number is needed."
        case "changed":
            return f"The numbers are right, but {name} writes into its input and spoils it."
    words = relation(pairs)
    return f"{result} gives the wrong numbers{f': {words}' if words else ''}."


def _shape_sentence(result: str, expected: Array, actual: Array) -> str:
    needed = f"{result} gives an array of shape {actual.shape} where {expected.shape} is needed"
    if actual.ndim == 2 and actual.T.shape == expected.shape:
        turned = close(expected, actual.T, 1e-6).all()
        return f"{needed}: it is transposed." if turned else f"{needed}."
    return f"{needed}."


def _bad_number(actual: Array) -> str:
    return "nan (not a number)" if np.isnan(actual).any() else "inf (infinity)"
