"""Render the Markdown of a notebook's cells, which may be hostile, as safe HTML.

Raw HTML is shown as text. A link leads to `http`, `https`, `mailto` or a place on the page; any
other link becomes its text. An image is shown if it is attached to the cell or part of its text;
nothing is loaded. A formula is shown as it was written, without its dollar signs.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from typing import Final, final
from urllib.parse import unquote

from markupsafe import Markup, escape
from mistune import BlockParser, BlockState, HTMLRenderer, InlineParser, InlineState
from mistune import Markdown as Parser
from mistune.plugins.formatting import strikethrough
from mistune.plugins.table import table

from chainrule_grader.markup.images import is_base64

LONGEST: Final = 10_000
"""The most characters of a cell that are parsed."""
MOST_DELIMITERS: Final = 2_000
"""The most brackets and signs of emphasis in a cell that is parsed."""
DELIMITERS: Final = "*_[]"
BLANKS: Final = re.compile(r"\s{200}")
"""The parser's time grows with the square of such a run."""
LOWEST_HEADING: Final = 6
SAFE_LINK: Final = re.compile(r"https?://|mailto:|#", re.IGNORECASE)
ATTACHMENT: Final = "attachment:"
IMAGE: Final = re.compile(r"data:(image/(?:png|jpeg));base64,(.*)", re.DOTALL)
IMAGE_TYPES: Final = ("image/png", "image/jpeg")
BLOCK_FORMULA: Final = r"^ {0,3}\$\$(?P<block_formula_text>(?:[^$\\]|\\.|\\\n)+?)\$\$[ \t]*(?:\n|$)"
INLINE_FORMULA: Final = (
    r"\$\$(?P<display_text>(?:[^$\\]|\\.|\\\n)+?)\$\$"
    r"|\$(?![\s$])(?P<formula_text>(?:[^$\\\n]|\\.|\n(?!\s*\n))+?)(?<!\s)\$(?!\d)"
)

Attachments = Mapping[str, Mapping[str, str]]
"""The images attached to a cell: base64 data by media type, by name."""


@dataclass(frozen=True)
class Rendered:
    """The HTML of a cell, and the level of the last heading on the page so far."""

    html: Markup
    level: int


def render(source: str, attachments: Attachments, level: int) -> Rendered:
    """Render the Markdown of a cell.

    Args:
        source: the Markdown.
        attachments: the cell's images.
        level: the level of the last heading above the cell. Headings of the cell are at most one
            level deeper, so that no level of the page is left out, and never above level 3.
    """
    if attachments:
        return _parsed(source, attachments, level)
    return _without_images(source, level)


@functools.lru_cache(maxsize=128)
def _without_images(source: str, level: int) -> Rendered:
    """Render a cell that has no attachments; most are the same in all submissions."""
    return _parsed(source, {}, level)


def _parsed(source: str, attachments: Attachments, level: int) -> Rendered:
    if _is_expensive(source):
        return Rendered(plain(source), level)
    renderer = _CellRenderer(attachments, level)
    parser = Parser(renderer, plugins=[table, strikethrough, _formulas])
    try:
        html, _ = parser.parse(source)
    except (ValueError, RecursionError):  # for example a character's number with 5,000 digits
        return Rendered(plain(source), level)
    return Rendered(Markup(html), renderer.level)  # noqa: S704  the renderer escapes all text


def plain(source: str) -> Markup:
    """Show Markdown as it was written."""
    return Markup('<pre class="plain">{}</pre>').format(source)


def _is_expensive(source: str) -> bool:
    """Tell whether parsing could take more than a fraction of a second."""
    return (
        len(source) > LONGEST
        or sum(map(source.count, DELIMITERS)) > MOST_DELIMITERS
        or BLANKS.search(source) is not None
    )


@final
class _CellRenderer(HTMLRenderer):
    """Renders the tokens of one cell."""

    def __init__(self, attachments: Attachments, level: int) -> None:
        super().__init__(escape=True)
        self.attachments = attachments
        self.level = level

    def text(self, text: str) -> str:
        return escape(unescape(text))

    def heading(self, text: str, level: int, **_attributes: object) -> str:
        if not text:
            return ""
        # The page has one heading of level 1, and those of level 2 are its sections.
        self.level = min(level + 2, self.level + 1, LOWEST_HEADING)
        return super().heading(text, self.level)

    def link(self, text: str, url: str, title: str | None = None) -> str:
        return super().link(text, url, title) if SAFE_LINK.match(url) else text

    def image(self, text: str, url: str, title: str | None = None) -> str:
        found = self._image_data(url)
        if found is None:
            return Markup("(image not shown: {})").format(Markup(text))  # noqa: S704  rendered
        return super().image(text, found, title)

    def _image_data(self, url: str) -> str | None:
        """Return a data URL for an image that is part of the notebook, or None."""
        if url.startswith(ATTACHMENT):
            data = self.attachments.get(unquote(url.removeprefix(ATTACHMENT)), {})
            kind = next((one for one in IMAGE_TYPES if one in data), "")
            url = f"data:{kind};base64,{data.get(kind, '')}"
        match = IMAGE.fullmatch(url)
        return url if match and is_base64(match[2]) else None

    def inline_formula(self, text: str) -> str:
        return Markup('<code class="formula">{}</code>').format(text)

    def block_formula(self, text: str) -> str:
        return Markup('<code class="formula display">{}</code>\n').format(text)


def _formulas(md: Parser) -> None:
    """Let a parser know formulas, `$…$` and `$$…$$`, in which no sign is Markdown."""
    md.block.register("block_formula", BLOCK_FORMULA, _block_formula, before="list")
    md.inline.register(
        "inline_formula", INLINE_FORMULA, _inline_formula, before="codespan", start_chars="$"
    )


def _block_formula(_parser: BlockParser, match: re.Match[str], state: BlockState) -> int:
    text = match["block_formula_text"].strip()
    state.append_token({"type": "block_formula", "raw": text})
    return match.end()


def _inline_formula(_parser: InlineParser, match: re.Match[str], state: InlineState) -> int:
    display = match["display_text"]
    kind = "inline_formula" if display is None else "block_formula"
    text = match["formula_text"] if display is None else display
    state.append_token({"type": kind, "raw": text.strip()})
    return match.end()
