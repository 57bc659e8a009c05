"""An object or a module has no attribute of that name."""

from __future__ import annotations

import ast
import builtins
import difflib
import math
import re
from typing import Final

import numpy as np

from chainrule_grader.judging.diagnosis.errors.course_names import task_named
from chainrule_grader.judging.diagnosis.errors.rule import CallError, rule
from chainrule_grader.judging.diagnosis.errors.type_words import (
    FUNCTIONS,
    TYPE,
    in_words,
    is_number,
)

ATTRIBUTE: Final = r"(\w{1,40})"
OF_ARRAYS: Final = {
    "append": "an array has a fixed length; append to a list, or use np.append",
    "extend": "an array has a fixed length; extend a list, or use np.concatenate",
    "insert": "an array has a fixed length; use np.insert",
    "pop": "an array has a fixed length; use np.delete, or a list",
    "remove": "an array has a fixed length; use np.delete, or a mask",
    "len": "use `len` or the attribute `size`",
    "length": "use `len` or the attribute `size`",
    "index": "use np.argmax or np.where to find a position",
    "count": "use np.sum of a comparison",
    "norm": "use np.linalg.norm",
    "pow": "use the operator `**`",
    "t": "the transpose is `.T`",
    "transposed": "the transpose is `.T`",
    "numpy": "the value is a NumPy array already",
    "detach": "the value is a NumPy array already",
    "items": "only a dictionary has items",
    "keys": "only a dictionary has keys",
}
REMOVED: Final = {
    "product": "np.prod",
    "cumproduct": "np.cumprod",
    "alltrue": "np.all",
    "sometrue": "np.any",
    "in1d": "np.isin",
    "row_stack": "np.vstack",
    "trapz": "np.trapezoid",
    "round_": "np.round",
    "asscalar": "the method `item`",
}
"""Functions that NumPy had before 2.0 or 2.4."""
OF_GENERATORS: Final = {
    "rand": "random",
    "randn": "standard_normal",
    "randint": "integers",
    "random_integers": "integers",
    "random_sample": "random",
    "sample": "random",
    "ranf": "random",
}


def _public(owner: object) -> list[str]:
    return [name for name in dir(owner) if not name.startswith("_")]


PUBLIC_OF_ARRAYS: Final = _public(np.ndarray)
PUBLIC_OF_GENERATORS: Final = _public(np.random.Generator)


def _owner(error: CallError, attribute: str) -> str:
    """Quote the expression whose attribute the line asks for, or return ""."""
    nodes = [node for node in error.line.find(ast.Attribute) if node.attr == attribute]
    return error.line.code(nodes[0].value, "") if len(nodes) == 1 else ""


def _of_list_or_number(error: CallError, match: re.Match[str]) -> str:
    kind, attribute = match.groups()
    if attribute not in PUBLIC_OF_ARRAYS or not (kind in {"list", "tuple"} or is_number(kind)):
        return ""
    owner = _owner(error, attribute) or "A value in your code"
    return (
        f"{owner} is {in_words(kind)}, which has no `{attribute}`; "
        "an array has one, and np.array makes an array."
    )


def _of_array(_error: CallError, match: re.Match[str]) -> str:
    attribute = match[1]
    if attribute in OF_ARRAYS:
        return f"An array has no `{attribute}`: {OF_ARRAYS[attribute]}."
    if callable(vars(np).get(attribute)):
        return f"An array has no method `{attribute}`; use the function np.{attribute}."
    near = difflib.get_close_matches(attribute, PUBLIC_OF_ARRAYS, 1, 0.7)
    if near:
        return f"An array has no attribute `{attribute}`; did you mean `{near[0]}`?"
    return f"An array has no attribute `{attribute}`; correct the name, or use a function of NumPy."


def _of_generator(_error: CallError, match: re.Match[str]) -> str:
    attribute = match[1]
    if attribute == "seed":
        return "A random generator cannot be seeded again; draw from the `rng` that you are given."
    near = OF_GENERATORS.get(attribute) or next(
        iter(difflib.get_close_matches(attribute, PUBLIC_OF_GENERATORS, 1, 0.7)), ""
    )
    ending = f"; its method is `{near}`" if near else ""
    return f"A random generator has no method `{attribute}`{ending}."


def _of_numpy(error: CallError, match: re.Match[str]) -> str:
    attribute = match[1]
    if task := task_named(attribute, error.name):
        return f"NumPy has no `{attribute}`; define it yourself, as in the task {task}."
    if attribute in REMOVED:
        return f"NumPy has no `{attribute}` any more; use {REMOVED[attribute]}."
    if attribute in {"float", "int", "bool", "object", "str", "complex"}:
        return f"`np.{attribute}` no longer exists; use Python's own `{attribute}`."
    return _of_module("np", "NumPy", attribute, vars(np))


def _of_numpy_part(_error: CallError, match: re.Match[str]) -> str:
    part, attribute = match.groups()
    module = {"random": np.random, "linalg": np.linalg}[part]
    return _of_module(f"np.{part}", f"np.{part}", attribute, vars(module))


def _of_math(_error: CallError, match: re.Match[str]) -> str:
    attribute = match[1]
    if attribute not in vars(builtins) and callable(vars(np).get(attribute)):
        return f"The module `math` has no `{attribute}`; use np.{attribute}."
    return _of_module("math", "The module `math`", attribute, vars(math))


def _of_module(prefix: str, subject: str, attribute: str, names: dict[str, object]) -> str:
    if callable(vars(builtins).get(attribute)):
        ending = f"which is built into Python; write `{attribute}` alone"
        return f"{subject} has no `{attribute}`, {ending}."
    public = [name for name in names if not name.startswith("_")]
    near = difflib.get_close_matches(attribute, public, 1, 0.75)
    if near:
        return f"{subject} has no `{attribute}`; did you mean `{prefix}.{near[0]}`?"
    return f"{subject} has no `{attribute}`; correct the name, or write the formula yourself."


def _of_dictionary(error: CallError, match: re.Match[str]) -> str:
    attribute = match[1]
    owner = _owner(error, attribute) or "A value"
    if attribute in {"append", "add", "extend", "insert"}:
        ending = "assign to a key in square brackets"
        return f"{owner} is a dictionary, which has no `{attribute}`; {ending}."
    if attribute == "has_key":
        return "A dictionary has no `has_key`; test a key with `in`."
    if near := difflib.get_close_matches(attribute, [*vars(dict)], 1, 0.6):
        return f"A dictionary has no `{attribute}`; did you mean `{near[0]}`?"
    return (
        f"{owner} is a dictionary; read an entry with its key in square brackets, not with a dot."
    )


def _of_other(error: CallError, match: re.Match[str]) -> str:
    kind, attribute = match.groups()
    owner = _owner(error, attribute) or "A value in your code"
    if kind in FUNCTIONS:
        return f"{owner} is a function, which has no `{attribute}`; call the function first."
    words = in_words(kind)
    return f"{owner} is {words} in this call, which has no `{attribute}`." if words else ""


RULES: Final = (
    rule(
        "array-attribute-missing",
        "AttributeError",
        rf"'numpy\.ndarray' object has no attribute '{ATTRIBUTE}'",
        _of_array,
    ),
    rule(
        "generator-method-missing",
        "AttributeError",
        rf"'numpy\.random\._generator\.Generator' object has no attribute '{ATTRIBUTE}'",
        _of_generator,
    ),
    rule(
        "dictionary-attribute",
        "AttributeError",
        rf"'dict' object has no attribute '{ATTRIBUTE}'",
        _of_dictionary,
    ),
    rule(
        "list-in-place-of-array",
        "AttributeError",
        rf"'{TYPE}' object has no attribute '{ATTRIBUTE}'",
        _of_list_or_number,
    ),
    rule(
        "attribute-missing",
        "AttributeError",
        rf"'{TYPE}' object has no attribute '{ATTRIBUTE}'",
        _of_other,
    ),
    rule(
        "numpy-has-no-such-function",
        "AttributeError",
        rf"module 'numpy' has no attribute '{ATTRIBUTE}'",
        _of_numpy,
    ),
    rule(
        "numpy-has-no-such-function",
        "AttributeError",
        rf"module 'numpy\.(random|linalg)' has no attribute '{ATTRIBUTE}'",
        _of_numpy_part,
    ),
    rule(
        "numpy-has-no-such-function",
        "AttributeError",
        r"`np\.(?P<old>\w{1,30})` was removed in the NumPy 2\.0 release\. "
        r"Use `(?P<new>[\w.]{1,40})` ",
        "`np.{old}` was removed in NumPy 2.0; use `{new}`.",
    ),
    rule(
        "math-has-no-such-function",
        "AttributeError",
        rf"module 'math' has no attribute '{ATTRIBUTE}'",
        _of_math,
    ),
)
