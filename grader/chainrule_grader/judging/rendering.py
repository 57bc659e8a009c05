"""Show a verdict in a terminal and on a page: both show the same lines.

The colours are those of the page's own theme, light or dark. Colour is never the only sign.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

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
    values: tuple[tuple[str, str], ...]
    """What the call should return and what it returns, each with its label."""
    remarks: tuple[str, ...]


def verdict_lines(verdict: Verdict) -> VerdictLines:
    """Return the lines of a verdict."""
    sign, word, _ = SIGNS[verdict.kind]
    headline = f"{sign} {verdict.task}: {word}{_partial_credit(verdict)}"
    case = verdict.case
    values = (("expected", case.needed), ("your result", case.got)) if case else ()
    return VerdictLines(
        headline, verdict.sentence, case.call if case else "", values, verdict.remarks
    )


def as_text(verdict: Verdict) -> str:
    """Write a verdict for a terminal."""
    lines = verdict_lines(verdict)
    return "\n".join(
        [
            lines.headline,
            f"  {lines.sentence}",
            *([f"  {lines.call}"] if lines.call else []),
            *(f"    {label:<13}{value}" for label, value in lines.values),
            *(f"  {remark}" for remark in lines.remarks),
        ]
    )


def as_html(verdict: Verdict) -> str:
    """Write a verdict for a page."""
    from chainrule_grader.markup.templates import template  # noqa: PLC0415  a terminal needs none

    _, _, tone = SIGNS[verdict.kind]
    return template("judging/verdict.html").render(
        kind=verdict.kind, tone=tone, fallback=FALLBACK[tone], lines=verdict_lines(verdict)
    )


def _partial_credit(verdict: Verdict) -> str:
    """Return the share of the points as text, or nothing if the share is 0 or 1."""
    return f" ({verdict.score:.0%} of the points)" if 0 < verdict.score < 1 else ""
