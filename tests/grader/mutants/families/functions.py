"""A related function in the place of another, and a call that is forgotten."""

import ast

RELATED = {
    "sum": ("mean",),
    "mean": ("sum", "median"),
    "max": ("min",),
    "min": ("max",),
    "maximum": ("minimum",),
    "minimum": ("maximum",),
    "argmax": ("argmin",),
    "argmin": ("argmax",),
    "zeros": ("ones",),
    "ones": ("zeros",),
    "zeros_like": ("ones_like",),
    "ones_like": ("zeros_like",),
    "exp": ("exp2",),
    "log": ("log2",),
    "abs": ("sign",),
    "sign": ("abs",),
    "sqrt": ("square",),
    "var": ("std",),
    "std": ("var",),
    "tanh": ("sinh",),
    "nanmean": ("mean", "nansum"),
    "normal": ("uniform", "laplace"),
    "uniform": ("normal",),
    "random": ("standard_normal",),
    "permutation": ("shuffle",),
    "round": ("floor",),
    "floor": ("ceil",),
    "ceil": ("floor",),
    "float": ("int",),
    "int": ("float",),
    "append": ("insert",),
    "any": ("all",),
    "all": ("any",),
}
FORGOTTEN = frozenset(
    {
        "abs",
        "exp",
        "log",
        "sqrt",
        "sign",
        "clip",
        "sum",
        "mean",
        "round",
        "list",
        "float",
        "int",
        "bool",
        "array",
        "asarray",
        "permutation",
        "reversed",
        "where",
        "transpose",
        "tanh",
        "maximum",
        "minimum",
        "square",
        "cumsum",
        "isnan",
        "sorted",
    }
)
FORGOTTEN_METHODS = frozenset(
    {"copy", "astype", "ravel", "flatten", "reshape", "sum", "mean", "tolist", "round"}
)


def functions(node, scope):
    """Yield calls of related functions, and arguments that no function is applied to."""
    match node:
        case ast.Call(ast.Attribute(value, name, ctx), args, keywords):
            for other in RELATED.get(name, ()):
                yield ast.Call(ast.Attribute(value, other, ctx), args, keywords)
            if isinstance(value, ast.Name) and value.id in {"np", "math", "rng", "numpy"}:
                if name in FORGOTTEN and args:
                    yield args[0]
            elif name in FORGOTTEN_METHODS:
                yield value
        case ast.Call(ast.Name(name, ctx), args, keywords):
            for other in RELATED.get(name, ()):
                yield ast.Call(ast.Name(other, ctx), args, keywords)
            if name in FORGOTTEN and args:
                yield args[0]
