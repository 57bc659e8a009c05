"""The scripts that go to the page are complete, and a picture is computed once."""

import importlib
import pkgutil
import re

import chainrule_widgets
import pytest
from chainrule_widgets.explorable import Explorable, KernelExplorable, StateExplorable, look


def kinds(base=Explorable):
    for kind in base.__subclasses__():
        yield from kinds(kind) if kind in {KernelExplorable, StateExplorable} else [kind]


for module in pkgutil.walk_packages(chainrule_widgets.__path__, "chainrule_widgets."):
    importlib.import_module(module.name)

EXPLORABLES = pytest.mark.parametrize("explorable", sorted(kinds(), key=lambda kind: kind.__name__))


@EXPLORABLES
def test_script_stands_alone(explorable):
    """The script is one module that imports nothing and has no address to fetch anything from."""
    script = explorable._esm
    assert 1 == len(re.findall(r"\bas default\b", script))
    assert [] == re.findall(r"^import\b|\bimport\(", script, re.MULTILINE)
    addresses = re.findall(r"https?://[^\s\"']+", script + explorable._css)
    assert {"http://www.w3.org/2000/svg"} >= set(addresses)


def test_styles_are_joined(tmp_path):
    """The style sheet of all explorables comes before the explorable's own."""
    (tmp_path / "mine.css").write_text("/* mine */")
    joined = look(str(tmp_path / "mine.py"))
    assert joined.startswith("/* One look for all")
    assert joined.endswith("/* mine */")
