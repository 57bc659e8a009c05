"""What the tests of the image share: a clean copy of the repository."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def export():
    """A function that copies what git would commit, edits of the work tree included."""
    if not (ROOT / ".git").exists() or not shutil.which("git"):
        pytest.skip("what belongs to the repository is asked of git, and this is no checkout")

    def copy(destination):
        listing = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        for name in filter(None, listing.stdout.split("\0")):
            # A file that was deleted and not yet committed is still listed.
            if (ROOT / name).is_file():
                (destination / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, destination / name, follow_symlinks=False)
        return destination

    return copy
