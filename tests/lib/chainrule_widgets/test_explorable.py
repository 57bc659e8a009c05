"""The scripts that go to the page are complete and ask nobody else."""

import importlib
import pkgutil
import re

import chainrule_widgets
import pytest
from chainrule_widgets.explorable import Answering, Explorable, look, script


def kinds(base=Explorable):
    for kind in base.__subclasses__():
        yield from kinds(kind) if kind is Answering else [kind]


for module in pkgutil.walk_packages(chainrule_widgets.__path__, "chainrule_widgets."):
    importlib.import_module(module.name)


@pytest.mark.parametrize("explorable", sorted(kinds(), key=lambda kind: kind.__name__))
def test_script_stands_alone(explorable):
    """One module with the shared tools in it, and no address to fetch anything from."""
    script = explorable._esm
    assert 1 == script.count("export default")
    assert "const svg" in script
    addresses = re.findall(r"https?://\S+", script + explorable._css)
    assert [] == [address for address in addresses if "www.w3.org/2000/svg" not in address]
    assert [] == re.findall(r"\bimport\b[ (]", re.sub(r"//.*", "", script))


def test_neighbours_come_before_shared_tools(tmp_path):
    """A tool is looked for beside the explorable, then beside `draw.js`; looks are joined too."""
    for name in ("mine.js", "part.js", "mine.css"):
        (tmp_path / name).write_text(f"/* {name} */")
    whole = script(str(tmp_path / "mine.py"), "part", "field")
    places = [whole.index(text) for text in ("const svg", "part.js", "const border", "mine.js")]
    assert sorted(places) == places
    assert look(str(tmp_path / "mine.py")).endswith("/* mine.css */")


@pytest.mark.parametrize("explorable", sorted(kinds(), key=lambda kind: kind.__name__))
def test_no_name_is_given_twice(explorable):
    """An explorable's own names are not those of the shared tools, or its script would not load."""
    declared = re.findall(
        r"^(?:async )?(?:const|let|function|class) (\w+)", explorable._esm, re.MULTILINE
    )
    assert [] == [name for name in declared if declared.count(name) > 1]
