"""Show a verdict in a terminal and on a page: both show the same lines.

The colours are those of the page's own theme, light or dark. Colour is never the only sign.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from chainrule_grader.judging.aligned import Piece, aligned
from chainrule_grader.judging.next_steps import Section, hint_call, section, terms
from chainrule_grader.judging.verdict import Kind, Verdict

SIGNS: Final = {
    Kind.CORRECT: ("✓", "right", "success"),
    Kind.MISCONCEPTION: ("✗", "a known mistake", "error"),
    Kind.WRONG: ("✗", "not right yet", "error"),
    Kind.CRASHED: ("✗", "stopped with an error", "error"),
    Kind.TIMED_OUT: ("✗", "took too long", "error"),
    Kind.NOT_ATTEMPTED: ("○", "not attempted", "info"),
    Kind.FORBIDDEN: ("✗", "not allowed", "error"),
    Kind.GRADER_FAULT: ("!", "the grader's own mistake", "warn"),
}
# Okabe and Ito's colours, for a page without a theme. Colour-blind readers can tell them apart.
FALLBACK: Final = {"success": "#009e73", "error": "#d55e00", "info": "#56b4e9", "warn": "#e69f00"}


@dataclass(frozen=True)
class VerdictLines:
    """The lines of a verdict, in the order in which they are shown."""

    headline: str
    sentence: str
    call: str
    """The smallest call that shows the difference, or nothing."""
    values: tuple[tuple[str, tuple[Piece, ...]], ...]
    """What the call should return and what it returns, each with its label."""
    remarks: tuple[str, ...]
    section: Section | None
    """The section of a lecture that explains the task, where reading it can help."""
    hint: str
    """The call that opens the hint for this verdict, or nothing."""
    terms: tuple[tuple[str, str], ...]
    """Terms in the sentence, each with its link; a page shows them."""


def verdict_lines(verdict: Verdict) -> VerdictLines:
    """Return the lines of a verdict."""
    sign, word, _ = SIGNS[verdict.kind]
    headline = f"{sign} {verdict.task}: {word}{_partial_credit(verdict)}"
    case = verdict.case
    values: tuple[tuple[str, tuple[Piece, ...]], ...] = ()
    if case:
        expected, actual = aligned(case.needed, case.got)
        values = (("expected", expected), ("your result", actual))
    return VerdictLines(
        headline,
        verdict.sentence,
        case.call if case else "",
        values,
        verdict.remarks,
        section(verdict),
        hint_call(verdict),
        terms(verdict),
    )


def as_text(verdict: Verdict) -> str:
    """Write a verdict for a terminal."""
    lines = verdict_lines(verdict)
    return "\n".join(
        [
            lines.headline,
            f"  {lines.sentence}",
            *([f"  {lines.call}"] if lines.call else []),
            *(f"    {label:<13}{_joined(value)}" for label, value in lines.values),
            *(f"    {'':<13}{marks}" for marks in _marks(lines)),
            *(f"  {remark}" for remark in lines.remarks),
            *([f"  Read {lines.section}."] if lines.section else []),
            *([f"  For a hint: {lines.hint}"] if lines.hint else []),
        ]
    )


def _joined(value: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in value)


def _marks(lines: VerdictLines) -> list[str]:
    """Return a line of carets below the entries of the result that differ, if there are any."""
    pieces = lines.values[1][1] if lines.values else ()
    carets = "".join(("^" if piece.differs else " ") * len(piece.text) for piece in pieces)
    return [carets.rstrip()] if carets.strip() else []


def as_html(verdict: Verdict) -> str:
    """Write a verdict for a page."""
    from chainrule_grader.markup.templates import template  # noqa: PLC0415  a terminal needs none

    _, _, tone = SIGNS[verdict.kind]
    return template("judging/verdict.html").render(
        kind=verdict.kind, tone=tone, fallback=FALLBACK[tone], lines=verdict_lines(verdict)
    )


def _partial_credit(verdict: Verdict) -> str:
    """Return the share of the points as text, where there is something to mark."""
    is_marked = verdict.kind not in {Kind.NOT_ATTEMPTED, Kind.GRADER_FAULT}
    return f" ({verdict.score:.0%} of the points)" if is_marked else ""
