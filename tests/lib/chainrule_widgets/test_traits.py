"""The names that a page script reads are traits of its explorable."""

import importlib
import re
from pathlib import Path

import pytest
from chainrule_widgets.explorable import Explorable

SCRIPTS = Path(__file__).parents[3] / "lib" / "page_scripts"
PACKAGE = SCRIPTS.parent / "chainrule_widgets"
PAIRS = {
    f"{path.parent.name}.{path.stem}": path
    for path in sorted(SCRIPTS.glob("*/*.js"))
    if (PACKAGE / path.parent.name / f"{path.stem}.py").exists()
    and "export default" in path.read_text()  # the others belong to an explorable
}


def synced(module):
    """The traits that the explorables of a module share with the page."""
    found = vars(importlib.import_module(f"chainrule_widgets.{module}")).values()
    classes = [one for one in found if isinstance(one, type) and issubclass(one, Explorable)]
    return {name for one in classes for name in one.class_traits(sync=True)}


def test_there_are_scripts():
    """Every chapter has its explorables."""
    assert len(PAIRS) > 60


@pytest.mark.parametrize("module", PAIRS)
def test_what_a_script_reads_is_a_trait(module):
    """The page gets `undefined` for any other name, and says nothing."""
    read = set(re.findall(r"""model\.get\(["'](\w+)["']\)""", PAIRS[module].read_text()))
    assert read <= synced(module), f"no trait of {module}: {sorted(read - synced(module))}"
