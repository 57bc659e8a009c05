"""The texts that people read use the glossary's terms."""

import importlib.util
import re
import sys
import tomllib
from pathlib import Path

import pytest

HERE = Path(__file__).parent
_SPEC = importlib.util.spec_from_file_location("texts", HERE / "texts.py")
texts = sys.modules.setdefault("texts", importlib.util.module_from_spec(_SPEC))
_SPEC.loader.exec_module(texts)
TERMS = tomllib.loads((HERE / "terms.toml").read_text())["term"]


def offences(term, found):
    """Yield the places where a text has a term's pattern outside of an allowed phrase."""
    allowed = "|".join(map(re.escape, sorted(term.get("allowed", {}), key=len, reverse=True)))
    for text in found:
        if text.area not in term.get("areas", texts.AREAS):
            continue
        rest = re.sub(allowed, "", text.text, flags=re.IGNORECASE) if allowed else text.text
        for sentence in texts.sentences(rest):
            if re.search(term["pattern"], sentence, re.IGNORECASE):
                yield f"{text.place}: {sentence}"


@pytest.fixture(scope="module")
def found(root):
    """All texts."""
    return list(texts.texts(root))


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term["say"])
def test_texts_say_the_glossarys_terms(term, found):
    """No text has a word for which the glossary has another."""
    assert [] == sorted(set(offences(term, found))), f"say: {term['say']}"


def test_every_area_is_read(found):
    """Each area has many sentences."""
    for area in texts.AREAS:
        assert sum(len(texts.sentences(t.text)) for t in found if t.area == area) > 100, area


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term["say"])
def test_an_exception_has_a_reason(term):
    """The reason is a phrase."""
    assert all(len(reason.split()) > 2 for reason in term.get("allowed", {}).values())


def test_an_offence_is_seen():
    """In running text, but not in an allowed phrase."""
    term = {"say": "target", "pattern": r"truths?\b", "allowed": {"ground truth": "the field's"}}
    text = texts.Text("sets", "a", "The truth is 1. The ground truth is 2.")
    assert ["a: The truth is 1."] == list(offences(term, [text]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Drag `w` to $w^2$.", "Drag code to x."),
        ("**Note:** see [this](a.md) *now*.", "Note: see this now."),
        ("## Sigmoid <a id='C1'></a>", "Sigmoid"),
        ("snake_case is kept", "snake_case is kept"),
    ],
)
def test_markup_is_left_out(text, expected):
    """Formulas, code, links and marks."""
    assert expected == texts.plain(text)
