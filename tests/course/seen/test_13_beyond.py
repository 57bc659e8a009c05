"""The lecture in a real JupyterLab: digits, gradients and borders are drawn as computed."""

import numpy as np
import pytest
from chainrule import datasets
from chainrule_widgets.beyond import Codes, Leak, RareClass


@pytest.fixture(scope="module", params=["light"])
def reader(request, read):
    """The lecture, opened and run from top to bottom."""
    return read("13_beyond", figures=15, theme=request.param)


def test_transfer(reader):
    """The slider chooses how many examples; the accuracies are those of the nets trained."""
    node = reader.figure("Transfer")
    few = reader.drawn(node)
    assert 3 == few["per_class"]
    assert few["frozen"] > few["scratch"]
    reader.shot(node, "transfer_few")
    reader.slide(node, "examples of each digit", 6)
    many = reader.becomes(node, lambda d: d["per_class"] == 40)
    assert many["scratch"] > few["scratch"]
    reader.shot(node, "transfer_many")


def test_two_heads(reader):
    """At share 0 the digit's head guesses."""
    node = reader.figure("Two heads")
    reader.shot(node, "two_heads")
    reader.slide(node, "weight of the digit loss", 0)
    seen = reader.becomes(node, lambda d: d["share"] == 0)
    assert seen["digit"] < 0.3
    assert seen["odd"] > 0.9


def test_rare_class(reader):
    """A heavier rare class moves the border, as the kernel finds it."""
    node = reader.figure("Rare class")
    reader.shot(node, "rare_class")
    node.get_by_role("button", name="balanced").click()
    seen = reader.becomes(node, lambda d: d["weight"] == 19)
    expected = RareClass(19.0).seen
    assert expected["table"] == seen["table"]
    np.testing.assert_allclose(expected["line"], seen["line"])
    reader.shot(node, "rare_class_balanced")


def test_codes(reader):
    """Numbered by rent, a straight line comes closer; the one-hot rows never move."""
    node = reader.figure("Codes")
    reader.shot(node, "codes")
    node.get_by_role("button", name="number by rent").click()
    seen = reader.becomes(node, lambda d: d["order"] == [2, 4, 0, 1, 3])
    assert Codes(order=(2, 4, 0, 1, 3)).seen["errors"] == seen["errors"]
    node.get_by_role("slider", name="rent in Bonn").press("PageUp")
    seen = reader.becomes(node, lambda d: d["rents"][1] == 19)
    assert 19 == pytest.approx(seen["by_row"][3])
    reader.shot(node, "codes_by_rent")


def test_forecast(reader):
    """A window of one month sinks to the mean, a wide one keeps the waves."""
    node = reader.figure("Forecast")
    reader.slide(node, "width of the window", 9)
    seen = reader.becomes(node, lambda d: d["width"] == 9)
    assert np.ptp(seen["future"][24:]) > 1.5
    reader.shot(node, "forecast_wide")
    reader.shot(reader.figure("Forecast", 1), "forecast_narrow")


def test_leak(reader):
    """The digit is read off exactly; noise hides it."""
    node = reader.figure("Leak")
    truth = datasets.digits()[0][3] / 16
    np.testing.assert_allclose(truth, reader.drawn(node)["guess"], atol=1e-4)
    reader.shot(node, "leak")
    reader.slide(node, "clip to 1, add noise", 0.1)
    seen = reader.becomes(node, lambda d: d["noise"] == 0.1)
    assert Leak(3, noise=0.1).seen["likeness"] == pytest.approx(seen["likeness"])
    reader.shot(node, "leak_hidden")
    reader.shot(reader.figure("Leak", 1), "leak_batch")


def test_whole_lecture(reader):
    """No cell shows an error, and the page is kept as a picture."""
    assert 0 == reader.page.locator(".jp-RenderedText[data-mime-type*='stderr']").count()
    assert 0 == reader.page.locator(".jp-RenderedText[data-mime-type*='error']").count()
    reader.whole("13_beyond")
