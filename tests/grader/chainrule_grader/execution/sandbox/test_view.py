"""The view shows Python and its packages, and nothing of the course."""

import json
import sys
from pathlib import Path

from chainrule_grader.execution.sandbox import view


def test_secrets_inside_visible_folders_are_covered(tmp_path):
    """A course among the system's own files is covered, and one outside needs no step."""
    hidden = Path("/usr/lib/some-course")
    steps = view.steps([hidden, tmp_path])
    assert ("cover", "", str(hidden)) in steps
    assert ("cover", "", str(tmp_path)) not in steps
    assert json.loads(json.dumps(steps))


def test_forbidden_packages_are_covered():
    """Every installed package that would solve the tasks is hidden."""
    covered = {path for kind, _, path in view.steps([]) if kind == "cover"}
    for folder in map(Path, view.site_folders()):
        for name in ("sklearn", "keras", "torch", "chainrule_grader"):
            assert (str(folder / name) in covered) == (folder / name).exists()


def test_steps_cover_after_they_show():
    """A cover comes after the folder that it is in."""
    steps = view.steps([])
    shown = []
    for kind, _, path in steps:
        if kind == "cover":
            assert any(Path(path).is_relative_to(folder) for folder in shown), path
        shown.append(path)


def test_the_import_path_has_no_folder_of_the_repository(root):
    """A worker imports its own code from its own folder and all else from packages."""
    path = view.import_path()
    assert view.WORKER == path[0]
    assert not [entry for entry in path if entry in {str(root / "lib"), str(root / "grader")}]


def test_the_interpreter_is_a_real_file():
    """The path of the interpreter goes through no link of a virtual environment."""
    assert not Path(view.python()).is_symlink()
    assert sys.version_info[:2] == _version(view.python())


def _version(python):
    import subprocess

    code = "import sys; print(*sys.version_info[:2])"
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)
    return tuple(map(int, done.stdout.split()))
