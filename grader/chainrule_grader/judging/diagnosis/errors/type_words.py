"""The types that error messages name, in words."""

from __future__ import annotations

from typing import Final

TYPE: Final = r"([\w.]{1,60})"
"""The pattern of a type's name in a message."""
FUNCTIONS: Final = frozenset(
    {
        "function",
        "builtin_function_or_method",
        "method",
        "numpy.ufunc",
        "numpy._ArrayFunctionDispatcher",
    }
)
SEQUENCES: Final = frozenset({"list", "tuple"})
ITERATORS: Final = frozenset(
    {"generator", "zip", "map", "filter", "enumerate", "dict_keys", "dict_values", "dict_items"}
)

_WORDS: Final = {
    "NoneType": "None",
    "bool": "a single True or False",
    "complex": "a complex number",
    "dict": "a dictionary",
    "float": "a single number",
    "int": "a single number",
    "list": "a list",
    "module": "a module",
    "numpy.bool": "a single True or False",
    "numpy.bool_": "a single True or False",
    "numpy.ndarray": "an array",
    "numpy.random._generator.Generator": "a random generator",
    "range": "a range",
    "set": "a set",
    "str": "a string",
    "tuple": "a tuple",
    "type": "a class",
}


def in_words(type_name: str) -> str:
    """Return a type as `a list` or `a single number`, or "" for any other type."""
    if type_name in FUNCTIONS:
        return "a function"
    if type_name in ITERATORS:
        return f"a {type_name} object"
    if is_number(type_name):
        return "a single number"
    return _WORDS.get(type_name, "")


def is_number(type_name: str) -> bool:
    """Return whether a type is that of a single number."""
    return type_name in {"int", "float"} or (
        type_name.startswith(("numpy.float", "numpy.int", "numpy.uint")) and type_name[-1].isdigit()
    )
