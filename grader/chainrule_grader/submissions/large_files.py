"""Drop what grading does not read from a large notebook, before its size counts.

Pictures and printed text can make a notebook of a few functions larger than the limit. The values
that are not needed are skipped in the file's bytes, so that no object is made of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

NOTEBOOK_KEYS: Final = frozenset({b"nbformat", b"cells", b"worksheets"})
CELL_KEYS: Final = frozenset({b"cell_type", b"source", b"input", b"metadata", b"id", b"level"})
MOST_TOKENS: Final = 2_000_000
"""The most brackets, keys and commas that are read; a picture in text has none."""

# Possessive quantifiers: a text of many megabytes takes no memory, and nothing is tried twice.
STRING: Final = rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
SPACE: Final = re.compile(rb"[ \t\r\n]*+")
KEY: Final = re.compile(
    rb'[ \t\r\n]*+("[^"\\]*+(?:\\.[^"\\]*+)*+")[ \t\r\n]*+:[ \t\r\n]*+', re.DOTALL
)
TEXT: Final = re.compile(STRING, re.DOTALL)
SCALAR: Final = re.compile(rb"[^\s,\[\]{}\"]++")
UP_TO_BRACKET: Final = re.compile(rb'(?:[^"\[\]{}]++|' + STRING + rb")*+", re.DOTALL)


class NotReadableError(ValueError):
    """The bytes are not JSON, or have too many parts."""


def without_outputs(content: bytes) -> bytes:
    """Return a notebook without its outputs and whatever else is not read.

    Raises:
        NotReadableError: where it is no JSON object, or has too many parts.
    """
    return _Scanner(content).notebook()


class _Scanner:
    """Reads a file from left to right; `at` is the position."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.at = 3 if content.startswith(b"\xef\xbb\xbf") else 0
        self.tokens = 0

    def notebook(self) -> bytes:
        """Read the notebook's object, and return what is kept of it."""
        kept = []
        for key in self.keys():
            if key == b"cells":
                kept.append(b'"cells":' + self.array(self.cell))
            elif key == b"worksheets":
                kept.append(b'"worksheets":' + self.array(self.worksheet))
            elif key in NOTEBOOK_KEYS:
                kept.append(b'"' + key + b'":' + self.value())
            else:
                self.value()
        return b"{" + b",".join(kept) + b"}"

    def worksheet(self) -> bytes:
        """Read a worksheet of format 3, and return its cells."""
        kept = []
        for key in self.keys():
            if key == b"cells":
                kept.append(b'"cells":' + self.array(self.cell))
            else:
                self.value()
        return b"{" + b",".join(kept) + b"}"

    def cell(self) -> bytes:
        """Read a cell, and return what is kept of it."""
        kept = []
        for key in self.keys():
            value = self.value()
            if key in CELL_KEYS:
                kept.append(b'"' + key + b'":' + value)
        return b"{" + b",".join(kept) + b"}"

    def keys(self) -> Iterator[bytes]:
        """Yield the keys of an object; whoever takes one reads its value."""
        self.expect(b"{")
        if self.accept(b"}"):
            return
        while True:
            found = self.match(KEY)
            yield found[1][1:-1]
            if not self.accept(b","):
                self.expect(b"}")
                return

    def array(self, item: Callable[[], bytes]) -> bytes:
        """Read an array, and return what is kept of its items."""
        self.expect(b"[")
        kept: list[bytes] = []
        if self.accept(b"]"):
            return b"[]"
        while True:
            kept.append(item())
            if not self.accept(b","):
                self.expect(b"]")
                return b"[" + b",".join(kept) + b"]"

    def value(self) -> bytes:
        """Read any value, and return it."""
        self.match(SPACE)
        start = self.at
        first = self.content[start : start + 1]
        if first == b'"':
            self.match(TEXT)
        elif first in (b"[", b"{"):
            self.brackets()
        else:
            self.match(SCALAR)
        return self.content[start : self.at]

    def brackets(self) -> None:
        """Read to the bracket that closes the next one."""
        depth = 0
        while True:
            self.match(UP_TO_BRACKET)
            bracket = self.content[self.at : self.at + 1]
            if not bracket:
                raise NotReadableError
            self.at += 1
            depth += 1 if bracket in (b"[", b"{") else -1
            if depth == 0:
                return

    def expect(self, byte: bytes) -> None:
        """Read this byte."""
        if not self.accept(byte):
            raise NotReadableError

    def accept(self, byte: bytes) -> bool:
        """Read this byte if it comes next, and return whether it did."""
        self.match(SPACE)
        found = self.content[self.at : self.at + 1] == byte
        self.at += found
        return found

    def match(self, pattern: re.Pattern[bytes]) -> re.Match[bytes]:
        """Read what a pattern matches."""
        self.tokens += 1
        found = pattern.match(self.content, self.at)
        if found is None or self.tokens > MOST_TOKENS:
            raise NotReadableError
        self.at = found.end()
        return found
