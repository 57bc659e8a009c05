"""Names and texts of students are shown on a terminal without what a terminal would obey."""

from __future__ import annotations

import codecs


def printable(text: str) -> str:
    r"""Write control characters, and what is no Unicode, as `\x1b`; keep line breaks and tabs."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in "\n\t" else _escaped(c) for c in text)


def one_line(text: str) -> str:
    r"""Write line breaks and tabs as `\n` and `\t` as well, as for a name."""
    return "".join(c if c.isprintable() else _escaped(c) for c in text)


def _escaped(character: str) -> str:
    return codecs.encode(character, "unicode_escape").decode("ascii")
