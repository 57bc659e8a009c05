"""The evidence about wrong numbers: all results that can be compared number by number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from chainrule_grader.judging.comparison import FLOAT32_FACTOR, Comparison, as_array, close
from chainrule_grader.judging.diagnosis.cases import argument_name
from chainrule_grader.judging.formatting import listed
from chainrule_grader.judging.task import Task

Array: TypeAlias = NDArray[Any]

FIRST_POSITION: Final = re.compile(r"\[(?:(?P<index>\d+)|'(?P<key>\w+)')\]")
"""The first position in the path of a comparison."""


@dataclass(frozen=True, eq=False)
class Pair:
    """An expected and an actual array of the same shape, and the arguments of the call."""

    correct: Array
    got: Array
    tolerance: float
    """The tolerance of a number, which is larger for a result in single precision."""
    integers: bool = False
    """Whether the actual array has an integer dtype."""
    args: tuple[Any, ...] = ()
    elementwise: bool = False
    part: str = ""
    path: str = ""
    """The position of the array in a result that holds several."""

    def equals(self, guess: Array) -> bool:
        """Return whether the actual numbers are those of a guess."""
        return guess.shape == self.got.shape and bool(close(guess, self.got, self.tolerance).all())

    @cached_property
    def wrong(self) -> Array:
        """A mask of the entries that differ."""
        return np.asarray(~close(self.correct, self.got, self.tolerance))

    @property
    def is_wrong(self) -> bool:
        """Whether any entry differs."""
        return bool(self.wrong.any())

    @property
    def z(self) -> Array | None:
        """The argument whose entries belong to the entries of the result, if there is one."""
        return self.argument(0) if self.elementwise else None

    def argument(self, position: int) -> Array | None:
        """Return an argument as an array if it has the shape of the result."""
        array = as_array(self.args[position]) if position < len(self.args) else None
        return array if array is not None and array.shape == self.correct.shape else None

    @cached_property
    def first_array(self) -> tuple[int, Array] | None:
        """The first argument that is a number or an array of numbers, with its position."""
        for position, arg in enumerate(self.args):
            array = as_array(arg)
            if array is not None:
                return position, array
        return None


@dataclass(frozen=True)
class Wording:
    """The words for what is compared: the result of a function, or some parts of it."""

    name: str
    """The name of the function."""
    parts: tuple[str, ...] = ()
    """The names of the parts, if the sentence is not about the whole result."""
    arguments: tuple[str, ...] = ()
    """The names of the function's arguments."""

    @property
    def every(self) -> str:
        """The subject of a sentence about every number."""
        return self.number("every")

    def number(self, which: str) -> str:
        """Return the subject of a sentence about every number, or every wrong one."""
        if self.parts:
            return f"{which} entry of {listed(self.parts)}"
        return f"{which} number that {self.name} returns"

    @property
    def others(self) -> str:
        """The subject of a sentence about all numbers that were not described yet."""
        return f"all other entries of {listed(self.parts)}" if self.parts else "all other numbers"

    @property
    def whole(self) -> str:
        """The subject of a sentence about a result as a whole."""
        return listed(self.parts) if self.parts else f"the result of {self.name}"

    @property
    def be(self) -> str:
        """The verb that follows `whole`."""
        return "are" if len(self.parts) > 1 else "is"

    def argument(self, position: int) -> str:
        """Return the name of an argument."""
        known = position < len(self.arguments)
        return self.arguments[position] if known else f"argument {position + 1}"


def wording(task: Task, name: str, comparisons: Sequence[Comparison], *parts: str) -> Wording:
    """Return the words for a function's result, or for some parts of it."""
    most = max((len(one.reference.args) for one in comparisons), default=0)
    names = tuple(argument_name(task, position) for position in range(most))
    return Wording(name, parts, names)


def part_of(task: Task, one: Comparison) -> str:
    """Return the part of the result that a comparison belongs to: `grad_W`, or "" for all of it.

    In a list of gradients, one for each layer, all layers belong to one part.
    """
    if quantity := one.quantity.removesuffix(one.path):
        return quantity.partition(" after ")[0]
    found = FIRST_POSITION.match(one.path)
    if found is None:
        return f"{one.seen.what.partition('(')[0]}(…){one.path}" if one.path else ""
    if found["key"]:
        return found["key"]
    index = int(found["index"])
    if index < len(task.parts):
        return task.parts[index]
    return f"{one.seen.what.partition('(')[0]}(…){found[0]}"


def is_evidence(name: str, one: Comparison) -> bool:
    """Return whether a comparison is about what the function returns.

    A property is not, and neither is a number that a task computes from results, for which it has
    a message.
    """
    if isinstance(one.reference.outcome.value, bool) or one.aspect == "changed":
        return False
    return not one.message or one.reference.what.startswith(f"{name}(")


def as_pair(task: Task, one: Comparison) -> Pair | None:
    """Return a comparison as a pair, or None if its numbers cannot be compared.

    A number that is not finite may only stand where it is expected.
    """
    expected, actual = as_array(one.expected), as_array(one.actual)
    if expected is None or actual is None or expected.shape != actual.shape:
        return None
    single = actual.dtype.kind == "f" and actual.dtype.itemsize < 8
    pair = Pair(
        expected.astype(np.float64),
        actual.astype(np.float64),
        task.tolerance * (FLOAT32_FACTOR if single else 1),
        actual.dtype.kind in "iu",
        one.reference.args,
        one.reference.elementwise,
        part_of(task, one),
        one.path,
    )
    return pair if np.isfinite(pair.got[pair.wrong]).all() else None


def capitalized(words: str) -> str:
    """Begin a sentence with a capital letter, unless it begins with a name in code."""
    first = words.partition(" ")[0]
    plain = first.isalpha() and first.islower() and first in OPENINGS
    return words[0].upper() + words[1:] if plain else words


OPENINGS: Final = frozenset({"every", "the", "where", "at", "for", "in"})
"""The words of our own with which a sentence may begin."""
