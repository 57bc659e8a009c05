"""What all tests share: where the course lies, its sandbox, and its sample class."""

import json
import sys
import tomllib
from pathlib import Path

import pytest
from chainrule_grader import catalogue
from chainrule_grader.marking import Order, mark
from chainrule_grader.sandbox import Limits, why_not

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "tests" / "sample_class"


@pytest.fixture(scope="session")
def root():
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def sandbox():
    """Skip where this system cannot close a process in, and say why."""
    reason = why_not()
    if reason is not None:
        pytest.skip(f"no sandbox: {reason}")


@pytest.fixture(scope="session")
def quick():
    """Limits under which an endless loop costs a test little."""
    return Limits(cell_seconds=1.5, call_seconds=0.5, notebook_seconds=40)


@pytest.fixture(scope="session")
def released():
    """The problem set on activations as students get it."""
    return json.loads((ROOT / "course/exercises/activations/activations.ipynb").read_text())


@pytest.fixture(scope="session")
def sample_records(sandbox, quick):
    """The sample class, marked: records by student."""
    secrets = (str(ROOT),)
    return {
        path.stem: mark(Order(str(path), seed=1, limits=quick, secrets=secrets))
        for path in sorted(SAMPLE.glob("*.ipynb"))
    }


@pytest.fixture(scope="session")
def expected_class():
    """What each student of the sample class should get: by student, then by task."""
    table = tomllib.loads((SAMPLE / "expected.toml").read_text())
    tasks = [identity.partition("/")[2] for identity in catalogue.identities("activations")]
    whole = {name: dict.fromkeys(tasks, "right") for name in table.pop("everything_right")}
    empty = {name: {} for name in table.pop("nothing_attempted")}
    rest = dict.fromkeys(tasks, "not_attempted")
    return {name: rest | given for name, given in (whole | empty | table).items()}


@pytest.fixture
def python():
    """The interpreter that the tests run in."""
    return sys.executable
