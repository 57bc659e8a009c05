"""An array stands where Python needs one True or False."""

from __future__ import annotations

import ast
import functools
import re
from typing import Final

from chainrule_grader.judging.diagnosis.errors.line import Line, dotted_name
from chainrule_grader.judging.diagnosis.errors.rule import CallError, rule

AMBIGUOUS: Final = r"The truth value of an (?:array|empty array) "
COMPARING: Final = {"max": "np.max", "min": "np.min", "sorted": "np.sort"}
"""Built-in functions that compare their items, and the functions that compare entries."""
TESTING: Final = {"any": "np.any", "all": "np.all", "bool": "np.any"}
METHODS: Final = frozenset({"index", "remove", "count", "sort"})
JOINED: Final = {ast.And: ("and", "&"), ast.Or: ("or", "|")}


def _truth_tests(line: Line) -> list[ast.AST]:
    """Return every part of the line that needs the truth value of something."""
    tests: list[ast.AST] = [
        *line.find(ast.BoolOp),
        *(node for node in line.find(ast.UnaryOp) if isinstance(node.op, ast.Not)),
        *(node for node in line.find(ast.Compare) if _may_compare_arrays(node)),
        *line.calls(*COMPARING, *TESTING, "filter", "np.arange"),
        *(call for call in line.find(ast.Call) if _method(call) in METHODS),
    ]
    conditions = [owner.test for owner in line.find(ast.If)]
    conditions += [owner.test for owner in line.find(ast.While)]
    conditions += [owner.test for owner in line.find(ast.IfExp)]
    conditions += [owner.test for owner in line.find(ast.Assert)]
    conditions += [test for loop in line.find(ast.comprehension) for test in loop.ifs]
    return tests + [test for test in conditions if test not in tests]


def _is_chain(node: ast.Compare) -> bool:
    return len(node.ops) > 1


def _may_compare_arrays(node: ast.Compare) -> bool:
    """Return whether a comparison may need a truth value itself, as `==` of two lists does."""
    return _is_chain(node) or _is_membership(node) or _is_equality(node)


def _is_equality(node: ast.Compare) -> bool:
    """Return whether two values are tested for equality, neither of which is a constant."""
    sides = (node.left, node.comparators[0])
    constant = any(isinstance(side, ast.Constant) for side in sides)
    return isinstance(node.ops[0], (ast.Eq, ast.NotEq)) and not constant


def _is_membership(node: ast.Compare) -> bool:
    return any(isinstance(operator, (ast.In, ast.NotIn)) for operator in node.ops)


def _method(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


@functools.lru_cache(maxsize=16)
def _only_test(line: Line) -> ast.AST | None:
    """Return the only part of the line that needs a truth value, if there is only one."""
    tests = _truth_tests(line)
    return tests[0] if len(tests) == 1 else None


def _comparing_function(error: CallError, _match: re.Match[str]) -> str:
    call = _only_test(error.line)
    if not isinstance(call, ast.Call) or dotted_name(call.func) not in COMPARING:
        return ""
    name = dotted_name(call.func)
    code = error.line.code(call, f"`{name}`")
    if len(call.args) > 1 and name != "sorted":
        return (
            f"{code} compares whole values, but one of them is an array; "
            f"use np.{name}imum, which compares entry by entry."
        )
    return f"{code} compares items that are arrays themselves; use {COMPARING[name]} for arrays."


def _testing_function(error: CallError, _match: re.Match[str]) -> str:
    call = _only_test(error.line)
    if not isinstance(call, ast.Call) or dotted_name(call.func) not in TESTING:
        return ""
    name = dotted_name(call.func)
    if name == "bool":
        return "`bool` needs one value, but its argument is an array; use np.any or np.all."
    return f"`{name}` tests items that are arrays themselves; use {TESTING[name]} for arrays."


def _chain(error: CallError, _match: re.Match[str]) -> str:
    node = _only_test(error.line)
    if not isinstance(node, ast.Compare) or not _is_chain(node) or _is_membership(node):
        return ""
    code = error.line.code(node, "A chained comparison")
    return (
        f"{code} contains a hidden `and`, which needs single values; "
        "for arrays write two comparisons in brackets, joined by `&`."
    )


def _and_or(error: CallError, _match: re.Match[str]) -> str:
    node = _only_test(error.line)
    if not isinstance(node, ast.BoolOp):
        return ""
    word, operator = JOINED[type(node.op)]
    return (
        f"`{word}` needs single values, but here it gets an array; "
        f"combine arrays with `{operator}`, and put brackets around each comparison."
    )


def _not(error: CallError, _match: re.Match[str]) -> str:
    if not isinstance(_only_test(error.line), ast.UnaryOp):
        return ""
    return "`not` needs one True or False, but its operand is an array; use np.logical_not."


def _membership(error: CallError, _match: re.Match[str]) -> str:
    node = _only_test(error.line)
    if isinstance(node, ast.Compare) and _is_membership(node):
        return (
            "`in` compares arrays with `==`, which gives an array instead of one True or False; "
            "use np.array_equal or np.isin."
        )
    if isinstance(node, ast.Call) and _method(node) in {"index", "remove", "count"}:
        return (
            f"The method `{_method(node)}` compares arrays with `==`, "
            "which gives an array instead of one True or False; use np.array_equal."
        )
    return ""


def _equality(error: CallError, _match: re.Match[str]) -> str:
    node = _only_test(error.line)
    if not isinstance(node, ast.Compare) or not _is_equality(node):
        return ""
    if any(map(_may_raise, ast.walk(node))):
        return ""
    code = error.line.code(node, "Your code")
    return (
        f"{code} compares arrays, which gives no single True or False; "
        "compare single entries, or use np.array_equal."
    )


def _empty(error: CallError, _match: re.Match[str]) -> str:
    """Explain the truth value of an array without entries, which newer NumPy refuses."""
    test = _only_test(error.line)
    is_condition = isinstance(test, (ast.Name, ast.Attribute, ast.Subscript, ast.Compare))
    code = error.line.code(test, "an array") if test is not None and is_condition else "an array"
    return f"Your code uses {code} as a condition, but this array is empty; test its size instead."


def _condition(error: CallError, _match: re.Match[str]) -> str:
    test = _only_test(error.line)
    word = _keyword(error.line)
    if test is None or not word or not isinstance(test, (ast.Compare, ast.Name)):
        return ""
    if any(map(_may_raise, ast.walk(test))):
        return ""
    instead = "np.all or np.any" if word in {"while", "assert"} else "np.where"
    code = error.line.code(test, "the condition")
    return f"`{word}` needs one True or False, but {code} is an array of them; use {instead}."


def _may_raise(node: ast.AST) -> bool:
    """Return whether a call could itself have needed a truth value."""
    return isinstance(node, ast.Call) and not dotted_name(node.func).startswith(("np.", "len"))


def _keyword(line: Line) -> str:
    if line.find(ast.While):
        return "while"
    if line.find(ast.Assert):
        return "assert"
    return "if" if line.find(ast.If, ast.IfExp, ast.comprehension) else ""


RULES: Final = (
    rule("empty-array-as-condition", "ValueError", r"The truth value of an empty array ", _empty),
    rule("comparison-of-whole-arrays", "ValueError", AMBIGUOUS, _comparing_function),
    rule("comparison-of-whole-arrays", "ValueError", AMBIGUOUS, _testing_function),
    rule("chained-comparison", "ValueError", AMBIGUOUS, _chain),
    rule("and-between-arrays", "ValueError", AMBIGUOUS, _and_or),
    rule("and-between-arrays", "ValueError", AMBIGUOUS, _not),
    rule("search-among-arrays", "ValueError", AMBIGUOUS, _membership),
    rule("equality-of-arrays", "ValueError", AMBIGUOUS, _equality),
    rule("condition-on-an-array", "ValueError", AMBIGUOUS, _condition),
    rule(
        "condition-on-an-array",
        "ValueError",
        AMBIGUOUS,
        "Your code uses an array where Python needs one True or False; "
        "an array has one for each entry.",
    ),
)
