"""The glossary explains each term once, and its links exist."""

import json
import re

import pytest
from chainrule_grader.authoring import links
from chainrule_grader.course.course import Course

ENTRY = re.compile(
    r'<a id="([\w-]+)"></a>\*\*([^*]+)\*\*(?: \(([^)]+)\))?: (.+?) '
    r"\[Lecture (\d\d), ([^\]]+)\]\(lectures/(\w+)\.ipynb#(\w+)\)"
)


@pytest.fixture(scope="module")
def entries(root):
    """The entries of the glossary: anchor, term, other words, sentence and lecture."""
    text = Course(root).glossary.read_text()
    cells = re.sub(r"\n# ", " ", text.replace("\n#\n", "\n\n"))
    found = ENTRY.findall(cells)
    assert text.count("**: ") + text.count("): ") >= len(found) > 100
    assert text.count('<a id="') - 1 == len(found)
    return found


def test_terms_are_in_the_order_of_the_alphabet(entries):
    """Each is there once."""
    terms = [entry[1].lower() for entry in entries]
    assert sorted(set(terms)) == terms
    assert len({entry[0] for entry in entries}) == len(entries)


def test_every_term_is_taught(entries, root):
    """The lecture has that number and that section."""
    for _, term, _, _, number, _, lecture, anchor in entries:
        text = (root / "course" / "lectures" / f"{lecture}.py").read_text()
        assert lecture.startswith(f"{number}_"), term
        assert f'<a id="{anchor}"></a>' in text, term


def test_sentences_end_and_are_short(entries):
    """Each sentence has at most 30 words."""
    for _, term, _, text, *_ in entries:
        assert re.search(r"[.$)]$", text), term
        plain = re.sub(r"\$[^$]*\$", "x", text)
        assert max(len(one.split()) for one in re.split(r"(?<=[.;:]) ", plain)) <= 30, term


def test_verdicts_know_every_term(entries, root):
    """The file of links has all terms, and is what `chainrule build` writes."""
    terms = json.loads(links.links(Course(root)))["terms"]
    assert {entry[1]: entry[0] for entry in entries}.items() <= terms.items()
    assert links.path(Course(root)).read_text() == links.links(Course(root))
