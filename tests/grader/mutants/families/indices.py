"""Indices and ranges that are one off, open where they should end, or exchanged."""

import ast


def indices(node, scope):
    """Yield other indices and slices."""
    match node:
        case ast.Subscript(value, ast.Tuple([first, second], context), ctx):
            yield ast.Subscript(value, ast.Tuple([second, first], context), ctx)
        case ast.Subscript(value, index, ctx):
            for other in _one_off(index):
                yield ast.Subscript(value, other, ctx)
        case ast.Slice(lower, upper, step):
            yield from (ast.Slice(other, upper, step) for other in _one_off(lower))
            yield from (ast.Slice(lower, other, step) for other in _one_off(upper))
            if upper is not None and not _is_integer(upper):
                yield ast.Slice(lower, _moved(upper, -1), step)
                yield ast.Slice(lower, _moved(upper, 1), step)
            if lower is not None:
                yield ast.Slice(None, upper, step)
            if upper is not None:
                yield ast.Slice(lower, None, step)
            if step is not None:
                yield ast.Slice(lower, upper, None)


def ranges(node, scope):
    """Yield ranges and lengths that are one off."""
    match node:
        case ast.Call(ast.Name("range") as called, [stop], []):
            yield ast.Call(called, [_moved(stop, -1)], [])
            yield ast.Call(called, [_moved(stop, 1)], [])
            yield ast.Call(called, [ast.Constant(1), stop], [])
        case ast.Call(ast.Name("range") as called, [start, stop, *step], []):
            yield ast.Call(called, [start, _moved(stop, -1), *step], [])
            yield ast.Call(called, [start, _moved(stop, 1), *step], [])
            if step:
                yield ast.Call(called, [start, stop], [])
        case ast.Call(ast.Name("len")):
            yield _moved(node, -1)


def _is_integer(node):
    match node:
        case ast.UnaryOp(ast.USub(), operand):
            return _is_integer(operand)
        case ast.Constant(value):
            return type(value) is int
    return False


def _one_off(node):
    """Yield the integers beside an integer."""
    if node is not None and _is_integer(node):
        value = ast.literal_eval(node)
        yield ast.Constant(value + 1)
        yield ast.Constant(value - 1)


def _moved(node, by):
    return ast.BinOp(node, ast.Add() if by > 0 else ast.Sub(), ast.Constant(abs(by)))
