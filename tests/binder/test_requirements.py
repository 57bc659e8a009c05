r"""The image's pins: complete, exact and without an address.

After a change to `pyproject.toml`, compile them again in the repository's root:

    uv pip compile pyproject.toml --output-file binder/requirements.txt --quiet \
        --python-version 3.11 --python-platform linux \
        --no-header --no-annotate --no-emit-index-url

Pins that still fit are kept; `--upgrade` renews them all.
"""

import os
import re
import shutil
import subprocess
import tomllib
from collections import Counter
from importlib import metadata
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
COMMAND = re.search(r"^    (uv .*?)\n\n", __doc__, re.MULTILINE | re.DOTALL)[1]
LINES = (ROOT / "binder/requirements.txt").read_text().splitlines()
PYTHON = (ROOT / "binder/runtime.txt").read_text().strip().removeprefix("python-")
# Markers ask about the image, not about the machine that runs the tests.
IMAGE = default_environment() | {
    "implementation_name": "cpython",
    "os_name": "posix",
    "platform_machine": "x86_64",
    "platform_python_implementation": "CPython",
    "platform_system": "Linux",
    "python_full_version": f"{PYTHON}.0",
    "python_version": PYTHON,
    "sys_platform": "linux",
}


def applies(requirement, extras=()):
    return requirement.marker is None or any(
        requirement.marker.evaluate(IMAGE | {"extra": extra}) for extra in ("", *extras)
    )


def direct():
    """What `pyproject.toml` asks for at run time."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return [r for r in map(Requirement, project["dependencies"]) if applies(r)]


def pins():
    """The pinned version by name."""
    pairs = (line.partition("==") for line in LINES)
    return {canonicalize_name(name): version for name, _, version in pairs}


def fits(requirement, pinned):
    version = pinned.get(canonicalize_name(requirement.name))
    return version is not None and requirement.specifier.contains(version, prereleases=True)


def asked_by(requirement, pinned):
    """What a pinned package asks for in turn, as its installed metadata says."""
    name = canonicalize_name(requirement.name)
    try:
        installed = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return []
    # Another version's metadata says nothing about the pinned one.
    if installed.version != pinned.get(name):
        return []
    return [r for r in map(Requirement, installed.requires or ()) if applies(r, requirement.extras)]


def closure(pinned):
    """Every requirement that a pin has to fulfil, by its text."""
    found = {}
    waiting = direct()
    while waiting:
        requirement = waiting.pop()
        if str(requirement) not in found:
            found[str(requirement)] = requirement
            waiting += asked_by(requirement, pinned)
    return found


def unmet(pinned):
    """The requirements that these pins leave open."""
    found = closure(pinned)
    return sorted(text for text in found if not fits(found[text], pinned))


def test_exact():
    """Every line is one name and one version, and nothing else."""
    assert [] == [line for line in LINES if not re.fullmatch(r"[a-z0-9-]+==\d[\w.]*", line)]


def test_no_address():
    """No line says where a package comes from."""
    assert [] == [line for line in LINES if re.search(r"[:/@]|^-", line)]


def test_once():
    """No package is pinned twice."""
    names = Counter(canonicalize_name(line.partition("==")[0]) for line in LINES)
    assert [] == [name for name, count in names.items() if count > 1]


def test_complete():
    """Whatever the packages need, and whatever that needs, is pinned to a version that fits."""
    assert [] == unmet(pins())


@pytest.mark.parametrize("requirement", direct(), ids=str)
def test_missing_is_noticed(requirement):
    """A run-time dependency without its pin does not go by unseen."""
    name = canonicalize_name(requirement.name)
    assert str(requirement) in unmet({k: v for k, v in pins().items() if k != name})


@pytest.mark.parametrize("requirement", direct(), ids=str)
def test_too_old_is_noticed(requirement):
    """A pin below the bound of `pyproject.toml` does not go by unseen."""
    assert str(requirement) in unmet(pins() | {canonicalize_name(requirement.name): "0.0.1"})


def test_command_names_the_python_of_the_image():
    """The documented command compiles for the Python of `runtime.txt`."""
    assert f"--python-version {PYTHON} " in COMMAND


@pytest.mark.slow
def test_compiled_again(tmp_path):
    """The documented command gives the file that is there."""
    uv = os.environ.get("UV") or shutil.which("uv")
    if not uv:
        pytest.skip("uv compiles the pins and is not here")
    (tmp_path / "binder").mkdir()
    for name in ("pyproject.toml", "binder/requirements.txt"):
        shutil.copy(ROOT / name, tmp_path / name)
    _, *arguments = COMMAND.replace("\\\n", " ").split()
    subprocess.run([uv, *arguments], cwd=tmp_path, check=True)
    assert LINES == (tmp_path / "binder/requirements.txt").read_text().splitlines()
