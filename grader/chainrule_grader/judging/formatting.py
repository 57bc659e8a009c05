"""Values are formatted as a student would write them, and kept short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, TypeAlias

import numpy as np
from chainrule_worker.handles import ObjectHandle
from chainrule_worker.values import row_count

SHOWN: Final = 48
"""The largest size of an array whose numbers are shown."""
MOST_ITEMS: Final = 6
"""The largest number of items of a list, tuple or dict that are shown."""
MOST_LEVELS: Final = 3
"""The largest depth of nested containers that are shown."""
MOST_CHARACTERS: Final = 80
"""The largest length of a text that is shown, with its quotation marks."""
MOST_KEY_CHARACTERS: Final = 30
"""The largest length of a key of a dict."""
DIGITS: Final = (6, 9, 12, 17)
"""The numbers of digits that are tried until two different numbers look different."""

TYPE_WORDS: Final = {
    "function": "a function",
    "builtin_function_or_method": "a function",
    "method": "a function",
    "ufunc": "a function",
    "type": "a class",
    "set": "a set",
    "frozenset": "a set",
    "range": "a range",
    "complex": "a complex number",
    "ndarray": "an array whose entries are not real numbers",
    "int": "an integer that is too large",
}
"""Words for objects that stay in the student's process, by the names of their types."""

PLURALS: Final = {
    "a single number": "numbers",
    "a string": "strings",
    "a list": "lists",
    "a function": "functions",
}


Difference: TypeAlias = tuple[str, Any, Any]
"""A position in two values, and what each of them has there."""


def format_value(value: Any, digits: int = 6, depth: int = 0) -> str:
    """Format a plain value as a student would write it."""
    if depth > MOST_LEVELS:
        return "…"
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, np.ndarray):
        too_many = row_count(value.shape) > SHOWN
        return f"array of shape {value.shape}" if too_many else _nested(value.tolist(), digits)
    if isinstance(value, (list, tuple)):
        items = [format_value(item, digits, depth + 1) for item in value[:MOST_ITEMS]]
        return _bracketed(items, value, "[]" if isinstance(value, list) else "()")
    if isinstance(value, dict):
        shown = list(value.items())[:MOST_ITEMS]
        items = [
            f"{format_key(key)}: {format_value(item, digits, depth + 1)}" for key, item in shown
        ]
        return _bracketed(items, value, "{}")
    if isinstance(value, ObjectHandle):
        return f"<{value.type_name}>"
    return _number(value, digits) if isinstance(value, float) else cut(repr(value))


def _bracketed(items: list[str], whole: Sequence[Any] | dict[Any, Any], brackets: str) -> str:
    """Write items in brackets, with a sign for those that are left out."""
    more = ["…"] if len(whole) > len(items) else []
    comma = "," if brackets == "()" and len(whole) == 1 else ""
    return brackets[0] + ", ".join([*items, *more]) + comma + brackets[1]


def _nested(value: Any, digits: int) -> str:
    """Format an array's numbers in nested brackets."""
    if isinstance(value, list):
        return "[" + ", ".join(_nested(item, digits) for item in value) + "]"
    return _number(value, digits) if isinstance(value, float) else repr(value)


def _number(value: float, digits: int) -> str:
    """Format a number in its shortest form; there is no negative zero."""
    return f"{value + 0.0:.{digits}g}"


def format_key(key: Any) -> str:
    """Format a key of a dict."""
    return cut(repr(key), MOST_KEY_CHARACTERS)


def cut(text: str, most: int = MOST_CHARACTERS) -> str:
    """Cut a text that is too long, and show that it is cut."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def format_call(name: str, args: list[Any]) -> str:
    """Format a call."""
    return f"{name}({', '.join(format_value(arg) for arg in args)})"


def format_difference(expected: Any, actual: Any) -> tuple[str, str]:
    """Format two values that differ so that they also look different.

    Numbers get as many digits as are needed, shapes are written where they differ, and of long
    values only the first part that differs is written.
    """
    texts = _distinct(*asked(expected, actual)) or _distinct(expected, actual)
    return texts or (format_value(expected), format_value(actual))


def _distinct(one: Any, other: Any) -> tuple[str, str] | None:
    """Format two values so that they look different, or return None if they are the same."""
    if isinstance(one, np.ndarray) and isinstance(other, np.ndarray) and one.shape != other.shape:
        return _with_shape(one), _with_shape(other)
    whole = ("", one, other)
    for path, *parts in (whole, *_differences(one, other)):
        for digits in DIGITS:
            first, second = (format_value(part, digits) for part in parts)
            if first != second:
                return (f"{path} = {first}", f"{path} = {second}") if path else (first, second)
    return None


def asked(expected: Any, actual: Any = None) -> tuple[Any, Any]:
    """Leave out the parts of a result that were not asked about: None is expected for them."""
    several = isinstance(expected, (list, tuple))
    if not several or not any(item is None for item in expected):
        return expected, actual
    alike = isinstance(actual, (list, tuple)) and len(actual) == len(expected)
    given = actual if alike else [None] * len(expected)
    pairs = [
        asked(one, other) for one, other in zip(expected, given, strict=True) if one is not None
    ]
    if not pairs:
        return expected, actual
    needed, got = [one for one, _ in pairs], [other for _, other in pairs]
    if len(pairs) == 1:
        return needed[0], got[0] if alike else actual
    return type(expected)(needed), type(actual)(got) if alike else actual


def _with_shape(array: Any) -> str:
    """Format an array and its shape."""
    text = format_value(array)
    if array.size > SHOWN:
        return text
    return f"{text} (shape {array.shape})" if array.ndim else f"{text} (a single number)"


def _differences(one: Any, other: Any, path: str = "") -> Iterator[Difference]:
    """Yield the smallest parts in which two values differ."""
    for types, between in (
        (np.ndarray, _between_arrays),
        ((list, tuple), _between_sequences),
        (dict, _between_dicts),
        (str, _between_texts),
    ):
        if isinstance(one, types) and isinstance(other, types):
            yield from between(one, other, path)
            return
    if type(one) is not type(other) or one != other:
        yield path, one, other


def _between_arrays(one: Any, other: Any, path: str) -> Iterator[Difference]:
    if one.shape == other.shape:
        same = (one == other) | (np.isnan(one) & np.isnan(other))
        for at in np.argwhere(~same):
            place = f"[{', '.join(map(str, at))}]" if len(at) else ""
            yield f"{path}{place}", one[tuple(at)].item(), other[tuple(at)].item()


def _between_sequences(one: Any, other: Any, path: str) -> Iterator[Difference]:
    if len(one) != len(other):
        yield f"{path} length".strip(), len(one), len(other)
    for index, pair in enumerate(zip(one, other, strict=False)):
        yield from _differences(*pair, f"{path}[{index}]")


def _between_dicts(one: Any, other: Any, path: str) -> Iterator[Difference]:
    if one.keys() != other.keys():
        yield f"{path} keys".strip(), [*one], [*other]
        yield f"{path} number of keys".strip(), len(one), len(other)
    for key in one:
        if key in other:
            yield from _differences(one[key], other[key], f"{path}[{format_key(key)}]")


def _between_texts(one: Any, other: Any, path: str) -> Iterator[Difference]:
    pairs = enumerate(zip(one, other, strict=False))
    same = next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))
    yield f"{path}[{same}:]", one[same:], other[same:]
    yield f"{path} length".strip(), len(one), len(other)


def type_in_words(value: Any) -> str:
    """Describe the kind of a plain value in words."""
    match value:
        case None:
            return "None"
        case np.ndarray() if value.ndim:
            return "an array of numbers"
        case np.ndarray() | np.generic() | bool() | int() | float():
            return "a single number"
        case str():
            return "a string"
        case list() | tuple():
            return f"a {type(value).__name__} of {len(value)}{_items(value)}"
        case dict():
            return f"a dict of {len(value)}" if value else "an empty dict"
        case ObjectHandle():
            return TYPE_WORDS.get(value.type_name) or f"an object of type {value.type_name}"
    return f"an object of type {type(value).__name__}"


def _items(items: Sequence[Any]) -> str:
    """Describe the items of a list or tuple, if a few words are enough."""
    if all(isinstance(item, np.ndarray) and item.ndim for item in items) and items:
        shapes = list(dict.fromkeys(str(item.shape) for item in items))
        arrays = "arrays" if len(items) > 1 else "array"
        if len(shapes) == 1:
            return f" {arrays} of shape {shapes[0]}"
        return f" {arrays} of shapes {listed(shapes)}" if len(shapes) < 4 else f" {arrays}"
    types = [
        type_in_words(item) if not isinstance(item, (list, tuple)) else "a list" for item in items
    ]
    if items and len(set(types)) == 1 and types[0] in PLURALS:
        return f" {PLURALS[types[0]] if len(items) > 1 else PLURALS[types[0]].removesuffix('s')}"
    return f" ({listed(types)})" if 0 < len(items) < 3 else ""


def listed(words: Sequence[str]) -> str:
    """Join words as a list in a sentence: "a, b and c"."""
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))
