"""Results that are written into an argument, or into an array that is still needed."""

import ast

UFUNCS = frozenset(
    {
        "maximum",
        "minimum",
        "exp",
        "abs",
        "clip",
        "tanh",
        "sign",
        "sqrt",
        "log",
        "where",
        "negative",
        "add",
    }
)


def in_place(node, scope):
    """Yield forms that save an array and change another."""
    match node:
        case ast.Assign([ast.Name(target)], ast.BinOp(ast.Name(left), op, right)):
            if target == left:
                yield _augmented(left, op, right)
            elif left in scope.parameters:
                same = ast.Assign([ast.Name(target, ast.Store())], _loaded(left))
                yield [_augmented(left, op, right), same]
        case ast.Return(ast.BinOp(ast.Name(left), op, right)) if left in scope.parameters:
            yield [_augmented(left, op, right), ast.Return(_loaded(left))]
        case ast.Return(ast.Tuple([ast.BinOp(ast.Name(left), op, right), *rest])) if (
            left in scope.parameters
        ):
            results = ast.Tuple([_loaded(left), *rest], ast.Load())
            yield [_augmented(left, op, right), ast.Return(results)]
        case ast.Call(ast.Attribute(ast.Name("np"), name), [ast.Name(first), *_] as args, []) if (
            name in UFUNCS and first in scope.parameters
        ):
            yield ast.Call(node.func, args, [ast.keyword("out", _loaded(first))])


def overwritten(node, scope):
    """Yield forms that put a whole result into an argument."""
    match node:
        case ast.Assign([ast.Name(target)], value) if target in scope.parameters:
            yield ast.Assign([_whole(target)], value)
        case ast.Return(ast.Call() | ast.BinOp() as value) if scope.parameters:
            first = scope.parameters[0]
            yield [ast.Assign([_whole(first)], value), ast.Return(_loaded(first))]


def _augmented(name, op, value):
    return ast.AugAssign(ast.Name(name, ast.Store()), op, value)


def _loaded(name):
    return ast.Name(name, ast.Load())


def _whole(name):
    return ast.Subscript(_loaded(name), ast.Constant(Ellipsis), ast.Store())
