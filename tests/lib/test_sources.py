"""Every deck and every concept that a docstring cites is defined."""

import re
import tomllib

SOURCE = re.compile(r"Source: ([^\n]*)")


def test_slides_and_concepts_are_defined(root):
    """Decks have a row in course/SOURCES.md, concepts an entry in course/syllabus.toml."""
    decks = set(
        re.findall(r"^\| (D\d) \|", (root / "course" / "SOURCES.md").read_text(), re.MULTILINE)
    )
    syllabus = tomllib.loads((root / "course" / "syllabus.toml").read_text())
    concepts = {concept["id"] for concept in syllabus["concept"]}
    assert {"D0", "D1", "D2", "D3", "D4"} == decks
    lines = [
        line
        for path in (root / "lib" / "chainrule").rglob("*.py")
        for line in SOURCE.findall(path.read_text())
    ]
    assert len(lines) > 40
    for line in lines:
        for cited in re.findall(r"\bslides ((?:D\d(?:, )?)+)", line):
            assert set(cited.split(", ")) <= decks, line
        for cited in re.findall(r"\bconcepts? ((?:[A-M]\d(?:, )?)+)", line):
            assert set(cited.split(", ")) <= concepts, line
        assert not re.search(r"\bdecks\b|^[A-M]\d", line), line
