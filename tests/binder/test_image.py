"""The image that Binder builds, as repo2docker prints it; no container engine takes part."""

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(
    find_spec("repo2docker") is None, reason="repo2docker, which prints the image, is not here"
)


@pytest.fixture(scope="module")
def dockerfile(export, tmp_path_factory):
    """The Dockerfile of a clean copy of the repository."""
    command = [sys.executable, "-m", "repo2docker", "--no-build", "--debug", "."]
    checkout = export(tmp_path_factory.mktemp("image"))
    done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)
    assert 0 == done.returncode, done.stderr
    return done.stdout


def steps(dockerfile):
    """The commands that build the image, after its base is there."""
    return re.findall(r"^(?:RUN|COPY \S+) (src/.*|.*\bbinder/.*)$", dockerfile, re.MULTILINE)


def test_python(dockerfile):
    """The base has the Python of `runtime.txt`."""
    # repo2docker escapes the names of the files that it copies: "-2d" is "-", "-2e" is ".".
    base = re.search(r"environment-2epy-2d(\d+)-2e(\d+)-2d\S+ /tmp/env/environment", dockerfile)
    runtime = (ROOT / "binder/runtime.txt").read_text().strip()
    assert f"python-{base[1]}.{base[2]}" == runtime


def test_steps(dockerfile):
    """The pins come before the repository, so that their layer is kept; then postBuild runs."""
    assert [
        "src/binder/requirements.txt ${REPO_DIR}/binder/requirements.txt",
        '${KERNEL_PYTHON_PREFIX}/bin/pip install --no-cache-dir -r "binder/requirements.txt"',
        "src/ ${REPO_DIR}/",
        "chmod +x binder/postBuild",
        "./binder/postBuild",
    ] == steps(dockerfile)


def test_place_of_the_repository(dockerfile):
    """`postBuild` is told where the repository is, without which it refuses to run."""
    assert "\nENV REPO_DIR=${REPO_DIR}\n" in dockerfile


def test_packages_are_left_to_post_build(dockerfile):
    """Nothing installs the repository without its pins."""
    assert not re.search(r"pip install .*\s\.(\s|$)", dockerfile)


def test_post_build_refuses_elsewhere(export, tmp_path):
    """Run by mistake in a checkout, `postBuild` stops before its first command."""
    script = export(tmp_path) / "binder/postBuild"
    done = subprocess.run(
        [script], cwd=tmp_path, env={"PATH": ""}, capture_output=True, text=True, check=False
    )
    assert "REPO_DIR: is not set" in done.stderr
