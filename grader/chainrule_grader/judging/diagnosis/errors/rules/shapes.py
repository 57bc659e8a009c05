"""Arrays have shapes that do not fit together."""

from __future__ import annotations

import ast
import math
import re
from typing import Final, TypeAlias

from chainrule_grader.judging.diagnosis.errors.line import Line, dotted_name
from chainrule_grader.judging.diagnosis.errors.rule import CallError, rule

Shape: TypeAlias = tuple[int, ...]

SHAPE: Final = r"\(([\d,]{0,60})\)"
"""The pattern of a shape in NumPy's messages: `(2,3)`, `(2,)` or `()`."""
JOINING: Final = ("np.concatenate", "np.vstack", "np.hstack", "np.stack", "np.append")


def _shape(text: str) -> Shape:
    return tuple(int(size) for size in text.split(",") if size)


def _broadcasts(*shapes: Shape) -> bool:
    longest = max(map(len, shapes))
    padded = [(1,) * (longest - len(shape)) + shape for shape in shapes]
    return all(len({*sizes} - {1}) <= 1 for sizes in zip(*padded, strict=True))


def _elementwise(line: Line) -> list[ast.AST]:
    """Return the operations of the line that may combine arrays entry by entry."""
    kept = [node for node in line.operations() if not isinstance(node.op, ast.MatMult)]
    calls = [call for call in line.find(ast.Call) if len(call.args) > 1 or _is_sum(call)]
    compared = [node for node in line.find(ast.Compare) if not _is_search(node)]
    return [*kept, *compared, *calls]


def _is_search(node: ast.Compare) -> bool:
    return any(isinstance(operator, (ast.In, ast.NotIn)) for operator in node.ops)


def _is_sum(call: ast.Call) -> bool:
    return dotted_name(call.func) == "sum"


def _broadcasting(error: CallError, match: re.Match[str]) -> str:
    first, second = map(_shape, match.groups())
    if _broadcasts(first, second):
        return ""
    if axis := _missing_axis(first, second):
        return _keepdims(first, second, axis)
    operations = _elementwise(error.line)
    code = error.line.only(operations, "Your code")
    if _is_matrix_product(first, second) and _is_multiplication(operations):
        return (
            f"`*` multiplies entry by entry, which does not fit shapes {first} and {second}; "
            "the matrix product is `@`."
        )
    if len(first) == 2 and first == second[::-1]:
        return (
            f"{code} combines shapes {first} and {second} entry by entry; "
            "they would fit if one were transposed."
        )
    return (
        f"{code} combines shapes {first} and {second} entry by entry, "
        "but their sizes differ along an axis."
    )


def _missing_axis(first: Shape, second: Shape) -> int | None:
    """Return the axis without which the longer shape is the shorter one."""
    longer, shorter = sorted((first, second), key=len, reverse=True)
    for axis in range(1, len(longer)):
        if longer[:axis] + longer[axis + 1 :] == shorter:
            return axis
    return None


def _keepdims(first: Shape, second: Shape, axis: int) -> str:
    longer = max(first, second, key=len)
    kept = (*longer[:axis], 1, *longer[axis + 1 :])
    return (
        f"Shapes {first} and {second} do not broadcast; "
        f"a sum or mean over axis {axis} keeps shape {kept} with keepdims=True."
    )


def _is_matrix_product(first: Shape, second: Shape) -> bool:
    return len(first) == 2 and 0 < len(second) <= 2 and first[1] == second[0]


def _is_multiplication(operations: list[ast.AST]) -> bool:
    """Return whether the only operation is a multiplication by `*`."""
    return len(operations) == 1 and isinstance(getattr(operations[0], "op", None), ast.Mult)


def _broadcasting_of_three(error: CallError, match: re.Match[str]) -> str:
    shapes = [_shape(text) for text in match.groups()]
    if _broadcasts(*shapes):
        return ""
    if error.line.find(ast.AugAssign) and not _broadcasts(*shapes[:2]):
        return (
            f"Your code combines shapes {shapes[0]} and {shapes[1]} entry by entry, "
            "but their sizes differ along an axis."
        )
    first, second, third = shapes
    return f"Your code combines shapes {first}, {second} and {third}, which do not broadcast."


def _broadcast_to(_error: CallError, match: re.Match[str]) -> str:
    given, target = map(_shape, match.groups())
    return f"Shape {given} cannot be broadcast to shape {target}; only axes of size 1 are repeated."


def _in_place(_error: CallError, match: re.Match[str]) -> str:
    stored, result = map(_shape, match.groups())
    return (
        f"The result has shape {result}, "
        f"which does not fit into the array of shape {stored} that your code changes in place."
    )


def _inner_sizes(error: CallError, match: re.Match[str]) -> str:
    right, left = match[1], match[2]
    products = [node for node in error.line.find(ast.BinOp) if isinstance(node.op, ast.MatMult)]
    calls = error.line.calls("np.matmul")
    code = error.line.only([*products, *calls], "")
    what = f"the matrix product {code}" if code else "a matrix product"
    return f"The inner dimensions of {what} are {left} and {right}; they must be equal."


def _product(error: CallError, match: re.Match[str]) -> str:
    if "inner" in error.line.source:  # NumPy's message has the shape of the transpose
        return ""
    first, second = map(_shape, match.groups()[:2])
    sentence = (
        f"A product of shapes {first} and {second} needs equal inner dimensions, "
        f"but they are {match[3]} and {match[4]}"
    )
    if len(first) == len(second) == 2 and (first[0] == second[0] or first[1] == second[1]):
        return f"{sentence}; transpose one factor."
    return f"{sentence}."


def _number_in_product(_error: CallError, match: re.Match[str]) -> str:
    side = "left" if match[1] == "0" else "right"
    return (
        f"The {side} factor of the matrix product is a single value without axes; "
        "multiply by a number with `*`."
    )


def _reshape(_error: CallError, match: re.Match[str]) -> str:
    size, target = int(match[1]), match[2]
    # NumPy writes "(2)" for the shape (-1, 2), but "(2,)" for the shape (2,).
    shape = _shape(target) if "newaxis" not in target else ()
    if "," in target and shape and math.prod(shape) != size:
        return (
            f"Your code reshapes an array with {size} entries to shape {shape}, "
            f"which has {math.prod(shape)}; both numbers must be equal."
        )
    return (
        f"Your code reshapes an array with {size} entries, "
        "but this number of entries does not fit the new shape."
    )


def _assignment(_error: CallError, match: re.Match[str]) -> str:
    given, place = map(_shape, match.groups())
    return (
        f"Your code assigns an array of shape {given} to a place of shape {place}; "
        "the shapes must fit."
    )


def _sequence_in_entry(error: CallError, _match: re.Match[str]) -> str:
    targets = [
        target
        for node in error.line.find(ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Subscript)
    ]
    if len(targets) != 1:
        return ""
    code = error.line.code(targets[0], "one entry of an array")
    return f"Your code stores several values in {code}, which has room for one number."


def _joining(error: CallError, match: re.Match[str]) -> str:
    axis, first, one, second, other = match.groups()
    calls = error.line.calls(*JOINING)
    name = f"`{dotted_name(calls[0].func)}`" if len(calls) == 1 else "Your code"
    return (
        f"{name} joins arrays with sizes {one} and {other} along axis {axis} "
        f"(arrays {first} and {second}); these sizes must be equal."
    )


RULES: Final = (
    rule(
        "broadcasting",
        "ValueError",
        rf"operands could not be broadcast together with shapes {SHAPE} {SHAPE} ?$",
        _broadcasting,
    ),
    rule(
        "broadcasting",
        "ValueError",
        rf"operands could not be broadcast together with shapes {SHAPE} {SHAPE} {SHAPE} ?$",
        _broadcasting_of_three,
    ),
    rule(
        "broadcasting",
        "ValueError",
        rf"non-broadcastable output operand with shape {SHAPE} doesn't match the broadcast shape "
        rf"{SHAPE}",
        _in_place,
    ),
    rule(
        "matrix-product-shapes",
        "ValueError",
        r"matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature "
        r"\(n\?,k\),\(k,m\?\)->\(n\?,m\?\) \(size (\d{1,12}) is different from (\d{1,12})\)",
        _inner_sizes,
    ),
    rule(
        "matrix-product-shapes",
        "ValueError",
        rf"shapes {SHAPE} and {SHAPE} not aligned: (\d{{1,12}}) \(dim \d\) != (\d{{1,12}}) ",
        _product,
    ),
    rule(
        "matrix-product-with-a-number",
        "ValueError",
        r"matmul: Input operand ([01]) does not have enough dimensions \(has 0",
        _number_in_product,
    ),
    rule(
        "reshape",
        "ValueError",
        r"cannot reshape array of size (\d{1,12}) into shape \(((?:\d|,|newaxis){0,60})\)",
        _reshape,
    ),
    rule(
        "assignment-of-another-shape",
        "ValueError",
        rf"could not broadcast input array from shape {SHAPE} into shape {SHAPE}",
        _assignment,
    ),
    rule(
        "rows-of-different-lengths",
        "ValueError",
        r"setting an array element with a sequence\. The requested array has an inhomogeneous",
        "NumPy cannot make an array from this list, because its items have different lengths or "
        "shapes.",
    ),
    rule(
        "array-in-one-entry",
        "ValueError TypeError",
        r"setting an array element with a sequence\.$",
        _sequence_in_entry,
    ),
    rule(
        "joined-shapes",
        "ValueError",
        r"all the input array dimensions except for the concatenation axis must match exactly, but "
        r"along dimension (\d), the array at index (\d{1,4}) has size (\d{1,12}) and the array at "
        r"index (\d{1,4}) has size (\d{1,12})",
        _joining,
    ),
    rule(
        "joined-shapes",
        "ValueError",
        r"all the input arrays must have same number of dimensions, but the array at index "
        r"(?P<first>\d{1,4}) has (?P<one>\d{1,2}) dimension\(s\) and the array at index "
        r"(?P<second>\d{1,4}) has (?P<other>\d{1,2}) dimension\(s\)",
        "Your code joins arrays with different numbers of axes: array {first} has {one}, "
        "and array {second} has {other}.",
    ),
    rule(
        "joined-shapes",
        "ValueError",
        r"all input arrays must have the same shape",
        "Your code stacks arrays of different shapes; all of them must have the same shape.",
    ),
    rule(
        "broadcasting",
        "ValueError",
        r"operands could not be broadcast together with remapped shapes \[original->remapped\]: "
        rf"{SHAPE}  and requested shape {SHAPE}",
        _broadcast_to,
    ),
    rule(
        "reshape",
        "ValueError",
        r"can only specify one unknown dimension",
        "Your code reshapes with -1 for two axes; only one axis can be -1.",
    ),
    rule(
        "transpose",
        "ValueError",
        r"axes don't match array",
        "Your code transposes with a list of axes that has not one number for each axis.",
    ),
    rule(
        "squeeze",
        "ValueError",
        r"cannot select an axis to squeeze out which has size not equal to one",
        "Your code squeezes an axis whose size is not 1; only axes of size 1 can be removed.",
    ),
    rule(
        "linear-algebra",
        "LinAlgError",
        r"Last 2 dimensions of the array must be square",
        "Your code inverts or solves with a matrix that is not square; "
        "it needs as many rows as columns.",
    ),
    rule(
        "linear-algebra",
        "LinAlgError",
        r"Singular matrix",
        "Your code inverts or solves with a singular matrix, which has no inverse.",
    ),
    rule(
        "empty-array",
        "ValueError",
        r"zero-size array to reduction operation (?:maximum|minimum)"
        r"|attempt to get arg(?:max|min) of an empty sequence"
        r"|(?:max|min)\(\) (?:arg is an empty sequence|iterable argument is empty)",
        "Your code looks for the largest or smallest entry of an empty array or list.",
    ),
    rule(
        "unequal-parts",
        "ValueError",
        r"array split does not result in an equal division",
        "np.split needs parts of equal size, but the array does not divide evenly; "
        "np.array_split allows a smaller last part.",
    ),
    rule(
        "negative-size",
        "ValueError",
        r"negative dimensions are not allowed",
        "Your code makes an array with a negative size; a size is 0 or larger.",
    ),
    rule(
        "read-only-array",
        "ValueError",
        r"assignment destination is read-only",
        "Your code writes into an array that is read-only; make a copy first.",
    ),
    rule(
        "where-with-one-choice",
        "ValueError",
        r"either both or neither of x and y should be given",
        "np.where needs two choices after the condition: "
        "one where it is true, one where it is false.",
    ),
    rule(
        "array-too-large",
        "_ArrayMemoryError MemoryError",
        r"Unable to allocate (?P<size>[\d.]{1,10} [KMGTPE]iB) for an array",
        "Your code makes an array that needs {size} of memory; make smaller arrays.",
    ),
)
