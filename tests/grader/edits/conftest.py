"""nbgrader's own command, for tests that compare its marks with ours."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def nbgrader():
    """A function that runs nbgrader's own command in a course."""

    def run(course, *arguments):
        command = [str(Path(sys.executable).with_name("nbgrader")), *arguments]
        done = subprocess.run(command, cwd=course.root, capture_output=True, text=True, check=False)
        assert 0 == done.returncode, done.stderr

    return run
