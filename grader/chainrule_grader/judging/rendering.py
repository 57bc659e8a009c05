"""A verdict on a page or in a terminal: a sign, a word, a sentence, the smallest case.

Colours come from the page's own theme, light or dark, and are never the only sign.
"""

from __future__ import annotations

from html import escape
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
# Okabe and Ito's colours, where a page brings none of its own: distinct to every eye.
FALLBACK: Final = {"success": "#009e73", "error": "#d55e00", "info": "#56b4e9", "warn": "#e69f00"}


def as_text(verdict: Verdict) -> str:
    """Write a verdict for a terminal."""
    sign, word, _ = SIGNS[verdict.kind]
    lines = [f"{sign} {verdict.task}: {word}{_share(verdict)}", f"  {verdict.sentence}"]
    if verdict.case is not None:
        lines += [f"  {verdict.case.call}"]
        lines += [f"    needed  {verdict.case.needed}", f"    got     {verdict.case.got}"]
    return "\n".join([*lines, *(f"  {remark}" for remark in verdict.remarks)])


def as_html(verdict: Verdict) -> str:
    """Write a verdict for a page; every word of it is escaped."""
    sign, word, tone = SIGNS[verdict.kind]
    colour = f"var(--jp-{tone}-color1, {FALLBACK[tone]})"
    box = f"border-left:4px solid {colour};padding:.4em .9em;margin:.3em 0;line-height:1.5"
    head = f'<b><span style="color:{colour}">{sign}</span> {escape(verdict.task)}: {word}</b>'
    body = f"<div>{_with_code(verdict.sentence)}</div>{_case(verdict)}"
    remarks = "".join(f"<div><i>{escape(remark)}</i></div>" for remark in verdict.remarks)
    start = f'<div data-verdict="{verdict.kind}" style="{box}">'
    return f"{start}{head}{escape(_share(verdict))}{body}{remarks}</div>"


def _share(verdict: Verdict) -> str:
    """Say how much was earned, where it is neither nothing nor everything."""
    return f" ({verdict.score:.0%} of the points)" if 0 < verdict.score < 1 else ""


def _case(verdict: Verdict) -> str:
    if verdict.case is None:
        return ""
    rows = {"needed": verdict.case.needed, "got": verdict.case.got}
    style = "background:none;padding:0;white-space:pre-wrap;overflow-wrap:anywhere"
    code = f'<code style="{style}">{{}}</code>'
    cells = "".join(
        f'<tr style="background:none"><td style="text-align:left;opacity:.75">{name}</td>'
        f'<td style="text-align:left">{code.format(escape(value))}</td></tr>'
        for name, value in rows.items()
    )
    call = f"<div>{code.format(escape(verdict.case.call))}</div>"
    return f'{call}<table style="margin:.2em 0 .2em 1em;border:none">{cells}</table>'


def _with_code(sentence: str) -> str:
    """Set what stands between back quotes as code."""
    pieces = escape(sentence).split("`")
    return "".join(f"<code>{p}</code>" if i % 2 else p for i, p in enumerate(pieces))
