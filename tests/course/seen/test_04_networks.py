"""The lecture on networks in a real JupyterLab: what is drawn is what the library computes."""

import pytest


@pytest.fixture(scope="module", params=["light"])
def reader(request, read):
    """The lecture, opened and run from top to bottom."""
    return read("04_networks", figures=18, theme=request.param)


def test_look(reader):
    for label in (
        "Dense layer",
        "Architecture",
        "What neurons see",
        "Training loop",
        "Graph of a model",
    ):
        for nth in range(reader.page.locator(f'.cr[aria-label^="{label}"]').count()):
            node = reader.figure(label, nth)
            reader.page.wait_for_timeout(300)
            reader.shot(node, f"{label.replace(' ', '_')}_{nth}")
    reader.whole("04_networks")
