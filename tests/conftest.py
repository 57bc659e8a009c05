"""What all tests share: where the course lies, and that ours are the colours of no terminal."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return Path(__file__).parents[1]
