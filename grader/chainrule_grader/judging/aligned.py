"""Two results below each other: numbers stand in columns, and those that differ are marked."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Final

ENTRY: Final = re.compile(r"-?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?|\binf\b|\bnan\b)|\bTrue\b|\bFalse\b")
"""A number or a truth value, as results show them."""
TOLERANCE: Final = 1e-6
"""The largest relative difference of two numbers that count as equal, as in most tasks."""


@dataclass(frozen=True)
class Piece:
    """A piece of a result: an entry, or what stands between two entries."""

    text: str
    differs: bool = False


def aligned(expected: str, actual: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Divide two results into pieces of the same widths, and mark the entries that differ.

    Where the results have different forms, or all entries differ, nothing is marked or moved.
    """
    between = [ENTRY.split(text) for text in (expected, actual)]
    entries = [ENTRY.findall(text) for text in (expected, actual)]
    pairs = list(zip(*entries, strict=False))
    differ = [not _equal(one, other) for one, other in pairs]
    if between[0] != between[1] or all(differ):
        return (Piece(expected),), (Piece(actual),)
    widths = [max(map(len, pair)) for pair in pairs]
    first, second = (_pieces(between[0], column, widths, differ) for column in entries)
    return first, second


def _pieces(
    between: list[str], entries: list[str], widths: list[int], differ: list[bool]
) -> tuple[Piece, ...]:
    """Put the entries of a result, filled to their widths, between the other pieces."""
    pieces = [Piece(between[0])]
    for entry, width, differs, text in zip(entries, widths, differ, between[1:], strict=True):
        pieces += [Piece(" " * (width - len(entry))), Piece(entry, differs), Piece(text)]
    return tuple(piece for piece in pieces if piece.text)


def _equal(one: str, other: str) -> bool:
    """Return whether two entries are the same number, or the same word."""
    try:
        a, b = float(one), float(other)
    except ValueError:
        return one == other
    return one == other or math.isclose(a, b, rel_tol=TOLERANCE, abs_tol=TOLERANCE)
