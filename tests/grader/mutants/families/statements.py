"""Statements that are forgotten, or that stand inside a loop instead of below it."""

import ast


def statements(node, scope):
    """Yield what is left where a statement, a condition or a loop is missing."""
    match node:
        case ast.Assign() | ast.AugAssign() | ast.Expr():
            yield []
        case ast.If(_, body, orelse):
            yield body
            yield orelse
        case ast.For(target, each, body, orelse):
            yield ast.For(target, each, [*body, ast.Break()], orelse)
            after = _next(node, scope)
            if isinstance(after, ast.Return):
                yield ast.For(target, each, [*body, after], orelse)
        case ast.While(test, body, orelse):
            yield ast.If(test, body, orelse)
        case ast.Break():
            yield ast.Continue()
        case ast.Continue():
            yield ast.Break()
        case ast.Return(value) if value is not None:
            yield ast.Expr(value)


def _next(node, scope):
    """Return the statement below a statement."""
    body = getattr(scope.parents.get(node), "body", [])
    if node in body and body.index(node) + 1 < len(body):
        return body[body.index(node) + 1]
    return None
