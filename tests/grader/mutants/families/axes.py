"""Another axis, a forgotten one, lost dimensions, and a forgotten transpose."""

import ast

OTHERS = {0: (1,), 1: (0,), -1: (0,), 2: (1,)}


def axes(node, scope):
    """Yield calls along other axes."""
    match node:
        case ast.Call(func, args, keywords):
            for i, keyword in enumerate(keywords):
                others = [*keywords[:i], *keywords[i + 1 :]]
                if keyword.arg in {"axis", "keepdims", "axes"}:
                    yield ast.Call(func, args, others)
                if keyword.arg == "axis":
                    for other in OTHERS.get(_number(keyword.value), ()):
                        axis = ast.keyword("axis", ast.Constant(other))
                        yield ast.Call(func, args, [*keywords[:i], axis, *keywords[i + 1 :]])
        case ast.Attribute(value, "T"):
            yield value


def _number(node):
    """Read a constant, also a negative one."""
    try:
        return ast.literal_eval(node)
    except ValueError:
        return None
