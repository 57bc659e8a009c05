"""The page that a student gets back: their notebook with verdicts, comments and points.

The page is one file, loads nothing and runs no script. Markdown is rendered, and all that a
notebook printed or drew is escaped.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

from chainrule_grader.judging.rendering import SIGNS
from chainrule_grader.judging.verdict import OUTPUT, Kind
from chainrule_grader.markup.harmless import as_written
from chainrule_grader.markup.images import is_base64
from chainrule_grader.submissions.cell import ReleasedCell
from chainrule_grader.submissions.release import Notebook

# Jinja2 and mistune are imported by `_template` and `_markdown`: `chainrule grade` needs no page.
if TYPE_CHECKING:
    from jinja2 import Template

HIDDEN_TESTS: Final = re.compile(
    r"### BEGIN HIDDEN TESTS.*?(### END HIDDEN TESTS[^\n]*|\Z)", re.DOTALL
)
MOST_MARKDOWN: Final = 100_000
"""The characters of a notebook's Markdown that are rendered; the rest is shown as it is."""
SECTION_LEVEL: Final = 2
"""The level of the heading above the notebook's own headings."""


@dataclass(frozen=True)
class Marks:
    """Scores and comments by cell, those of a person where there are any."""

    scores: Mapping[str, float | None]
    comments: Mapping[str, str | None]
    penalty: float = 0.0


@dataclass(frozen=True)
class GradedCell:
    """A row of the overview: a cell that is worth points."""

    name: str
    """The cell's `grade_id`, which is also its place on the page."""
    task: str
    result: str
    score: float | None
    points: float


@dataclass(frozen=True)
class Output:
    """What a cell printed, drew or raised."""

    kind: str
    """One of `verdict`, `text`, `error` and `image`."""
    content: str


@dataclass(frozen=True)
class ShownCell:
    """A cell as the page shows it."""

    graded: GradedCell | None
    code: str
    markdown: str
    outputs: tuple[Output, ...]
    comment: str


def page(notebook: Notebook, problem_set: str, marks: Marks) -> str:
    """Write the page of a marked notebook."""
    graded = graded_cells(notebook, marks)
    return _template().render(
        problem_set=problem_set,
        graded=graded,
        score=sum(one or 0.0 for one in marks.scores.values()) - marks.penalty,
        maximum=sum(cell.points for cell in map(ReleasedCell, notebook["cells"])),
        penalty=marks.penalty,
        cells=shown_cells(notebook, marks, {cell.name: cell for cell in graded}),
    )


def prepare() -> None:
    """Load and compile what pages need, so that processes forked from here have it."""
    _template()
    _markdown("", {}, SECTION_LEVEL)


@functools.cache
def _template() -> Template:
    from chainrule_grader.markup.templates import template  # noqa: PLC0415  see above

    template("judging/verdict.html")
    return template("gradebook/feedback.html")


def graded_cells(notebook: Notebook, marks: Marks) -> list[GradedCell]:
    """Return the cells that are worth points, in the order of the notebook."""
    cells = map(ReleasedCell, notebook["cells"])
    return [
        GradedCell(
            cell.grade_id,
            cell.grade_id.removeprefix("check-"),
            _result(cell.json, marks.scores[cell.grade_id]),
            marks.scores[cell.grade_id],
            cell.points,
        )
        for cell in cells
        if cell.grade_id in marks.scores
    ]


def _result(cell: Mapping[str, Any], score: float | None) -> str:
    """Say in a few words what was found."""
    verdict = _verdict(cell)
    if verdict is not None:
        sign, word, _ = SIGNS[Kind(verdict["verdict"])]
        return f"{sign} {word}"
    return "not graded yet" if score is None else "graded"


def _verdict(cell: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the verdict in a check cell's outputs; a student's outputs cannot hold one."""
    found = (output["data"].get(OUTPUT) for output in cell.get("outputs", []) if "data" in output)
    return next((verdict for verdict in found if verdict is not None), None)


def shown_cells(
    notebook: Notebook, marks: Marks, graded: Mapping[str, GradedCell]
) -> Iterator[ShownCell]:
    """Yield each cell with what it gave, what it scored and what was commented."""
    level, remaining = SECTION_LEVEL, MOST_MARKDOWN
    verdicts = [_verdict(cell) for cell in notebook["cells"]]
    # The automatic comment on an answer repeats the verdict that is shown below it.
    sentences = {verdict["sentence"] for verdict in verdicts if verdict is not None}
    for cell, verdict in zip(notebook["cells"], verdicts, strict=True):
        released = ReleasedCell(cell)
        name, source = released.grade_id, released.source
        code, markdown = "", ""
        if cell["cell_type"] != "code":
            remaining -= len(source)
            # Merging made it harmless, because nbgrader's pages would run a student's scripts.
            source = as_written(source)
            markdown, level = _markdown(source, cell.get("attachments", {}), level, remaining > 0)
        elif verdict is None and not source.isspace():
            code = HIDDEN_TESTS.sub("# (hidden tests)", source)
        outputs = cell.get("outputs", [])
        if verdict is not None:
            # Beside a verdict, its number says nothing more.
            outputs = [output for output in outputs if OUTPUT in output["data"]]
        comment = (marks.comments.get(name) if name else None) or ""
        comment = "" if comment in sentences else comment
        yield ShownCell(graded.get(name), code, markdown, tuple(map(_output, outputs)), comment)


def _markdown(
    source: str, attachments: Mapping[str, Mapping[str, str]], level: int, parse: bool = True
) -> tuple[str, int]:
    """Render Markdown; return it with the level of the last heading."""
    from chainrule_grader.markup import markdown  # noqa: PLC0415  see above

    if not parse:
        return markdown.plain(source), level
    rendered = markdown.render(source, attachments, level)
    return rendered.html, rendered.level


def _output(output: dict[str, Any]) -> Output:
    """Read one output; only the HTML of our own verdict is taken as HTML."""
    match output["output_type"]:
        case "stream":
            return Output("text", output["text"])
        case "error":
            return Output("error", "\n".join(output["traceback"]))
    data = output["data"]
    if OUTPUT in data:
        return Output("verdict", Markup(data["text/html"]))  # noqa: S704  written by `as_html`
    if is_base64(image := data.get("image/png", "")):
        return Output("image", image)
    return Output("text", data.get("text/plain", ""))
