"""An index does not fit what it is applied to."""

from __future__ import annotations

import ast
import re
from typing import Final

from chainrule_grader.judging.diagnosis.errors.line import Line, dotted_name
from chainrule_grader.judging.diagnosis.errors.rule import CallError, rule
from chainrule_grader.judging.diagnosis.errors.type_words import (
    FUNCTIONS,
    ITERATORS,
    TYPE,
    in_words,
    is_number,
)

INDEX: Final = r"index (-?\d{1,12}) is out of bounds for axis (\d{1,2}) with size (\d{1,12})"


def _axes(count: int) -> str:
    return "one axis" if count == 1 else f"{count} axes"


def _out_of_bounds(_error: CallError, match: re.Match[str]) -> str:
    index, axis, size = (int(text) for text in match.groups())
    if index < 0:
        return f"Index {index} does not exist, because axis {axis} of the array has size {size}."
    if size == 0:
        return f"Index {index} does not exist, because axis {axis} of the array is empty."
    return (
        f"Index {index} does not exist: axis {axis} has size {size}, "
        f"so its indices are 0 to {size - 1}."
    )


def _sequence(error: CallError, match: re.Match[str]) -> str:
    kind = match[1]
    shapes = [node for node in error.line.find(ast.Subscript) if _is_shape_entry(node)]
    if kind == "tuple" and len(shapes) == 1 == len(error.line.find(ast.Subscript)):
        code = error.line.code(shapes[0], "`shape[…]`")
        return f"{code} does not exist in this call, because the array has fewer axes."
    code = error.line.only(error.line.find(ast.Subscript), f"an item of a {kind}")
    return (
        f"Your code reads {code}, but the {kind} is shorter; its last index is its length minus 1."
    )


def _is_shape_entry(node: ast.Subscript) -> bool:
    return isinstance(node.value, ast.Attribute) and node.value.attr == "shape"


def _too_many(error: CallError, match: re.Match[str]) -> str:
    axes, indices = int(match[1]), int(match[2])
    if axes == 0:
        return "Your code uses an index on an array without axes, which is a single number."
    code = error.line.only(error.line.find(ast.Subscript), "Your code")
    return f"{code} uses {indices} indices, but the array has {_axes(axes)} in this call."


def _not_subscriptable(error: CallError, match: re.Match[str]) -> str:
    kind = match[1]
    value = _indexed(error.line)
    if kind in FUNCTIONS or kind == "type":
        function = value or "a function"
        return f"Your code puts square brackets after {function}; a call needs round brackets."
    if kind in ITERATORS or kind == "set":
        return (
            f"{_subject(value)} is {in_words(kind)}, which has no indices; convert it with `list`."
        )
    if kind == "module":
        return (
            f"{_subject(value)} is a module and has no indices; is the name of a function missing?"
        )
    if is_number(kind) or kind == "bool":
        words = in_words(kind)
        return f"Your code uses an index on {value or 'a value'}, which is {words} in this call."
    return ""


def _subject(value: str) -> str:
    return value or "The indexed value"


def _indexed(line: Line) -> str:
    """Quote what the only index of the line is applied to, or return ""."""
    nodes = line.find(ast.Subscript)
    return line.code(nodes[0].value, "") if len(nodes) == 1 else ""


def _numpy_number(error: CallError, _match: re.Match[str]) -> str:
    value = _indexed(error.line)
    return (
        f"Your code uses an index on {value or 'a value'}, which is a single number in this call."
    )


def _no_item_assignment(error: CallError, match: re.Match[str]) -> str:
    kind, value = match[1], _indexed(error.line)
    words = in_words(kind)
    if kind == "NoneType" or not words:
        return ""
    if kind in {"tuple", "range", "str"}:
        subject = value or "A value in your code"
        return (
            f"{subject} is {words}, whose entries cannot be assigned; make a list or array first."
        )
    return f"Your code assigns to an entry of {value or 'a value'}, which is {words} in this call."


def _length(error: CallError, match: re.Match[str]) -> str:
    kind = match[1]
    calls = [call for call in error.line.calls("len") if len(call.args) == 1]
    code = error.line.code(calls[0].args[0], "its argument") if len(calls) == 1 else "its argument"
    if kind in ITERATORS:
        return (
            f"`len` needs a length, but {code} is {in_words(kind)}; convert it with `list` first."
        )
    if not error.line.calls("len"):
        return "Your code uses a single value where an array or a list is needed."
    if is_number(kind) or kind in {"bool", "numpy.bool", "function"}:
        return f"`len` needs an array or a list, but {code} is {in_words(kind)} in this call."
    return ""


def _loop(error: CallError, match: re.Match[str]) -> str:
    kind, line = match[1], error.line
    if not is_number(kind):
        return ""
    additions = [n for n in line.find(ast.AugAssign) if isinstance(n.op, ast.Add)]
    if len(additions) == 1 and not line.find(ast.Call) and not line.loops():
        target = line.code(additions[0].target, "The variable")
        return (
            f"{target} is a list here, and `+=` extends a list; use append, or an array for a sum."
        )
    loops = line.loops()
    calls = [call for call in line.find(ast.Call) if call not in line.calls("len")]
    if len(loops) == 1 and not calls:
        code = line.code(loops[0].iter, "a value")
        if _is_length(loops[0].iter):
            return (
                f"Your code loops over {code}, which is a single number; loop over `range` of it."
            )
        return f"Your code loops over {code}, which is a single number in this call."
    for name in ("sum", "max", "min", "list", "sorted", "zip", "enumerate", "set", "tuple"):
        if not loops and len(calls) == 1 == len(line.calls(name)):
            return (
                f"`{name}` needs an array or a list, "
                "but an argument is a single number in this call."
            )
    return "Your code uses a single number where an array or a list is needed."


def _is_length(node: ast.expr) -> bool:
    """Return whether an expression is a length: `len(z)`, `z.shape[0]` or `z.size`."""
    if isinstance(node, ast.Call):
        return dotted_name(node.func) == "len"
    if isinstance(node, ast.Attribute):
        return node.attr == "size"
    return isinstance(node, ast.Subscript) and _is_shape_entry(node)


def _unpack(_error: CallError, match: re.Match[str]) -> str:
    if not is_number(match[1]):
        return ""
    return "Your code unpacks a single number into several variables; each of them needs a value."


def _counts(error: CallError, match: re.Match[str]) -> str:
    names, given = int(match["names"]), match["given"]
    variables = f"{names} variable{'' if names == 1 else 's'}"
    values = f"{given} value{'' if given == '1' else 's'}"
    if match["few"] is None:
        values = f"more than {names} value{'' if names == 1 else 's'}"
    of_shape = [n for n in error.line.find(ast.Assign) if _reads_shape(n)]
    if of_shape:
        axes = _axes(int(given)) if given else "more axes"
        return f"Your code unpacks a shape into {variables}, but the array has {axes} in this call."
    return f"Your code unpacks {values} into {variables}; both numbers must be equal."


def _reads_shape(node: ast.Assign) -> bool:
    return isinstance(node.value, ast.Attribute) and node.value.attr == "shape"


def _mask(_error: CallError, match: re.Match[str]) -> str:
    axis, size, mask = match.groups()
    return (
        f"The mask has size {mask} along axis {axis}, but the array has size {size}; "
        "both must be equal."
    )


def _index_of_no_integer(error: CallError, _match: re.Match[str]) -> str:
    nodes = error.line.find(ast.Subscript)
    if len(nodes) == 1 and not isinstance(nodes[0].slice, ast.Tuple):
        code = error.line.code(nodes[0].slice, "of your array")
        return f"The index {code} is neither an integer, a slice nor a mask; it may be a float."
    return (
        "Your code uses an index that is neither an integer, a slice nor a mask, but maybe a float."
    )


def _list_index(error: CallError, match: re.Match[str]) -> str:
    kind, index = match[1], match[2]
    value = _indexed(error.line)
    subject = value or f"A {kind}"
    if index == "tuple":
        return (
            f"{subject} is a {kind}, which takes one index; convert it with np.array for several."
        )
    if index == "str":
        return f"{subject} is a {kind}, which takes integers as indices and no strings."
    if index == "float" or index.startswith("numpy.float"):
        return (
            f"{subject} is a {kind}, whose indices are integers, but the index is a float; "
            "use `//` or `int`."
        )
    return ""


def _not_integer(error: CallError, match: re.Match[str]) -> str:
    """Explain a float or a tuple where an integer is needed, such as a size."""
    words = "a float" if match[1].startswith(("float", "numpy.float")) else in_words(match[1])
    names = [
        name for name in ("range", "np.zeros", "np.ones", "np.empty") if error.line.calls(name)
    ]
    if not words or words == "a single number":
        return ""
    what = f"`{names[0]}` needs integers" if len(names) == 1 else "Your code needs an integer"
    if words == "a float":
        advice = "; `/` always gives a float, so use `//` or `int`"
        return f"{what}, but gets a float{advice}."
    return f"{what}, but gets {words}."


def _array_as_index(error: CallError, _match: re.Match[str]) -> str:
    """Explain an array where one integer is needed."""
    line = error.line
    ranges, subscripts = line.calls("range"), line.find(ast.Subscript)
    if len(ranges) == 1 and not subscripts:
        return "`range` needs integers, but an argument is an array; use its length or size."
    if len(subscripts) == 1 and not ranges and not line.find(ast.Call):
        value = line.code(subscripts[0].value, "A list")
        return (
            f"{value} is not an array and takes no array as index; convert it with np.array first."
        )
    return "Your code uses an array where one integer is needed."


def _data_type(error: CallError, _match: re.Match[str]) -> str:
    """Explain `np.zeros(2, 3)`: the second argument is taken as the data type."""
    names = ("np.zeros", "np.ones", "np.empty")
    calls = [call for call in error.line.calls(*names) if len(call.args) > 1]
    if len(calls) == 1:
        code = error.line.code(calls[0], "Your code")
        return f"{code} passes the second size as data type; the shape must be one tuple."
    if len(error.line.calls("np.array")) == 1:
        return "np.array takes one list of values; your code passes a value as the data type."
    return ""


RULES: Final = (
    rule("index-out-of-bounds", "IndexError", INDEX, _out_of_bounds),
    rule(
        "index-out-of-bounds",
        "IndexError",
        r"(list|tuple|string) index out of range",
        _sequence,
    ),
    rule(
        "index-out-of-bounds",
        "IndexError",
        r"list assignment index out of range",
        "Your code changes a list entry that does not exist; use append to make a list longer.",
    ),
    rule(
        "value-not-in-list",
        "ValueError",
        r".{0,60} is not in list$|list\.remove\(x\): x not in list",
        "Your code looks for a value in a list that does not contain this value.",
    ),
    rule(
        "pop-from-empty-list",
        "IndexError",
        r"pop from empty list",
        "Your code calls `pop` on an empty list.",
    ),
    rule(
        "too-many-indices",
        "IndexError",
        r"too many indices for array: array is (\d{1,2})-dimensional, but (\d{1,2}) were indexed",
        _too_many,
    ),
    rule("index-of-a-number", "IndexError", r"invalid index to scalar variable", _numpy_number),
    rule(
        "index-of-a-number",
        "TypeError",
        rf"'{TYPE}' object is not subscriptable",
        _not_subscriptable,
    ),
    rule(
        "index-of-a-number",
        "TypeError",
        rf"'{TYPE}' object does not support item assignment",
        _no_item_assignment,
    ),
    rule("length-of-a-number", "TypeError", rf"object of type '{TYPE}' has no len\(\)", _length),
    rule(
        "length-of-a-number",
        "TypeError",
        r"len\(\) of unsized object",
        "`len` needs an array with axes, but its argument is a single number in this call.",
    ),
    rule("loop-over-a-number", "TypeError", rf"'{TYPE}' object is not iterable", _loop),
    rule(
        "loop-over-a-number",
        "TypeError",
        r"iteration over a 0-d array",
        "Your code loops over an array without axes, which is a single number.",
    ),
    rule(
        "unpacking",
        "TypeError",
        rf"cannot unpack non-iterable {TYPE} object",
        _unpack,
    ),
    rule(
        "unpacking",
        "ValueError",
        r"(?:too many|not enough(?P<few>)) values to unpack "
        r"\(expected (?:at least )?(?P<names>\d{1,4})"
        r"(?:, got (?P<given>\d{1,9}))?\)",
        _counts,
    ),
    rule(
        "mask-of-another-shape",
        "IndexError",
        r"boolean index did not match indexed array along (?:axis|dimension) (\d{1,2}); "
        r"(?:size of axis|dimension) is (\d{1,12}) but "
        r"(?:size of corresponding boolean axis|corresponding boolean dimension) is (\d{1,12})",
        _mask,
    ),
    rule(
        "mask-of-another-shape",
        "ValueError",
        r"NumPy boolean array indexing assignment cannot assign (?P<given>\d{1,12}) input values? "
        r"to the (?P<places>\d{1,12}) output values? where the mask is true",
        "The mask selects {places} entries, but your code assigns {given} values to them; "
        "select the values with the same mask.",
    ),
    rule(
        "mask-of-another-shape",
        "TypeError",
        r"NumPy boolean array indexing assignment requires a 0 or 1-dimensional input, "
        r"input has (?P<axes>\d{1,2}) dimensions",
        "Your code assigns an array with {axes} axes to the entries that a mask selects; "
        "select the values with the same mask.",
    ),
    rule(
        "float-as-index",
        "IndexError",
        r"arrays used as indices must be of integer",
        "Your code uses an array as index that holds neither integers nor booleans; "
        "convert it with `astype(int)`.",
    ),
    rule(
        "float-as-index",
        "IndexError",
        r"only integers, slices",
        _index_of_no_integer,
    ),
    rule(
        "float-as-index",
        "TypeError",
        r"slice indices must be integers",
        "Your code slices with a float or another value that is no integer; use `//` or `int`.",
    ),
    rule(
        "float-as-index",
        "TypeError",
        rf"(list|tuple) indices must be integers or slices, not {TYPE}",
        _list_index,
    ),
    rule(
        "float-as-integer",
        "TypeError",
        rf"'{TYPE}' object cannot be interpreted as an integer",
        _not_integer,
    ),
    rule(
        "float-as-integer",
        "TypeError",
        r"expected a sequence of integers or a single integer, got '(?P<number>[\d.e+-]{1,30})'",
        "Your code uses the float {number} as a size; sizes are integers, so use `//` or `int`.",
    ),
    rule(
        "array-as-integer",
        "TypeError",
        r"only integer scalar arrays can be converted",
        _array_as_index,
    ),
    rule(
        "shape-not-in-a-tuple",
        "TypeError",
        r"Cannot interpret '.{1,40}' as a data type",
        _data_type,
    ),
)
