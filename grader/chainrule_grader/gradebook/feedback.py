"""The page that a student gets back: their notebook, verdicts, comments and scores.

It needs nothing but itself and follows the reader's theme, light or dark. Markdown is shown as
text, for a reader who knows the problem set; what a notebook printed or drew is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path
from string import Template
from typing import Any, Final

from chainrule_grader.judging.verdict import OUTPUT
from chainrule_grader.submissions.merge import Notebook, grade_id, text

PAGE: Final = Template(Path(__file__).with_name("feedback.html").read_text(encoding="utf-8"))
PICTURE: Final = re.compile(r"[A-Za-z0-9+/=\s]+")
HIDDEN_TESTS: Final = re.compile(
    r"[ \t]*### BEGIN HIDDEN TESTS.*?(### END HIDDEN TESTS[^\n]*|\Z)", re.DOTALL
)
MARKDOWN: Final = (
    (re.compile(r"`([^`\n]+)`"), r"<code>\1</code>"),
    (re.compile(r"\*\*([^*\n]+)\*\*"), r"<b>\1</b>"),
    (re.compile(r"^#{1,2} (.+)$", re.MULTILINE), r"<h2>\1</h2>"),
    (re.compile(r"^#{3,6} (.+)$", re.MULTILINE), r"<h3>\1</h3>"),
)
"""The few signs that are worth more than their characters."""


@dataclass(frozen=True)
class Marks:
    """Scores and comments by cell, those of a person where there are any."""

    scores: Mapping[str, float | None]
    comments: Mapping[str, str | None]
    penalty: float = 0.0


def page(notebook: Notebook, problem_set: str, marks: Marks) -> str:
    """Write the page of a marked notebook."""
    cells = [_cell(cell, marks) for cell in notebook["cells"]]
    score = sum(one or 0.0 for one in marks.scores.values()) - marks.penalty
    late = f" (late: −{marks.penalty:g})" if marks.penalty else ""
    return PAGE.substitute(
        title=escape(problem_set),
        score=f"{round(score, 2):g}",
        maximum=f"{sum(map(_points, notebook['cells'])):g}",
        late=late,
        cells="\n".join(cells),
    )


def _points(cell: dict[str, Any]) -> float:
    flags = cell["metadata"].get("nbgrader", {})
    return float(flags["points"]) if flags.get("grade") or flags.get("task") else 0.0


def _cell(cell: dict[str, Any], marks: Marks) -> str:
    """Write one cell with what it gave, what it scored and what is said about it."""
    name, source = grade_id(cell), text(cell)
    body = _code(source) if cell["cell_type"] == "code" else _markdown(source)
    shown = "".join(map(_output, cell.get("outputs", [])))
    score = _score(cell, marks.scores.get(name)) if name in marks.scores else ""
    said = marks.comments.get(name) if name else None
    comment = f'<p class="comment">{escape(said)}</p>' if said else ""
    return f"<section>{score}{body}{shown}{comment}</section>"


def _score(cell: dict[str, Any], score: float | None) -> str:
    got = "not graded yet" if score is None else f"{round(score, 2):g}"
    return f'<p class="score">{got} of {_points(cell):g}</p>'


def _code(source: str) -> str:
    shown = HIDDEN_TESTS.sub("# (hidden tests)", source)
    return f"<pre class='code'>{escape(shown)}</pre>" if shown.strip() else ""


def _markdown(source: str) -> str:
    # What was made harmless for other pages is made so again, once.
    words = escape(unescape(source), quote=False)
    for pattern, becomes in MARKDOWN:
        words = pattern.sub(becomes, words)
    return f'<div class="text">{words}</div>'


def _output(output: dict[str, Any]) -> str:
    """Write one output; only our own verdict is taken for a page, a student's never is."""
    match output["output_type"]:
        case "stream":
            return f"<pre>{escape(output['text'])}</pre>"
        case "error":
            return f"<pre class='error'>{escape(chr(10).join(output['traceback']))}</pre>"
        case "display_data" if OUTPUT in output["data"]:
            return str(output["data"]["text/html"])
    picture = output["data"].get("image/png", "")
    if picture and PICTURE.fullmatch(picture):
        return f'<img alt="a figure that this cell drew" src="data:image/png;base64,{picture}">'
    return f"<pre>{escape(output['data'].get('text/plain', ''))}</pre>"
