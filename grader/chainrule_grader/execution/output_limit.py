"""The outputs of a notebook's cells are limited as a whole, because pages and folders keep them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from chainrule_grader.submissions.cell import CellResult

MAX_CHARACTERS: Final = 6_000_000
"""The most characters of all outputs of a notebook, which is about a hundred figures."""
LEFT_OUT: Final = ("display_data", {"text/plain": "(The notebook has more output than is kept.)"})


def limit_outputs(results: Mapping[int, CellResult]) -> dict[int, CellResult]:
    """Return the results of cells, in their order, without the outputs that are too many."""
    remaining = MAX_CHARACTERS
    kept: dict[int, CellResult] = {}
    for index, result in results.items():
        size = _characters(result)
        if size <= remaining:
            kept[index] = result
            remaining -= size
        else:
            kept[index] = replace(result, printed=(), shown=(LEFT_OUT,))
    return kept


def _characters(result: CellResult) -> int:
    printed = sum(len(text) for _, text in result.printed)
    return printed + sum(len(text) for _, data in result.shown for text in data.values())
