"""The lecture on losses in a real JupyterLab: what is drawn is what the library computes."""

import pytest


@pytest.fixture(scope="module", params=["light"])
def reader(request, read):
    """The lecture, opened and run from top to bottom."""
    return read("05_losses", figures=16, theme=request.param)


def test_look(reader):
    for label in (
        "Errors as areas",
        "Empirical loss",
        "Cross-entropy curve",
        "Softmax and cross-entropy",
    ):
        for nth in range(reader.page.locator(f'.cr[aria-label^="{label}"]').count()):
            node = reader.figure(label, nth)
            reader.page.wait_for_timeout(300)
            reader.shot(node, f"{label.replace(' ', '_')}_{nth}")
    reader.whole("05_losses")
