"""A lecture in Notebook 7: a page without JupyterLab's panels, and the same explorables."""

import pytest
from chainrule import activations

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def reader(lab, browser, watch):
    """The lecture on activations, opened in Notebook 7 and run by its menu."""
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    page.add_init_script("globalThis.chainruleTest = true")
    # A server of JupyterLab has Notebook's pages too, where both are installed.
    page.goto(f"{lab('light')}/notebooks/03_activations.ipynb?token=test")
    page.get_by_text("Python 3 (ipykernel)").wait_for(timeout=60_000)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    yield watch(page, figures=14)
    page.close()


def test_page_computed(reader):
    """A grip moves by keys, and what is drawn is the library's."""
    node = reader.figure("Activation explorer")
    grip = node.get_by_role("slider", name="z", exact=True)
    before = reader.drawn(node)["z"]
    grip.press("ArrowRight")
    seen = reader.becomes(node, lambda d: d["z"] > before)
    assert activations.sigmoid(seen["z"]) == pytest.approx(seen["height"], abs=1e-6)


def test_kernel_computed(reader):
    """A slider asks the kernel, and its answer is drawn."""
    node = reader.figure("Race of tanh_by_formula")
    reader.slide(node, "range of z", 2.9)
    assert "parts" == reader.becomes(node, lambda d: d["missing"] > 0)["verdict"]
    reader.shot(node, "race_notebook_7")


def test_question(reader):
    """A wrong choice is explained."""
    node = reader.figure("Question")
    node.get_by_role("button").first.click()
    assert reader.becomes(node, lambda d: d["chosen"])["says"]
