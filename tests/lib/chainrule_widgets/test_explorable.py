"""The scripts that go to the page are complete and ask nobody else."""

import re

import chainrule_widgets as widgets
import pytest

CLASSES = [
    widgets.ActivationExplorer,
    widgets.Boundary,
    widgets.Collapse,
    widgets.Question,
    widgets.Race,
    widgets.SoftmaxMixer,
]


@pytest.mark.parametrize("explorable", CLASSES)
def test_script_stands_alone(explorable):
    """One module with the shared tools in it, and no address to fetch anything from."""
    script = explorable._esm
    assert 1 == script.count("export default")
    assert "const svg" in script
    addresses = re.findall(r"https?://\S+", script + explorable._css)
    assert [] == [address for address in addresses if "www.w3.org/2000/svg" not in address]
    assert [] == re.findall(r"\bimport\b[ (]", re.sub(r"//.*", "", script))
