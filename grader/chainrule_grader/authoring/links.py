"""Write the file of what verdicts link to: sections of lectures, and terms of the glossary."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final

from chainrule_grader.authoring import syllabus
from chainrule_grader.course.course import Course
from chainrule_grader.judging import next_steps

TERM: Final = re.compile(
    r'<a id="(?P<anchor>[\w-]+)"></a>\*\*(?P<term>[^*]+)\*\*(?: \((?P<others>[^)]+)\))?:'
)
"""How an entry of the glossary begins: its anchor, its term, and other words for the same thing."""


def links(course: Course) -> str:
    """Return the sections of all tasks and the anchors of all terms as JSON."""
    found = {"sections": _sections(course), "terms": _terms(course.glossary)}
    return json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def path(course: Course) -> Path:
    """Return the file's path in a course that has the grader's sources."""
    return course.root / "grader" / "chainrule_grader" / "judging" / next_steps.FILE.name


def _sections(course: Course) -> dict[str, dict[str, str]]:
    """Return the section of each task; of several sections, the first one counts."""
    found: dict[str, dict[str, str]] = {}
    for concept in syllabus.read(course):
        lecture, _, anchor = concept.lecture.partition("#")
        for task in concept.tasks if lecture else ():
            text = (course.lectures / f"{lecture}.py").read_text(encoding="utf-8")
            names = {"lecture_title": _heading(text, "# # "), "title": _section_title(text, anchor)}
            found.setdefault(task, {"lecture": lecture, "anchor": anchor, **names})
    return found


def _section_title(text: str, anchor: str) -> str:
    """Return the title of the section whose heading has an anchor, or that stands around it."""
    before = text.partition(f'<a id="{anchor}"></a>')[0]
    line = before.rpartition("\n# ## ")[2].partition("\n")[0]
    return re.sub(r"<[^>]*>", "", line).strip()


def _heading(text: str, mark: str) -> str:
    """Return the first heading that begins with a mark."""
    return text.partition(f"\n{mark}")[2].partition("\n")[0].strip()


def _terms(glossary: Path) -> dict[str, str]:
    """Return the anchor of each term, and of each other word for it."""
    text = re.sub(r"\n# ", " ", glossary.read_text(encoding="utf-8"))
    entries = [*TERM.finditer(text)]
    others = {
        word.strip(): entry["anchor"]
        for entry in entries
        for word in (entry["others"] or "").split(",")
        if word.strip()
    }
    return others | {entry["term"]: entry["anchor"] for entry in entries}
