"""The tests here run code in a child process, because most effects cannot be undone."""

import subprocess
import sys

import pytest

if not sys.platform.startswith("linux"):
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture
def run_python():
    """Return a function that runs Python code in a child process and returns what it prints."""

    def run(code, **options):
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, capture_output=True, text=True, check=True, **options)
        return done.stdout.strip()

    return run
