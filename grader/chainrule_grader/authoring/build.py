"""Build the notebooks from their percent sources.

A built notebook records a digest of its content. A notebook that was edited since is not
overwritten: `--from-notebooks` copies the edits into the source, and deleting the notebook discards
them.
"""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias

import jupytext
import nbformat

from chainrule_grader.authoring import links, page_scripts, syllabus
from chainrule_grader.authoring.release import released
from chainrule_grader.course.course import Course
from chainrule_grader.course.files import replaced
from chainrule_grader.course.problem_set import ProblemSet, known_sets
from chainrule_grader.judging import registry

Notebook: TypeAlias = Any
"""An `nbformat` notebook, which publishes no types."""

CHECK: Final = re.compile(r"""check\(["'](?P<set>\w+)/(?P<task>\w+)["'], *(?P=task)\)""")
KERNEL: Final = {"display_name": "Python 3", "language": "python", "name": "python3"}


class BuildError(Exception):
    """A notebook cannot be built, or was edited by hand; the message says which."""


@dataclass(frozen=True)
class Built:
    """A percent source, and the notebook that is built from it."""

    source: Path
    notebook: Path


def built_files(course: Course) -> list[Built]:
    """Return the sources and notebooks of a course: lectures, glossary, then problem sets."""
    glossary = course.glossary.parent.glob(course.glossary.name)
    sources = [*sorted(course.lectures.glob("*.py")), *glossary]
    lectures = [Built(path, path.with_suffix(".ipynb")) for path in sources]
    sets = sorted(path for path in course.solutions.glob("*/*.py") if path.stem == path.parent.name)
    return [*lectures, *(Built(path, path.with_suffix(".ipynb")) for path in sets)]


def build(course: Course, *, only_check: bool = False) -> list[Path]:
    """Build every notebook whose source has changed, and return the paths that differed.

    Raises:
        BuildError: where a notebook was edited by hand since it was built; it is not overwritten.
            Also where page scripts changed, because `npm run build` bundles them.
    """
    changed = []
    for item in built_files(course):
        text = notebook_text(item.source)
        if not _has_text(item.notebook, text):
            changed.append(item.notebook)
            if not only_check:
                _check_not_edited(item.notebook)
                _replace(item.notebook, text)
    changed += _release(course, only_check=only_check)
    changed += _concepts(course, only_check=only_check)
    changed += _links(course, only_check=only_check)
    return changed + _page_scripts(course, only_check=only_check)


def _page_scripts(course: Course, *, only_check: bool) -> list[Path]:
    """Return the page scripts that must be bundled again, which takes Node."""
    outdated = page_scripts.outdated(course.root)
    if outdated and not only_check:
        raise BuildError(
            f"{outdated[0]} changed; build the page scripts: {page_scripts.BUILD_COMMAND}"
        )
    return outdated


def _concepts(course: Course, *, only_check: bool) -> list[Path]:
    """Update the page of concepts, where the course has one."""
    path = course.root / "course" / syllabus.FILE
    if not path.exists():
        return []
    return _updated(path, syllabus.page(syllabus.read(course)), only_check=only_check)


def _links(course: Course, *, only_check: bool) -> list[Path]:
    """Update what verdicts link to, where the course has the grader's sources."""
    path = links.path(course)
    return _updated(path, links.links(course), only_check=only_check) if path.exists() else []


def _updated(path: Path, text: str, *, only_check: bool) -> list[Path]:
    """Write a file whose text is another one, and return its path if it is."""
    changed = not _has_text(path, text)
    if changed and not only_check:
        _replace(path, text)
    return [path] if changed else []


def _release(course: Course, *, only_check: bool) -> list[Path]:
    """Release each problem set that has a notebook, and return the paths that differed."""
    changed = []
    for source in sorted(course.solutions.glob("*/*.ipynb")):
        problem_set = source.stem
        with tempfile.TemporaryDirectory() as folder:
            text = released(course, problem_set, Path(folder)).read_text()
        path = ProblemSet(course, problem_set).release
        if not _has_text(path, text):
            changed.append(path)
            if not only_check:
                path.parent.mkdir(parents=True, exist_ok=True)
                _replace(path, text)
    return changed


def _has_text(path: Path, text: str) -> bool:
    return path.exists() and path.read_text() == text


def from_notebook(course: Course, problem_set: str) -> Path:
    """Copy the edits in a problem set's notebook into its percent source.

    Raises:
        BuildError: where there is no such notebook, or it cannot be read.
    """
    path, known = ProblemSet(course, problem_set).source, known_sets(course)
    if not path.exists():
        remedy = "run `chainrule build` first"
        if known and problem_set not in known:
            remedy = registry.suggestion(problem_set, known)
        raise BuildError(f"there is no notebook {path}; {remedy}")
    notebook = _read(path)
    notebook.metadata = {"kernelspec": KERNEL}
    for cell in notebook.cells:
        cell.metadata = _authors_metadata(cell)
    options = {"notebook_metadata_filter": "kernelspec", "cell_metadata_filter": "points,tags"}
    notebook.metadata["jupytext"] = options
    source = path.with_suffix(".py")
    text = jupytext.writes(notebook, fmt="py:percent")
    _replace(source, _without_jupytext_header(text))
    _replace(path, notebook_text(source))
    return source


def notebook_text(source: Path) -> str:
    """Build a notebook from its percent source, as the text of its file."""
    notebook = _read(source, fmt="py:percent")
    notebook.metadata = {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    _prepare(notebook.cells, source)
    for number, cell in enumerate(notebook.cells):
        cell.metadata.pop("lines_to_next_cell", None)
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        cell["id"] = grade_id or f"{source.stem}-{number:02}"
    notebook.metadata["chainrule"] = {"built": _digest(notebook)}
    return str(nbformat.writes(notebook)).rstrip("\n") + "\n"


def _read(path: Path, **options: Any) -> Notebook:
    """Read a notebook or a percent source.

    Raises:
        BuildError: where the file is neither.
    """
    try:
        return jupytext.read(path, **options)
    # Of JSON and the encoding, and of a notebook that is a list or has no metadata.
    except (ValueError, AttributeError) as error:
        first = (str(error).splitlines() or [type(error).__name__])[0]
        remedy = "correct it" if path.suffix == ".py" else "delete it, then run `chainrule build`"
        raise BuildError(f"{path} cannot be read ({first[:120]}); {remedy}") from error


def _prepare(cells: list[Any], source: Path) -> None:
    """Add nbgrader's metadata to the cells with answers and checks."""
    for before, cell in zip([None, *cells], cells, strict=False):
        found = CHECK.fullmatch(cell.source.strip()) if cell.cell_type == "code" else None
        points = cell.metadata.pop("points", 1)
        if found is None:
            continue
        task = found["task"]
        if before is None or "### BEGIN SOLUTION" not in before.source:
            raise BuildError(f"{source}: there is no answer above the check of {task}")
        before.metadata["nbgrader"] = _nbgrader(task, solution=True)
        cell.metadata["nbgrader"] = _nbgrader(f"check-{task}", points=points)


def _nbgrader(grade_id: str, *, solution: bool = False, points: float | None = None) -> Any:
    """Return nbgrader's metadata of a cell: an answer, or a check with its points."""
    worth = {} if points is None else {"points": points}
    return {
        "grade": points is not None,
        "grade_id": grade_id,
        "locked": points is not None,
        "schema_version": 3,
        "solution": solution,
        "task": False,
        **worth,
    }


def _authors_metadata(cell: Any) -> dict[str, Any]:
    """Return the part of a cell's metadata that authors write: tags, and points other than 1."""
    points = cell.metadata.get("nbgrader", {}).get("points", 1)
    kept = {"points": points} if points != 1 else {}
    return kept | ({"tags": cell.metadata["tags"]} if "tags" in cell.metadata else {})


def _without_jupytext_header(text: str) -> str:
    """Remove jupytext's own header, which changes with its version."""
    header = re.compile(r"#   jupytext:\n(?:#     .*\n)*")
    return header.sub("", text, count=1)


def _digest(notebook: Notebook) -> str:
    """Return a digest of what an editor can change: types, sources and nbgrader's metadata."""
    cells = [
        [cell["cell_type"], cell["source"], cell["metadata"].get("nbgrader")]
        for cell in notebook["cells"]
    ]
    return hashlib.sha256(json.dumps(cells, sort_keys=True).encode()).hexdigest()


def _check_not_edited(path: Path) -> None:
    """Raise an error where a notebook is not the one that was built last."""
    if not path.exists():
        return
    notebook = _read(path)
    if notebook.metadata.get("chainrule", {}).get("built") != _digest(notebook):
        raise BuildError(
            f"{path} was edited by hand and was not overwritten: copy the edits into its source "
            f"with `chainrule build --from-notebooks {path.stem}`, or delete it to build it again"
        )


def _replace(path: Path, text: str) -> None:
    with replaced(path) as temporary:
        temporary.write_text(text)
