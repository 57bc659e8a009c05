"""Names in code say what the glossary says."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

TABLE = tomllib.loads((Path(__file__).parent / "glossary.toml").read_text())
PACKAGES = ("chainrule", "chainrule_widgets", "chainrule_grader", "chainrule_worker")


def words(name):
    """The words of a name, in lower case."""
    return re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+", name.replace("_", " "))


def names(path):
    """All names that a module gives: its own, classes, functions, arguments, attributes, values."""
    yield path.stem
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def offences(path, package="chainrule"):
    """Each name with a word that the glossary replaces, and what to say."""
    for name in sorted(set(names(path))):
        plain = name.strip("_")
        for term in TABLE["term"]:
            is_allowed = term.get("allowed", {}).keys() & {plain, f"{package}.{plain}"}
            if term["scope"] not in {"all", package} or is_allowed:
                continue
            if any(re.fullmatch(term["pattern"], word.lower()) for word in words(name)):
                yield f"{name}: say {term['say']}"


def checked(root, package):
    """The modules of a package in which the law holds."""
    folder = next(root.glob(f"*/{package}"))
    return sorted(folder.rglob("*.py"))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("backward_fused", ["backward", "fused"]),
        ("MeanLoss", ["Mean", "Loss"]),
        ("ReLU", ["Re", "LU"]),
        ("_x_hat", ["x", "hat"]),
    ],
)
def test_words_of_a_name(name, expected):
    """Underscores and capitals divide a name."""
    assert expected == words(name)


def test_an_offence_is_seen(tmp_path):
    """Modules, classes, functions, arguments, attributes and local names are read."""
    path = tmp_path / "tally.py"
    path.write_text("class Bent:\n def walk(self, wanted):\n  self.share = slope_of = 1\n")
    found = [offence.partition(":")[0] for offence in offences(path)]
    assert sorted(["tally", "Bent", "walk", "wanted", "share", "slope_of"]) == sorted(found)


def test_every_exception_has_a_reason_and_a_use(root):
    """An allowed name is used in its package, or in one of them, and its reason is a sentence."""
    used = {
        name
        for package in TABLE["packages"]
        for path in checked(root, package)
        for plain in {name.strip("_") for name in names(path)}
        for name in (plain, f"{package}.{plain}")
    }
    for term in TABLE["term"]:
        assert term["scope"] in {"all", *PACKAGES}
        for name, reason in term.get("allowed", {}).items():
            assert name in used, f"no module uses {name}; remove it from glossary.toml"
            assert len(reason.split()) > 2, f"give the reason why {name} is allowed"


def test_an_exception_may_hold_in_one_package(tmp_path):
    """The same name is an offence in another package."""
    path = tmp_path / "limits.py"
    path.write_text("memory = 1\n")
    assert [] == list(offences(path, "chainrule_grader"))
    assert ["memory"] == [one.partition(":")[0] for one in offences(path, "chainrule_widgets")]


@pytest.mark.parametrize("package", TABLE["packages"])
def test_names_follow_the_glossary(root, package):
    """No name of the package has a word for which the glossary has another."""
    found = {
        str(path.relative_to(root)): wrong
        for path in checked(root, package)
        if (wrong := list(offences(path, package)))
    }
    assert {} == found, (
        f"rename these, or allow a name that is the field's own in tests/lib/glossary.toml: {found}"
    )
