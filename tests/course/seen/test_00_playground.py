"""The front door, through the eyes of a browser: it plays, and what it draws is the library's."""

import numpy as np
import pytest


@pytest.fixture(scope="module", params=["light", "dark"])
def reader(request, read):
    """The playground, opened and run, in both themes."""
    return read("00_playground", figures=1, theme=request.param)


def test_look(reader):
    node = reader.figure("Playground")
    reader.page.wait_for_timeout(500)
    reader.page.screenshot(path=reader._folder / f"first-{reader.theme}.png")
    node.get_by_role("button", name="Play").click()
    reader.page.wait_for_timeout(2000)
    node.get_by_role("button", name="Pause").click()
    reader.page.wait_for_timeout(300)
    print(reader.drawn(node), node.bounding_box())
    reader.page.screenshot(path=reader._folder / f"played-{reader.theme}.png")
    reader.shot(node, "played")
