"""Every name, section and task that the syllabus speaks of exists, and every concept is there."""

import importlib
import re

import pytest
from chainrule_grader.authoring import syllabus
from chainrule_grader.course.course import Course
from chainrule_grader.judging import registry

ROWS = {"A": 7, "B": 5, "C": 8, "D": 7, "E": 5, "F": 7, "G": 4, "H": 2, "I": 7, "J": 5, "K": 6}
ROWS |= {"L": 6, "M": 6}


@pytest.fixture(scope="module")
def concepts(root):
    """The course's syllabus."""
    return syllabus.read(Course(root))


def test_every_concept_is_there(concepts):
    """Each section has as many rows as the slides have concepts."""
    wanted = [f"{section}{number + 1}" for section, n in ROWS.items() for number in range(n)]
    assert wanted == [concept.id for concept in concepts]


def test_every_name_exists(concepts):
    """What the library is said to have, it has."""
    for name in (name for concept in concepts for name in concept.library):
        module, *path = name.split(".")
        thing = importlib.import_module(f"chainrule.{module}")
        for part in path:
            thing = getattr(thing, part)


def test_every_section_exists(concepts, root):
    """Every concept has its section in a lecture."""
    for place in (concept.lecture for concept in concepts):
        lecture, _, anchor = place.partition("#")
        text = (root / "course" / "lectures" / f"{lecture}.py").read_text()
        assert re.search(rf'<a id="{anchor}"></a>', text), place


def test_every_task_exists_and_none_is_forgotten(concepts):
    """The tasks of the syllabus are those of the catalogue."""
    named = {task for concept in concepts for task in concept.tasks}
    tasks = {i for s in registry.problem_sets() for i in registry.identities(s)}
    assert tasks == named


def test_the_page_of_concepts_is_todays(concepts, root):
    """`chainrule build` writes it, and its links exist."""
    path = root / "course" / "CONCEPTS.md"
    assert syllabus.page(concepts) == path.read_text()
    links = {link.partition("#")[0] for link in re.findall(r"\]\(([^)]+)\)", path.read_text())}
    assert len(links) > 26
    assert [] == [link for link in links if not (root / "course" / link).exists()]
