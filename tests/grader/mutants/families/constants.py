"""Other numbers, and the opposite of a truth value."""

import ast


def constants(node, scope):
    """Yield other constants of the same kind."""
    if not isinstance(node, ast.Constant):
        return
    value = node.value
    match value:
        case bool():
            others = (not value,)
        case int():
            others = (value + 1, value - 1)
        case float() if value == 0:
            others = (1.0,)
        case float() if abs(value) < 1e-2:
            others = (value * 10, value / 10, 0.0)
        case float():
            others = (value * 2, value + 1, 0.0)
        case _:
            others = ()
    yield from map(ast.Constant, others)
