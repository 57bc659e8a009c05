"""The class report, as an instructor sees it: one page, legible in light and dark."""

import pytest


@pytest.fixture
def course(sample_records):
    """A class of the sample class's verdicts, as the report reads them."""
    from chainrule_grader.gradebook.report import Student

    def outputs(record):
        return [
            {
                "task": verdict.task,
                "verdict": str(verdict.kind),
                "misconception": verdict.misconception,
                "sentence": verdict.sentence,
                "earned": record.earned(verdict),
            }
            for verdict in record.verdicts
        ]

    return [Student(name, outputs(r), r.error) for name, r in sample_records.items()]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_report_is_one_page_for_the_whole_class(course, browser, scheme, tmp_path, picture):
    """Marks, misconceptions, tasks, and who needs a look; it asks the internet for nothing."""
    from chainrule_grader.gradebook.report import page as report

    path = tmp_path / "class.html"
    path.write_text(report("activations", course, 11.0))
    page = browser.new_page(viewport={"width": 1000, "height": 800}, color_scheme=scheme)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    assert [path.as_uri()] == asked
    assert "14 submissions" in page.inner_text("p.numbers")
    assert 12 == page.locator(".histogram > div").count()
    assert "4" == page.locator(".histogram b").last.inner_text()
    assert 11 == page.locator(".share").count()
    mistakes = page.locator("table").first.inner_text()
    assert "Your probabilities sum to 1 over the whole array" in mistakes
    assert "mona could not be marked" in page.inner_text("ul")
    widths = [page.evaluate(f"document.documentElement.{w}Width") for w in ("scroll", "client")]
    assert widths[0] == widths[1]
    if scheme == "light":
        picture(page, "report", clip={"x": 0, "y": 0, "width": 1000, "height": 800})
    page.close()
