"""The class report lists what the class got wrong and who needs a person, and escapes it all."""

from datetime import UTC, datetime

import pytest
from chainrule_grader.cli.main import main
from chainrule_grader.course.course import MARK
from chainrule_grader.gradebook.report import Student, histogram, page, shared_answers
from chainrule_grader.judging.verdict import Kind

EVIL = "<script>alert(1)</script>\" onerror='alert(1) ]]> {{ 7 * 7 }}"
NOW = datetime(2026, 3, 4, 15, 6, tzinfo=UTC)


def verdict(task, kind, earned=0.0, sentence="It is wrong.", case=None):
    """A verdict as a graded notebook holds it."""
    named = "a-mistake" if kind is Kind.MISCONCEPTION else None
    found = {"task": f"set/{task}", "verdict": str(kind), "misconception": named}
    return found | {"sentence": sentence, "earned": earned, "case": case}


def case(got):
    """A smallest case with a wrong result."""
    return {"call": "relu(1)", "needed": "1", "got": got}


@pytest.fixture
def students():
    """A class with every kind of verdict."""
    return [
        Student("ada", [verdict("relu", Kind.CORRECT, 2 / 3), verdict("tanh", Kind.TIMED_OUT)]),
        Student("bo", [verdict("relu", Kind.WRONG, case=case("7")), verdict("tanh", Kind.CRASHED)]),
        Student("cy", [verdict("relu", Kind.WRONG, case=case("7")), verdict("tanh", Kind.CRASHED)]),
        Student("di", [verdict("relu", Kind.WRONG, case=case("8"))]),
        Student("ed", [verdict("relu", Kind.MISCONCEPTION), verdict("tanh", Kind.FORBIDDEN)]),
        Student("fi", [verdict("relu", Kind.NOT_ATTEMPTED), verdict("tanh", Kind.GRADER_FAULT)]),
        Student("gu", [], "it is empty"),
    ]


@pytest.fixture
def shown(students, html):
    """The report of that class, as it is read."""
    return html(page("set", students, 2.0, NOW))


def words(read):
    """The words of a page, each with one space before it."""
    return " ".join(read.text.split())


def test_the_page_is_in_order(shown):
    """There is a main part, headings are in order, tables have heads, and the date is there."""
    shown.assert_headings_in_order()
    shown.assert_harmless()
    assert 1 == shown.tags.count("main")
    assert 4 == shown.tags.count("thead")
    assert {"col", "row"} == {*shown.values("scope")}
    assert shown.tags.count("th") == len(shown.values("scope"))
    assert ["2026-03-04T15:06+00:00"] == shown.values("datetime")
    assert "Written on 2026-03-04 at 15:06." in words(shown)


def test_points_are_rounded(shown):
    """Two thirds of a point are 0.67."""
    assert "ada 0.67" in words(shown)
    assert "0.666" not in shown.text


def test_wrong_answers_without_a_name_are_listed(students, shown):
    """Task, smallest case and students: first the wrong result that more of them share."""
    found = shared_answers(students, Kind.WRONG)
    assert [("set/relu", ["bo", "cy"]), ("set/relu", ["di"])] == [
        (answer.task, [student.name for student in answer.students]) for answer in found
    ]
    assert "It is wrong. call relu(1) expected 1 result 7 bo, cy" in words(shown)
    assert "It is wrong. call relu(1) expected 1 result 8 di" in words(shown)


def test_every_kind_of_verdict_is_counted_by_itself(shown):
    """An error, a time limit and a forbidden module are no wrong answer."""
    counts = "1 right, 1 known mistake, 3 not right yet, 1 not attempted"
    assert counts in words(shown)
    counts = "2 stopped with an error, 1 took too long, 1 not allowed, 1 fault of the grader"
    assert counts in words(shown)


def test_trouble_is_listed(shown):
    """Who could not be marked, and whose function failed, by name."""
    for line in (
        "gu could not be marked: it is empty.",
        "ada took too long in tanh.",
        "cy stopped with an error in tanh.",
        "ed used what is not allowed in tanh.",
        "fi met a fault of the grader, which a person must look at in tanh.",
    ):
        assert line in words(shown)


def test_names_lead_to_the_feedback(shown):
    """The address is relative, so that the folder can be moved."""
    assert "./ada/set/set.html" in shown.values("href")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("javascript:alert(1)", "./javascript%3Aalert%281%29/set/set.html"),
        ('"x', "./%22x/set/set.html"),
        ("a b#c?d", "./a%20b%23c%3Fd/set/set.html"),
        ("ü", "./%C3%BC/set/set.html"),
    ],
)
def test_a_name_is_no_address(name, expected, html):
    """Whatever a student is called, the link leads into the folder of that name."""
    shown = html(page("set", [Student(name, [])], 1.0, NOW))
    assert [expected] == shown.values("href")


def test_nothing_of_a_student_is_html(html):
    """Name, sentence, smallest case and reason are text."""
    evil = {"call": EVIL, "needed": EVIL, "got": EVIL}
    verdicts = [verdict(EVIL, kind, sentence=EVIL, case=evil) for kind in Kind]
    shown = html(page(EVIL, [Student(EVIL, verdicts, EVIL)] * 5, 1.0, NOW))
    shown.assert_harmless()
    assert "49" not in shown.text
    assert 20 < shown.text.count("<script>alert(1)</script>")


def test_an_empty_class_has_a_report(html):
    """Nothing graded is said, and is no error."""
    shown = html(page("set", [], 2.0, NOW))
    shown.assert_headings_in_order()
    assert "No submission is graded yet." in shown.text


@pytest.mark.parametrize(
    ("marks", "maximum", "expected"),
    [
        ([0, 0.5, 1, 2 - 1e-12], 2, [(0, 2), (1, 1), (2, 1)]),
        ([3], 2, [(0, 0), (1, 0), (2, 0), (3, 1)]),
        ([], 1, [(0, 0), (1, 0)]),
        ([0, 39, 40], 40, [(3 * n, {0: 1, 13: 2}.get(n, 0)) for n in range(14)]),
    ],
)
def test_the_histogram(marks, maximum, expected):
    """A bar for each whole point, or for two or more where there would be too many."""
    assert expected == [(bar.start, bar.count) for bar in histogram(marks, maximum)]


def test_an_unknown_problem_set_is_said(root, tmp_path, monkeypatch, capsys):
    """One sentence, and the exit status 1."""
    (tmp_path / MARK).write_text((root / MARK).read_text())
    monkeypatch.chdir(tmp_path)
    assert 1 == main(["report", "nosuchset"])
    said = capsys.readouterr()
    assert "there is no problem set 'nosuchset'" in said.err
    assert ("", 1) == (said.out, said.err.count("\n"))
    assert not (tmp_path / "feedback").exists()
