"""A verdict says the same on a page and in a terminal, and nothing in it is taken for markup."""

import re
import subprocess
import sys

import pytest
from chainrule_grader.judging import registry
from chainrule_grader.judging.next_steps import LEVELS, section
from chainrule_grader.judging.rendering import SIGNS, as_html, as_text, verdict_lines
from chainrule_grader.judging.verdict import Case, Kind, Verdict

EVIL = "<script>alert('x')</script> & \"quotes\" `code` </div> ]]> {{ 7 * 7 }}"


def verdict(kind=Kind.WRONG, score=0.0, case=None, remarks=(), sentence=EVIL):
    """A verdict with markup in all of its words."""
    return Verdict("set/task", kind, sentence, score, None, case, remarks)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_sign_a_word_and_the_sentence(kind, html):
    """Each verdict says what it is without its colour."""
    sign, word, _ = SIGNS[kind]
    for shown in (html(as_html(verdict(kind))).text, as_text(verdict(kind))):
        assert f"{sign} set/task: {word}" in shown


def test_kinds_are_told_apart_without_colours():
    """No two kinds have the same words."""
    assert len(Kind) == len({word for _, word, _ in SIGNS.values()})


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("case", [None, Case(EVIL, EVIL, EVIL), Case("f([1,\n 2])", "2", "`3`")])
@pytest.mark.parametrize("remarks", [(), ("It warned.", EVIL)])
def test_page_and_terminal_say_the_same(kind, case, remarks, html):
    """All words are the same, in the same order; a page sets code where a terminal has quotes."""
    found = verdict(kind, 0.5, case, remarks)
    page, terminal = html(as_html(found)).text, as_text(found)
    assert terminal.replace("`", "").split() == page.replace("`", "").split()


@pytest.mark.parametrize("kind", Kind)
def test_no_word_is_markup(kind, html):
    """Whatever students make a verdict say, a page shows it and does not run it."""
    page = html(as_html(verdict(kind, 0.5, Case(EVIL, EVIL, EVIL), (EVIL, EVIL))))
    page.assert_harmless()
    assert {"div", "b", "i", "code", "dl", "dt", "dd"} == {*page.tags}
    assert 4 + 2 == page.text.count("<script>alert('x')</script> & \"quotes\"")


@pytest.mark.parametrize("words", ["`", "a `b` c `d", "```", "no code", "`a`"])
def test_back_quotes_need_not_be_in_pairs(words, html):
    """An odd back quote breaks nothing."""
    assert words.replace("`", "") in html(as_html(verdict(sentence=words))).text


@pytest.mark.parametrize(
    ("score", "expected"),
    [(0.0, " (0% of the points)"), (1.0, " (100% of the points)"), (1 / 3, " (33% of the points)")],
)
def test_the_share_of_the_points_is_shown(score, expected):
    """The headline ends with it."""
    text = as_text(verdict(score=score, sentence="f is wrong.")).splitlines()[0]
    assert f"✗ set/task: not right yet{expected}" == text


def test_the_text_of_a_verdict():
    """In a terminal the sentence, the smallest case and the remarks stand below each other."""
    found = Verdict("a/f", Kind.WRONG, "f is wrong.", 0.0, (), Case("f(1)", "2", "3"), ("So.",))
    assert [
        "✗ a/f: not right yet (0% of the points)",
        "  f is wrong.",
        "  f(1)",
        "    expected     2",
        "    your result  3",
        "  So.",
    ] == as_text(found).splitlines()


def test_the_message_is_one_line():
    """Whatever an exception said, a verdict's message has no line breaks."""
    case = Case("f(1)", "2", "3")
    found = Verdict("a/f", Kind.CRASHED, "f stopped: a\nb.", 0.0, None, case, ("c\td.",))
    assert "f stopped: a b. f(1) needs 2 and gave 3. c d." == found.message


@pytest.mark.parametrize(
    "code",
    [
        "from chainrule_grader import check; print(check('activations/tanh', abs))",
        "import chainrule_grader.execution.grading, chainrule_grader.gradebook.batch",
    ],
    ids=["check-in-a-terminal", "grade"],
)
def test_jinja_is_loaded_only_for_a_page(code):
    """`check` in a terminal and `chainrule grade` do not wait for the import of Jinja2."""
    code += "; import sys; print({'jinja2', 'mistune'} & {*sys.modules})"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "set()" == run.stdout.splitlines()[-1]


def test_what_has_no_marks_shows_no_points():
    """An answer that was not attempted, or that could not be judged, has no share."""
    for kind in (Kind.NOT_ATTEMPTED, Kind.GRADER_FAULT):
        assert "points" not in as_text(verdict(kind, sentence="f."))


def test_entries_that_differ_are_marked(html):
    """They stand in columns; a page underlines what a terminal marks below."""
    case = Case("f([1, 2])", "[[0.25, 10], [3, 4]]", "[[0.25, 1], [3, -4.5]]")
    found = Verdict("a/f", Kind.WRONG, "f is wrong.", 0.0, (), case)
    assert [
        "    expected     [[0.25, 10], [3,    4]]",
        "    your result  [[0.25,  1], [3, -4.5]]",
        "                          ^       ^^^^",
    ] == as_text(found).splitlines()[3:]
    marked = re.findall("<b style[^>]*>([^<]*)</b>", as_html(found))
    assert ["10", "4", "1", "-4.5"] == marked


@pytest.mark.parametrize("kind", [*LEVELS])
def test_a_wrong_answer_is_followed_by_a_section_and_a_hint(kind, html, tmp_path, monkeypatch):
    """The section is a link where the lecture is beside the problem set."""
    found = Verdict("activations/tanh", kind, "f is wrong.")
    lines = as_text(found).splitlines()[-2:]
    assert ["Read “Tanh” in lecture 03 (Activations)."] == [lines[0].strip()]
    assert f'For a hint: hint("activations/tanh", {LEVELS[kind]})' == lines[1].strip()
    assert "<a " not in as_html(found)
    (tmp_path / "lectures").mkdir()
    (tmp_path / "lectures" / "03_activations.ipynb").write_text("{}")
    (tmp_path / "exercises" / "activations").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "exercises" / "activations")
    assert '<a href="../../lectures/03_activations.ipynb#C2">' in as_html(found)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in LEVELS])
def test_nothing_follows_where_nothing_helps(kind):
    """A right answer, and a verdict that is not about the answer, need no section."""
    assert "lecture" not in as_text(Verdict("activations/tanh", kind, "f."))


def test_every_section_and_hint_exists(root):
    """Each task has a section with a title, which its lecture has, and a hint of each level."""
    for task in (one for name in registry.problem_sets() for one in registry.identities(name)):
        place = section(Verdict(task, Kind.WRONG, "f."))
        text = (root / "course" / "lectures" / f"{place.lecture}.py").read_text()
        assert f'<a id="{place.anchor}"></a>' in text
        assert place.title
        assert place.title in text
        assert len(registry.find(task).hints) == max(LEVELS.values())


def test_terms_of_the_sentence_are_links(tmp_path, monkeypatch):
    """At most three, in the order of the sentence, where the glossary is beside the set."""
    words = "The learning rates of Adam: a softmax, a gradient and its loss are weighted sums."
    found = Verdict("activations/tanh", Kind.WRONG, words)
    assert () == verdict_lines(found).terms
    (tmp_path / "glossary.ipynb").write_text("{}")
    (tmp_path / "exercises" / "activations").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "exercises" / "activations")
    expected = {"learning rate": "learning-rate", "Adam": "adam", "softmax": "softmax"}
    assert {w: f"../../glossary.ipynb#{a}" for w, a in expected.items()} == dict(
        verdict_lines(found).terms
    )
    assert '<a href="../../glossary.ipynb#adam">Adam</a>, <a' in as_html(found)
    assert () == verdict_lines(Verdict("activations/tanh", Kind.CORRECT, words)).terms
