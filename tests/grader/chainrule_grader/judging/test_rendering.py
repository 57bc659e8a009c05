"""A verdict reads well on a page and in a terminal, and nothing in it is taken for markup."""

from html.parser import HTMLParser

import pytest
from chainrule_grader.judging.rendering import SIGNS, as_html, as_text
from chainrule_grader.judging.verdict import Case, Kind, Verdict

EVIL = "<script>alert('x')</script> & \"quotes\" `code` </div>"


class Reader(HTMLParser):
    """Reads a page: its words, its elements, and whether they are closed in order."""

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.words = [], set(), []

    def handle_starttag(self, tag, _attributes):
        self.open.append(tag)
        self.tags.add(tag)

    def handle_endtag(self, tag):
        assert tag == self.open.pop()

    def handle_data(self, data):
        self.words.append(data)


def read(verdict):
    """Read a verdict as a browser would."""
    reader = Reader()
    reader.feed(as_html(verdict))
    reader.close()
    assert [] == reader.open
    return reader


def verdict(kind=Kind.WRONG, score=0.0, case=None, remarks=()):
    """A verdict with markup in all of its words."""
    return Verdict("set/task", kind, EVIL, score, None, case, remarks)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_sign_a_word_and_the_sentence(kind):
    """Each verdict says what it is without its colour."""
    sign, word, _ = SIGNS[kind]
    page = "".join(read(verdict(kind)).words)
    for words in (sign, f"set/task: {word}"):
        assert words in page
        assert words in as_text(verdict(kind))


def test_kinds_are_told_apart_without_colours():
    """No two kinds have the same words."""
    assert len(Kind) == len({word for _, word, _ in SIGNS.values()})


@pytest.mark.parametrize("kind", Kind)
def test_no_word_is_markup(kind):
    """Whatever students make a verdict say, a page shows it and does not run it."""
    reader = read(verdict(kind, 0.5, Case(EVIL, EVIL, EVIL), (EVIL, EVIL)))
    assert {"div", "b", "span", "i", "code", "table", "tr", "td"} == reader.tags
    page = "".join(reader.words)
    assert 4 + 2 == page.count("<script>alert('x')</script> & \"quotes\"")


@pytest.mark.parametrize("words", ["`", "a `b` c `d", "```", "no code", "`a`"])
def test_back_quotes_need_not_be_in_pairs(words):
    """An odd back quote breaks nothing."""
    page = "".join(read(Verdict("a/b", Kind.WRONG, words)).words)
    assert words.replace("`", "") in page


@pytest.mark.parametrize(
    ("score", "expected"),
    [(0.0, ""), (1.0, ""), (0.5, " (50% of the points)"), (1 / 3, " (33% of the points)")],
)
def test_partial_credit_is_told(score, expected):
    """The share is shown where it is neither nothing nor everything."""
    text = as_text(verdict(score=score)).splitlines()[0]
    assert f"✗ set/task: not right yet{expected}" == text
    assert ("%" in "".join(read(verdict(score=score)).words)) is bool(expected)


def test_the_text_of_a_verdict():
    """In a terminal the sentence, the smallest case and the remarks stand below each other."""
    case = Case("f(1)", "2", "3")
    found = Verdict("a/f", Kind.WRONG, "f is wrong.", 0.0, None, case, ("It warned.",))
    assert as_text(found).splitlines() == [
        "✗ a/f: not right yet",
        "  f is wrong.",
        "  f(1)",
        "    needed  2",
        "    got     3",
        "  It warned.",
    ]


def test_the_message_is_one_line():
    """Whatever an exception said, a verdict's message has no line breaks."""
    case = Case("f(1)", "2", "3")
    found = Verdict("a/f", Kind.CRASHED, "f stopped: a\nb.", 0.0, None, case, ("c\td.",))
    assert "f stopped: a b. f(1) needs 2 and gave 3. c d." == found.message
