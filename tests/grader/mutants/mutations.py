"""A mutation is one small change of a right function, made in its syntax tree.

A family of mutations is a function that is given a node and yields what may stand in its place.
"""

import ast
import copy
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import final

LONGEST = 160
"""So many characters of a statement are shown."""


@final
@dataclass(frozen=True)
class Mutation:
    """What was changed, where, and the changed tree."""

    family: str
    line: int
    before: str
    after: str
    tree: ast.AST

    @property
    def name(self):
        """Say what was done and where."""
        return f"{self.family}, line {self.line}: {self.before} → {self.after}"


@final
class Scope:
    """What a family may ask about the function as a whole."""

    def __init__(self, tree):
        self.tree = tree
        self.parents = {child: node for node in ast.walk(tree) for child in _children(node)}
        signed = isinstance(tree, (ast.FunctionDef, ast.Lambda))
        self.parameters = [a.arg for a in tree.args.args] if signed else []
        loaded = {n.id for n in ast.walk(tree) if _is(n, ast.Name, ast.Load)}
        stored = [n.id for n in ast.walk(tree) if _is(n, ast.Name, ast.Store)]
        self.names = [n for n in dict.fromkeys([*self.parameters, *stored]) if n in loaded]
        docstring = ast.get_docstring(tree, False) if isinstance(tree, ast.FunctionDef) else None
        strings = dict.fromkeys(n.value for n in ast.walk(tree) if _is_string(n))
        self.strings = [text for text in strings if text != docstring]


def mutations(tree, families) -> Iterator[Mutation]:
    """Yield every mutation of a function or an expression, each tree once, in a fixed order."""
    scope = Scope(tree)
    seen = {ast.dump(tree)}
    for path, node in list(_sites(tree)):
        for family, replacements in families.items():
            for new in replacements(node, scope):
                mutant = _replaced(tree, path, _placed(new, node))
                dump = ast.dump(mutant)
                if dump not in seen:
                    seen.add(dump)
                    yield _described(family, tree, mutant, path)


def _placed(new, old):
    """Say that a new node stands where the old one stood."""
    for node in new if isinstance(new, list) else [new]:
        if not hasattr(node, "lineno"):
            ast.fix_missing_locations(ast.copy_location(node, old))
    return new


def _is(node, kind, context):
    return isinstance(node, kind) and isinstance(node.ctx, context)


def _is_string(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _children(node):
    return ast.iter_child_nodes(node)


def _sites(node, path=()):
    """Yield every node that is the student's own to write, with the way to it."""
    for field, value in ast.iter_fields(node):
        if field in {"args", "returns", "annotation", "decorator_list"} and not isinstance(
            node, ast.Call
        ):
            continue  # the signature is given
        for index, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(child, ast.AST) and not _is_docstring(child):
                here = (*path, (field, index))
                yield here, child
                yield from _sites(child, here)


def _is_docstring(node):
    return isinstance(node, ast.Expr) and _is_string(node.value)


def _at(tree, path):
    for field, index in path:
        tree = getattr(tree, field)
        tree = tree if index is None else tree[index]
    return tree


def _replaced(tree, path, new):
    """Return a tree with another node, or several statements, in one place.

    Only what lies on the way there is copied.
    """
    (field, index), *rest = path
    changed = copy.copy(tree)
    value = getattr(tree, field)
    child = value if index is None else value[index]
    put = _replaced(child, rest, new) if rest else new
    if index is not None:
        put = [*value[:index], *(put if isinstance(put, list) else [put]), *value[index + 1 :]]
        if not put and field == "body":
            put = [ast.Pass()]
    setattr(changed, field, put)
    return changed


def _described(family, tree, mutant, path):
    """Write the statement around the change as it was and as it is."""
    depth = max(
        (i for i in range(len(path) + 1) if isinstance(_at(tree, path[:i]), ast.stmt)), default=0
    )
    old = _at(tree, path[:depth])
    line = next(n.lineno for n in (_at(tree, path), old) if hasattr(n, "lineno"))
    if depth == len(path) > 0:
        field, index = path[-1]
        parent, before = _at(mutant, path[:-1]), _at(tree, path[:-1])
        extra = len(getattr(parent, field)) - len(getattr(before, field)) + 1
        new = getattr(parent, field)[index : index + extra]
    else:
        new = [_at(mutant, path[:depth])]
    after = "; ".join(map(_header, new)) or "(nothing)"
    before = _header(old)
    if before == after:
        before, after = _first_difference(ast.unparse(old), "\n".join(map(ast.unparse, new)))
    return Mutation(family, line, before, after, mutant)


def _header(node):
    """Write the first line of a statement."""
    return ast.unparse(node).partition("\n")[0][:LONGEST]


def _first_difference(old, new):
    """Return the first line of a longer statement that is another one."""
    pairs = itertools.zip_longest(old.splitlines(), new.splitlines(), fillvalue="(end)")
    one, other = next(pair for pair in pairs if pair[0] != pair[1])
    return one.strip()[:LONGEST], other.strip()[:LONGEST]
