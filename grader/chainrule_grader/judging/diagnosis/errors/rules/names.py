"""A name, a key or a module does not exist."""

from __future__ import annotations

import ast
import builtins
import difflib
import re
from typing import Final

import numpy as np

from chainrule_grader.judging.diagnosis.errors.course_names import (
    in_same_set,
    parameters,
    task_named,
)
from chainrule_grader.judging.diagnosis.errors.line import Line
from chainrule_grader.judging.diagnosis.errors.rule import CallError, rule

NAME: Final = r"(?:global )?name '(\w{1,60})' is not defined"
OTHER_LANGUAGES: Final = {
    "true": "True",
    "false": "False",
    "none": "None",
    "null": "None",
    "NaN": "np.nan",
    "NULL": "None",
    "TRUE": "True",
    "FALSE": "False",
}
IMPORTS: Final = {
    "np": "import numpy as np",
    "plt": "import matplotlib.pyplot as plt",
    "pd": "import pandas as pd",
    "math": "import math",
    "random": "import random",
    "copy": "import copy",
    "time": "import time",
    "itertools": "import itertools",
}
CONSTANTS: Final = frozenset({"pi", "e", "inf", "nan", "newaxis", "float64", "float32", "int64"})


def _course_function(error: CallError, match: re.Match[str]) -> str:
    name = match[1]
    task = task_named(name, error.name)
    if task is None or name == error.name or not _is_called(error.line, name):
        return ""
    if in_same_set(name, error.name):
        return (
            f"`{name}` is not defined in this call; run the cell of your function `{name}` first."
        )
    return (
        f"`{name}` is not defined in this notebook; "
        f"define it in a cell above, as in the task {task}."
    )


def _is_called(line: Line, name: str) -> bool:
    """Return whether the line uses a name as a function, so not as the name of a value."""
    return bool(line.calls(name))


def _numpy_name(error: CallError, match: re.Match[str]) -> str:
    name = match[1]
    if name not in vars(np) or name in vars(builtins):
        return ""
    bases = [node.value for node in error.line.find(ast.Attribute)]
    is_base = any(isinstance(base, ast.Name) and base.id == name for base in bases)
    if name == "random" and is_base:
        return (
            "`random` is not defined; write np.random for NumPy's, or `import random` for Python's."
        )
    if is_base or _is_called(error.line, name) or name in CONSTANTS:
        return f"`{name}` is not defined, because NumPy's names need the prefix `np`: `np.{name}`."
    return ""


def _import(_error: CallError, match: re.Match[str]) -> str:
    name = match[1]
    if name == "numpy":
        return "`numpy` is not defined; write `np`, after `import numpy as np`."
    if name not in IMPORTS:
        return ""
    return f"`{name}` is not defined; run the cell with `{IMPORTS[name]}` first."


def _other_language(_error: CallError, match: re.Match[str]) -> str:
    instead = OTHER_LANGUAGES.get(match[1])
    return f"`{match[1]}` is not defined; Python writes `{instead}`." if instead else ""


def _misspelt(error: CallError, match: re.Match[str]) -> str:
    name = match[1]
    known = [*parameters(error.name)]
    same = [one for one in known if one.casefold() == name.casefold()]
    near = same or difflib.get_close_matches(name, known, 1, 0.8)
    if not near and _is_called(error.line, name):
        near = difflib.get_close_matches(name, vars(builtins), 1, 0.8)
    if not near:
        return ""
    if near[0] in known:
        return f"`{name}` is not defined; did you mean the argument `{near[0]}`?"
    return f"`{name}` is not defined; did you mean `{near[0]}`?"


def _undefined(error: CallError, match: re.Match[str]) -> str:
    name = match[1]
    if _is_called(error.line, name):
        return (
            f"`{name}` is not defined; "
            "run the cell that defines this function, or correct its name."
        )
    return f"`{name}` is not defined in this call; give it a value first, or correct its name."


def _unbound(error: CallError, match: re.Match[str]) -> str:
    name = match[1] or match[2]
    if name in vars(builtins) or task_named(name, error.name):
        return (
            f"Your function assigns to `{name}`, which makes `{name}` a local variable "
            "that has no value here; choose another name."
        )
    changed = [node.target for node in error.line.find(ast.AugAssign)]
    if any(isinstance(target, ast.Name) and target.id == name for target in changed):
        return f"Your code changes `{name}` before `{name}` has a value; set a first value before."
    return (
        f"Your code reads `{name}` before `{name}` has a value; "
        "assign it before this line, in every branch."
    )


def _key(error: CallError, match: re.Match[str]) -> str:
    key = match[1] or match[0]
    nodes = [node for node in error.line.find(ast.Subscript) if _reads(node, key)]
    names = {node.value.id for node in nodes if isinstance(node.value, ast.Name)}
    if len(names) != 1:
        return f"Your code reads the key {key}, which does not exist in this call."
    name = names.pop()
    if name == "state" and name in parameters(error.name):
        return (
            f"`state` has no key {key} in this call; "
            "before the first step `state` is empty, so your code must create the entry."
        )
    if any(node.target in nodes for node in error.line.find(ast.AugAssign)):
        return f"`{name}` has no key {key} yet, and a change needs an old value; create it first."
    return f"The dictionary `{name}` has no key {key} in this call; store it first, or correct it."


def _reads(node: ast.Subscript, key: str) -> bool:
    """Return whether an index may be this key: it is the same constant, or no constant."""
    if isinstance(node.slice, ast.Constant):
        return repr(node.slice.value) == key
    return isinstance(node.slice, (ast.Name, ast.BinOp, ast.JoinedStr))


def _imported_name(_error: CallError, match: re.Match[str]) -> str:
    name, module = match.groups()
    return f"The module `{module}` has no `{name}` to import; correct the name."


RULES: Final = (
    rule("undefined-course-function", "NameError", NAME, _course_function),
    rule("numpy-without-np", "NameError", NAME, _numpy_name),
    rule("missing-import", "NameError", NAME, _import),
    rule("undefined-name", "NameError", NAME, _other_language),
    rule("undefined-name", "NameError", NAME, _misspelt),
    rule("undefined-name", "NameError", NAME, _undefined),
    rule(
        "variable-without-value",
        "UnboundLocalError NameError",
        r"(?:cannot access (?:local|free) variable '(\w{1,60})' where"
        r"|(?:local|free) variable '(\w{1,60})' referenced before assignment)",
        _unbound,
    ),
    rule(
        "missing-key",
        "KeyError",
        r"(?:'[^'\\`()]{1,40}'|-?[\d.]{1,24}|np\.\w{1,12}\(([^()`]{1,40})\))$",
        _key,
    ),
    rule(
        "missing-module",
        "ModuleNotFoundError ImportError",
        r"No module named '(?P<module>[\w.]{1,60})'",
        "The module `{module}` is not installed where your notebook runs; use NumPy only.",
    ),
    rule(
        "missing-module",
        "ImportError",
        r"cannot import name '(\w{1,60})' from '([\w.]{1,60})'",
        _imported_name,
    ),
)
