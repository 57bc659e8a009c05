"""One name in the place of another, and two things in each other's place."""

import ast

NEIGHBOURS = 3
"""By so many other names is a name replaced: those that appear next to it in the function."""


def names(node, scope):
    """Yield other names of the function, and other keys."""
    match node:
        case ast.Name(name, ast.Load()) if name in scope.names:
            at = scope.names.index(name)
            near = sorted(range(len(scope.names)), key=lambda i: (abs(i - at), i))
            for i in near[1 : NEIGHBOURS + 1]:
                yield ast.Name(scope.names[i], ast.Load())
        case ast.Constant(str() as text) if text in scope.strings:
            others = [other for other in scope.strings if other != text]
            yield from map(ast.Constant, others[:1])


def exchanges(node, scope):
    """Yield calls, tuples and dicts with two neighbours exchanged, or an argument forgotten."""
    match node:
        case ast.Call(func, args, keywords):
            for exchanged in _exchanged(args):
                yield ast.Call(func, exchanged, keywords)
            for i, keyword in enumerate(keywords):
                if keyword.arg not in {"axis", "keepdims", "axes"}:
                    yield ast.Call(func, args, [*keywords[:i], *keywords[i + 1 :]])
        case ast.Tuple(elements, ctx) if not isinstance(scope.parents.get(node), ast.Subscript):
            for exchanged in _exchanged(elements):
                yield ast.Tuple(exchanged, ctx)
        case ast.Dict(keys, values):
            for exchanged in _exchanged(values):
                yield ast.Dict(keys, exchanged)


def _exchanged(nodes):
    """Yield a list with each two neighbours exchanged."""
    for i in range(len(nodes) - 1):
        if not any(isinstance(n, ast.Starred) for n in nodes[i : i + 2]):
            yield [*nodes[:i], nodes[i + 1], nodes[i], *nodes[i + 2 :]]
