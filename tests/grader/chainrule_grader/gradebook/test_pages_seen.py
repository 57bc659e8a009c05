"""Pages in a browser: accessible in light and dark, wide and narrow, and nothing in them runs."""

import pytest
from chainrule_grader.gradebook import feedback, report
from chainrule_grader.gradebook.feedback import Marks
from chainrule_grader.gradebook.outputs import verdict_outputs
from chainrule_grader.gradebook.report import Student
from chainrule_grader.judging.verdict import Case, Kind, Verdict

EVIL = "<script>hacked = 1</script><img src=x onerror='hacked = 1'>\" onerror='hacked = 1' ]]>"
LINKS = "[a](javascript:hacked=1) <javascript:hacked=1> [b](data:text/html,x)"
IMAGES = "![c](http://127.0.0.1:9/c.png) ![d](data:image/svg+xml,<svg/onload=hacked=1>)"
LONG = "a_name_without_an_end_" * 12


def code(source, outputs, name=""):
    """A code cell, graded with one point if it has a name."""
    flags = {"nbgrader": {"grade_id": name, "grade": True, "points": 1}} if name else {}
    return {"cell_type": "code", "metadata": flags, "source": source, "outputs": outputs}


def markdown(source):
    """A Markdown cell."""
    return {"cell_type": "markdown", "metadata": {}, "source": source}


def feedback_page():
    """The feedback on a notebook with every kind of verdict, and hostile text in every place."""
    case = Case(f"f([{LONG}])", EVIL, LONG)
    checks = [
        code("", verdict_outputs(Verdict(f"set/{kind}", kind, EVIL, 0.5, (), case), 0.5), name)
        for kind in Kind
        if (name := f"check-{kind}")
    ]
    cells = [
        markdown(
            f"# A heading\n\n#### {EVIL}\n\n{LINKS} {IMAGES}\n\n> quoted `code`\n\n$x * {LONG}$"
        ),
        markdown(f"| a | {EVIL} |\n|---|---|\n| [link](https://example.org/) | {LONG} |"),
        code(f"x = '{EVIL}{LONG}'", [{"output_type": "stream", "text": EVIL + LONG}]),
        code("y", [{"output_type": "error", "traceback": [EVIL, LONG]}]),
        code("z", [{"output_type": "display_data", "data": {"text/html": EVIL}}]),
        *checks,
    ]
    scores = {f"check-{kind}": 0.5 for kind in Kind}
    return feedback.page({"cells": cells}, "set", Marks(scores, {f"check-{Kind.WRONG}": EVIL}))


def report_page():
    """The report on a class with every kind of verdict, and hostile text in every place."""
    case = {"call": f"f([{LONG}])", "needed": EVIL, "got": LONG}
    verdicts = [
        {"task": f"set/{task}", "verdict": str(kind), "misconception": None, "case": case}
        | {"sentence": EVIL, "earned": 1 / 3}
        for task in ("precision_recall_f1", "two_layer_gradients")
        for kind in Kind
    ]
    names = ["ada", EVIL.replace("/", ""), "javascript:hacked=1", LONG, "bo"]
    return report.page("set", [Student(name, verdicts, EVIL) for name in names], 30.0)


PAGES = {
    "feedback": feedback_page,
    "report": report_page,
    "empty feedback": lambda: feedback.page({"cells": []}, "set", Marks({}, {})),
    "empty report": lambda: report.page("set", [], 11.0),
}


@pytest.mark.parametrize("width", [390, 1100])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_and_harmless(name, scheme, width, browser, tmp_path):
    """No script runs, nothing is loaded, nothing is too wide, and axe finds no fault."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    path = tmp_path / "page.html"
    path.write_text(PAGES[name](), encoding="utf-8")
    view = {"width": width, "height": 800}
    # The page's own policy would stop scripts; here the escaping alone has to.
    page = browser.new_page(viewport=view, color_scheme=scheme, bypass_csp=True)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    assert "undefined" == page.evaluate("typeof hacked")
    assert [path.as_uri()] == [url for url in asked if not url.startswith("data:image/png;")]
    widths = [page.evaluate(f"document.documentElement.{w}Width") for w in ("scroll", "client")]
    assert widths[0] == widths[1]
    result = axe.Axe().run(page).response
    faults = [
        (fault["id"], node["html"]) for fault in result["violations"] for node in fault["nodes"]
    ]
    assert [] == faults
    assert len(result["passes"]) > 10
    page.close()


@pytest.mark.parametrize("name", ["feedback", "report"])
def test_a_page_forbids_scripts(name, browser, tmp_path):
    """Should something slip through, the page's own policy stops it."""
    path = tmp_path / "page.html"
    html = PAGES[name]().replace("</main>", "<script>hacked = 1</script></main>")
    path.write_text(html, encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    assert "undefined" == page.evaluate("typeof hacked")
    page.close()
