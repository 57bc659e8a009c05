"""Widgets, lectures and problem sets use public names of the library only."""

import ast
import importlib
import pkgutil

import chainrule
import pytest

MODULES = {
    module.name
    for module in pkgutil.iter_modules(chainrule.__path__, prefix="chainrule.")
    if module.name.rpartition(".")[2] in chainrule.__all__
} | {"chainrule", "chainrule.optimizers.schedules"}
"""The modules whose names are documented: those that `chainrule` names, and the schedules."""

NAMED_TUPLE = {"_asdict", "_replace"}
"""Public methods of Python's named tuples, whose underscore keeps field names free."""

INTERNAL = {"compiled", "prepare", "settings"}
"""Attributes of models that have no underscore, because other modules of the library use them."""


def sources(root):
    """All Python files of the widgets, the lectures and the problem sets."""
    patterns = ("lib/chainrule_widgets/**/*.py", "course/lectures/*.py", "solutions/*/*.py")
    return [path for pattern in patterns for path in sorted(root.glob(pattern))]


def imported(tree):
    """Each name that is imported from the library: module and name, or None for the module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.partition(".")[0] == "chainrule":
                    yield alias.name, None
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "chainrule":
            for alias in node.names:
                yield node.module, alias.name


def is_public(module, name):
    """Whether a module is documented and has the name in its `__all__`."""
    if module not in MODULES:
        return False
    return name is None or name in importlib.import_module(module).__all__


def private_attributes(tree):
    """Each attribute that is internal, of anything but `self`, `cls` and `super()`."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute):
            continue
        own = ast.unparse(node.value) in {"self", "cls", "super()"}
        private = node.attr.startswith("_") and not node.attr.endswith("__")
        private = private and node.attr not in NAMED_TUPLE
        if (private and not own) or node.attr in INTERNAL:
            yield f"line {node.lineno}: .{node.attr}"


def test_sources_are_found(root):
    """There are widgets, lectures and problem sets to look at."""
    folders = {path.relative_to(root).parts[0] for path in sources(root)}
    assert {"lib", "course", "solutions"} == folders


@pytest.mark.parametrize(
    ("code", "private"),
    [
        ("from chainrule.trainers.examples import Batch", True),
        ("from chainrule.layers import Secret", True),
        ("import chainrule.trainers.compiled", True),
        ("from chainrule.layers import Dense", False),
        ("from chainrule import layers", False),
        ("from chainrule.optimizers.schedules import CosineDecay", False),
    ],
)
def test_a_private_import_is_seen(code, private):
    """The law below tells public imports from others."""
    (found,) = imported(ast.parse(code))
    assert private is not is_public(*found)


@pytest.mark.parametrize("code", ["layer._generator", "model.compiled.train(batch)"])
def test_a_private_attribute_is_seen(code):
    """The law below sees an underscore, and the attributes that are internal without one."""
    assert [*private_attributes(ast.parse(code))]
    assert not [*private_attributes(ast.parse("self._seen; named._replace"))][1:]


def test_only_public_names_are_used(root):
    """Every import is in an `__all__` of a documented module, and no attribute is internal."""
    found = {}
    for path in sources(root):
        tree = ast.parse(path.read_text())
        wrong = [f"{m}: {n}" for m, n in imported(tree) if not is_public(m, n)]
        wrong += private_attributes(tree)
        if wrong:
            found[str(path.relative_to(root))] = wrong
    assert {} == found
