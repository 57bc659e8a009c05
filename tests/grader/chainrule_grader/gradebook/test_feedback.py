"""A student's feedback has an overview and their notebook, and nothing in it is taken for HTML."""

import json

import pytest
from chainrule_grader.gradebook.feedback import MOST_MARKDOWN, Marks, graded_cells, page
from chainrule_grader.gradebook.outputs import verdict_outputs
from chainrule_grader.judging.verdict import Case, Kind, Verdict

EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>\" onerror='alert(1) ]]> {{ 7 * 7 }}"


def cell(kind, source, name="", outputs=(), **flags):
    """A cell of a graded notebook."""
    metadata = {"nbgrader": {"grade_id": name, **flags}} if name else {}
    made = {"cell_type": kind, "id": name or "x", "metadata": metadata, "source": source}
    return made | ({"outputs": list(outputs), "execution_count": None} if kind == "code" else {})


def check(task, verdict_kind, earned, sentence="It is wrong.", case=None):
    """A check cell, worth two points, with its verdict."""
    found = Verdict(f"set/{task}", verdict_kind, sentence, earned / 2, (), case)
    outputs = verdict_outputs(found, earned)
    source = f'check("set/{task}", {task})'
    return cell("code", source, f"check-{task}", outputs, grade=True, points=2, locked=True)


def notebook(*cells):
    """A notebook of these cells."""
    return {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def stream(text):
    """What a cell printed."""
    return {"output_type": "stream", "name": "stdout", "text": text}


def display(**data):
    """What a cell displayed."""
    data = {name.replace("_", "/"): value for name, value in data.items()}
    return {"output_type": "display_data", "data": data, "metadata": {}}


HOSTILE = notebook(
    cell("markdown", f"# {EVIL}\n{EVIL} [a](javascript:alert(1)) ![b](http://127.0.0.1:9/b.png)"),
    cell("markdown", f"`{EVIL}`\n\n```\n{EVIL}\n```\n\n| {EVIL} |\n|---|\n| {EVIL} |"),
    cell("code", f"# {EVIL}", "relu", [stream(EVIL)], solution=True),
    cell("code", "1", "", [display(text_plain=EVIL, text_html=EVIL)]),
    cell("code", "2", "", [display(image_png='AAAA" onerror="alert(1)', text_plain=EVIL)]),
    cell("code", "3", "", [{"output_type": "error", "ename": "E", "traceback": [EVIL, EVIL]}]),
    check("relu", Kind.WRONG, 0.0, EVIL, Case(EVIL, EVIL, EVIL)),
)
HOSTILE_MARKS = Marks({"check-relu": 0.0}, {"relu": EVIL})


@pytest.fixture
def ordinary():
    """A notebook with a task of each result, and the marks of a person for one of them."""
    written = cell("markdown", "", "essay", grade=True, solution=True, points=3)
    cells = [
        cell("markdown", "# The set\n\nA sentence that\ngoes on, with $a_1 * b_1$."),
        cell("markdown", "## relu\n\n*Write* it."),
        cell("code", "def relu(z): ...", "relu", solution=True),
        check("relu", Kind.CORRECT, 2.0, "relu is right."),
        cell("code", "def softmax(z): ...", "softmax", solution=True),
        check("softmax", Kind.MISCONCEPTION, 4 / 3),
        written,
    ]
    scores = {"check-relu": 2.0, "check-softmax": 4 / 3, "essay": None}
    comments = {"softmax": "It is wrong.", "relu": "Well done!\nReally."}
    return notebook(*cells), Marks(scores, comments)


def test_the_overview_names_every_graded_cell_and_leads_to_it(ordinary, html):
    """A row has the task, what was found, the points and a link that leads to a place."""
    found = html(page(ordinary[0], "set", ordinary[1]))
    assert ["#check-relu", "#check-softmax", "#essay"] == found.values("href")
    assert {"check-relu", "check-softmax", "essay"} == {*found.values("id")}
    rows = [(one.task, one.result, one.score, one.points) for one in graded_cells(*ordinary)]
    assert [
        ("relu", "✓ right", 2.0, 2.0),
        ("softmax", "✗ a known mistake", 4 / 3, 2.0),
        ("essay", "not graded yet", None, 3.0),
    ] == rows
    words = " ".join(found.text.split())
    assert "softmax ✗ a known mistake 1.33 of 2" in words
    assert "essay not graded yet – of 3" in words


def test_the_page_reads_well(ordinary, html):
    """Headings are in order, the signs of Markdown are gone, sums are rounded."""
    found = html(page(ordinary[0], "set", ordinary[1]))
    found.assert_headings_in_order()
    found.assert_harmless()
    assert [1, 2, 2, 3, 4] == found.levels
    assert "A sentence that\ngoes on, with a_1 * b_1." in found.text
    assert "Score: 3.33 of 7" in found.text
    assert 1 == found.tags.count("main")
    assert "Feedback: set" in found.text.partition("Score")[0]


def test_a_comment_is_shown_unless_the_verdict_says_the_same(ordinary, html):
    """The automatic comment repeats the verdict; that of a person does not."""
    text = html(page(ordinary[0], "set", ordinary[1])).text
    assert (1, 1) == (text.count("Well done!\nReally."), text.count("It is wrong."))


def test_a_late_submission_is_said(ordinary, html):
    """The penalty is named and taken off."""
    marks = Marks(ordinary[1].scores, {}, penalty=0.5)
    assert "Score: 2.83 of 7 (late: −0.5)" in html(page(ordinary[0], "set", marks)).text


def test_an_empty_notebook_has_a_page(html):
    """Nothing to show is no error."""
    html(page(notebook(), "set", Marks({}, {}))).assert_headings_in_order()


def test_nothing_of_a_student_is_html(html):
    """Source, Markdown, output, traceback, picture, comment and verdict are text."""
    found = html(page(HOSTILE, "set", HOSTILE_MARKS))
    found.assert_harmless()
    found.assert_headings_in_order()
    assert {"img", "a"} & {*found.tags} == {"a"}
    assert 16 <= found.text.count("<script>alert(1)</script>")
    assert "49" not in found.text


def test_what_merging_made_harmless_is_shown_as_it_was_written(html):
    """A student's "<" is shown, in code as well, and is no markup."""
    cells = cell("markdown", "1 &lt; 2 and `a &lt; b` and &lt;script>alert(1)&lt;/script>")
    found = html(page(notebook(cells), "set", Marks({}, {})))
    found.assert_harmless()
    assert "1 < 2 and a < b and <script>alert(1)</script>" in found.text


def test_pictures_are_part_of_the_page(html):
    """A figure that a cell drew and a picture that was pasted into one are shown."""
    pasted = cell("markdown", "![a cat](attachment:cat.png)")
    pasted["attachments"] = {"cat.png": {"image/png": "iVBORw0KGgo="}}
    drawn = cell("code", "plot()", "", [display(image_png="iVBORw0K\nGgo=\n", text_plain="x")])
    found = html(page(notebook(pasted, drawn), "set", Marks({}, {})))
    assert ["a cat", "a figure that this cell drew"] == found.values("alt")
    assert ["iVBORw0KGgo=", "iVBORw0K\nGgo=\n"] == [
        source.partition("base64,")[2] for source in found.values("src")
    ]


def test_hidden_tests_are_not_shown():
    """The tests that were taken out of the release are not on the page."""
    source = "assert a\n### BEGIN HIDDEN TESTS\nassert secret\n### END HIDDEN TESTS\nassert b"
    shown = page(notebook(cell("code", source)), "set", Marks({}, {}))
    assert "secret" not in shown
    assert "assert a\n# (hidden tests)\nassert b" in shown


def test_very_much_markdown_is_shown_as_it_is(html):
    """Beyond a limit the cells of a notebook are not parsed, and are still there."""
    parsed = MOST_MARKDOWN // 8000
    cells = [cell("markdown", "*a* and so on..." * 500) for _ in range(parsed + 3)]
    found = html(page(notebook(*cells), "set", Marks({}, {})))
    assert parsed * 500 == found.tags.count("em")
    assert 3 * 500 == found.text.count("*a*")


def test_a_notebook_is_not_changed(ordinary):
    """Writing the page does not change the notebook."""
    before = json.dumps(ordinary[0])
    page(ordinary[0], "set", ordinary[1])
    assert before == json.dumps(ordinary[0])
