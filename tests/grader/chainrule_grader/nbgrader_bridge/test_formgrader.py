"""The formgrader, as an instructor sees it: marks in its tables, verdicts on its pages."""

import shutil

import pytest


@pytest.fixture(scope="module")
def page(ours, browser, jupyter, tmp_path_factory):
    """The formgrader in a browser, on a copy of the marked course."""
    folder = tmp_path_factory.mktemp("formgrader") / "course"
    shutil.copytree(ours.root, folder)
    address = jupyter(folder)
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    page.goto(f"{address}/formgrader/gradebook?token=test")
    page.address = address
    yield page
    page.close()


def test_the_gradebook_shows_the_class(page):
    """The mean over everybody who handed in is there."""
    page.wait_for_selector("text=activations")
    assert "8" in page.inner_text("tr:has-text('activations')")


def test_a_students_notebook_shows_its_verdicts(page, tmp_path):
    """Score, sentence and smallest case stand on the page where marking by hand happens."""
    page.goto(f"{page.address}/formgrader/manage_students/dina/activations")
    page.wait_for_selector("a:has-text('activations')")
    page.click("tbody a:has-text('activations')")
    page.wait_for_selector("text=You return 1 at exactly 0", state="attached")
    page.wait_for_function("document.querySelector('input.score')?.placeholder")
    score = page.locator("input.score").first.get_attribute("placeholder")
    page.screenshot(path=tmp_path / "formgrader.png", full_page=True)
    assert "0.5" == score
    assert page.locator("text=step(z) at z = 0").count()


def test_marking_again_from_the_formgrader_runs_the_sandbox(page):
    """Its own button marks a submission, with the same result."""
    page.goto(f"{page.address}/formgrader/manage_submissions/activations")
    row = page.locator("tr", has=page.locator("text=fatima"))
    row.locator(".autograde a").click()
    page.wait_for_selector(".modal-body:has-text('fatima')", timeout=90_000)
    assert "Successfully autograded" in page.inner_text(".modal-body")
    assert "6" in row.locator(".score").inner_text()
