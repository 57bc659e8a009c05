"""A value is None: often that of a function without a `return`."""

from __future__ import annotations

import ast
import builtins
import re
from typing import Final

from chainrule_grader.judging.diagnosis.errors.course_names import parameters
from chainrule_grader.judging.diagnosis.errors.line import Line
from chainrule_grader.judging.diagnosis.errors.rule import CallError, rule
from chainrule_grader.judging.diagnosis.errors.rules.operators import OPERATOR
from chainrule_grader.judging.diagnosis.errors.type_words import TYPE

WHY: Final = "a function without `return` gives None"
SYMBOLS: Final[dict[type[ast.operator], str]] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.FloorDiv: "//",
    ast.Mod: "%",
    ast.Pow: "**",
    ast.MatMult: "@",
}
UNARY: Final[dict[type[ast.unaryop], str]] = {ast.USub: "-", ast.UAdd: "+", ast.Invert: "~"}
COMPARISONS: Final[dict[type[ast.cmpop], str]] = {
    ast.Lt: "<",
    ast.Gt: ">",
    ast.LtE: "<=",
    ast.GtE: ">=",
}
IN_PLACE: Final = frozenset({"append", "sort", "extend", "insert", "reverse", "shuffle", "fill"})
"""Methods that change their object and return None."""


def _operand(error: CallError, match: re.Match[str]) -> str:
    operator, types = match[1].split()[0], match.groups()[1:]
    if "NoneType" not in types:
        return ""
    operations = _operations(error.line, operator)
    calls = error.line.find(ast.Call)
    if len(operations) == 1:
        node = operations[0][types.index("NoneType")]
        # Another call on the line may compute with the same operator.
        if not calls or calls == [node]:
            return _is_none(error, node)
    if operations:
        return f"An operand of `{operator}` is None in this call; {WHY}."
    return f"Your code computes with None in this call; {WHY}."


def _operations(line: Line, operator: str) -> list[tuple[ast.expr, ...]]:
    """Return the operands of each place on the line where an operator is used."""
    found: list[tuple[ast.expr, ...]] = []
    for node in line.nodes:
        if isinstance(node, ast.BinOp) and SYMBOLS.get(type(node.op)) == operator:
            found.append((node.left, node.right))
        elif isinstance(node, ast.AugAssign) and f"{SYMBOLS.get(type(node.op))}=" == operator:
            found.append((node.target, node.value))
        elif isinstance(node, ast.UnaryOp) and UNARY.get(type(node.op)) == operator:
            found.append((node.operand,))
        elif isinstance(node, ast.Compare) and [operator] == [*map(_symbol, node.ops)]:
            found.append((node.left, node.comparators[0]))
    return found


def _symbol(operator: ast.cmpop) -> str:
    return COMPARISONS.get(type(operator), "")


def _not_given(name: str) -> str:
    return f"`{name}` is None if the caller does not give it; your code must treat this case first."


def _is_none(error: CallError, node: ast.expr | None) -> str:
    """Say that the value of an expression is None, and how this can happen."""
    if isinstance(node, ast.Call) and (words := _returned(error.line, node)):
        return words
    if isinstance(node, ast.Name):
        parameter = parameters(error.name).get(node.id)
        if parameter is not None and parameter.default is None:
            return _not_given(node.id)
    code = error.line.code(node, "A value in your code") if node else "A value in your code"
    return f"{code} is None in this call; {WHY}."


def _returned(line: Line, call: ast.Call) -> str:
    """Say that a call returns None."""
    if isinstance(call.func, ast.Name):
        name = call.func.id
        if name in vars(builtins):
            return ""
        return f"`{name}` returns None in this call; does it lack a `return`?"
    if isinstance(call.func, ast.Attribute) and call.func.attr in IN_PLACE:
        code = line.code(call, "The call")
        return f"{code} returns None, because `{call.func.attr}` changes the object itself."
    return ""


def _index(error: CallError, _match: re.Match[str]) -> str:
    nodes = error.line.find(ast.Subscript)
    return _is_none(error, nodes[0].value if len(nodes) == 1 else None)


def _loop(error: CallError, _match: re.Match[str]) -> str:
    loops = error.line.loops()
    node = loops[0].iter if len(loops) == 1 else None
    return _is_none(error, node if isinstance(node, (ast.Name, ast.Call)) else None)


def _unpack(error: CallError, _match: re.Match[str]) -> str:
    assignments = error.line.find(ast.Assign)
    return _is_none(error, assignments[0].value if len(assignments) == 1 else None)


def _length(error: CallError, _match: re.Match[str]) -> str:
    calls = [call for call in error.line.calls("len") if len(call.args) == 1]
    return _is_none(error, calls[0].args[0] if len(calls) == 1 else None)


def _attribute(error: CallError, match: re.Match[str]) -> str:
    nodes = [node for node in error.line.find(ast.Attribute) if node.attr == match[1]]
    value = nodes[0].value if len(nodes) == 1 else None
    if match[1] in IN_PLACE and isinstance(value, ast.Name):
        code = error.line.code(value, "A value")
        return (
            f"{code} is None; a method such as `append` returns None, so do not assign its result."
        )
    return _is_none(error, value)


def _call(error: CallError, _match: re.Match[str]) -> str:
    nodes = [call.func for call in error.line.find(ast.Call)]
    node = nodes[0] if len(nodes) == 1 else None
    code = error.line.code(node, "a value") if node else "a value"
    return f"Your code calls {code}, which is None and no function in this call."


def _argument(error: CallError, match: re.Match[str]) -> str:
    if not error.line.calls(match[1]):
        return f"Your code uses None where a number is needed; {WHY}."
    return f"`{match[1]}` gets None instead of a number; {WHY}."


RULES: Final = (
    rule(
        "none-as-operand",
        "TypeError",
        rf"unsupported operand type\(s\) for {OPERATOR}: '{TYPE}' and '{TYPE}'",
        _operand,
    ),
    rule(
        "none-as-operand",
        "TypeError",
        rf"'(<|>|<=|>=)' not supported between instances of '{TYPE}' and '{TYPE}'",
        _operand,
    ),
    rule(
        "none-as-operand",
        "TypeError",
        r"bad operand type for unary ([-+~]): '(NoneType)'",
        _operand,
    ),
    rule("none-as-operand", "TypeError", r"bad operand type for (abs)\(\): 'NoneType'", _argument),
    rule("none-used", "TypeError", r"'NoneType' object is not subscriptable", _index),
    rule("none-used", "TypeError", r"'NoneType' object does not support item assignment", _index),
    rule("none-used", "TypeError", r"'NoneType' object is not iterable", _loop),
    rule("none-used", "TypeError", r"cannot unpack non-iterable NoneType object", _unpack),
    rule("none-used", "TypeError", r"object of type 'NoneType' has no len\(\)", _length),
    rule("none-used", "TypeError", r"'NoneType' object is not callable", _call),
    rule(
        "none-used",
        "AttributeError",
        r"'NoneType' object has no attribute '(\w{1,40})'",
        _attribute,
    ),
    rule(
        "none-used",
        "TypeError",
        r"(float|int)\(\) argument must be .{1,60} not 'NoneType'",
        _argument,
    ),
    rule(
        "none-used",
        "TypeError",
        r"loop of ufunc does not support argument \d of type NoneType which has no callable "
        r"(?P<function>\w{1,30}) method",
        "`np.{function}` gets None instead of numbers; " + WHY + ".",
    ),
)
