"""The command does what its help says, and reports each mistake of its user in one sentence."""

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from chainrule_grader.cli.main import COMMANDS, main

COMMAND = Path(sys.executable).with_name("chainrule")


def output(*command, folder):
    """What a command prints."""
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return run.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["build"],
        ["new", "x/y"],
        ["autograde", "activations"],
        ["report", "activations"],
        ["export", "--lms", "csv"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_outside_a_course_a_sentence_says_so(arguments, tmp_path, monkeypatch, capsys):
    """No traceback, and exit status 1."""
    monkeypatch.chdir(tmp_path)
    assert 1 == main(arguments)
    assert "is not in a course" in capsys.readouterr().err


def test_help_lists_every_command(tmp_path):
    """`chainrule --help` names every command."""
    said = output(COMMAND, "--help", folder=tmp_path)
    assert [] == [name for name in COMMANDS if f"\n    {name}" not in said]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name, capsys):
    """`--help` after a command prints what it does and its options."""
    with pytest.raises(SystemExit, match="0"):
        main([name, "--help"])
    first = COMMANDS[name].__doc__.partition("\n")[0]
    assert first in " ".join(capsys.readouterr().out.split())


def test_version(tmp_path):
    """`--version` prints the installed version."""
    assert f"chainrule {version('chainrule')}\n" == output(COMMAND, "--version", folder=tmp_path)


def test_the_package_runs_as_a_module(tmp_path):
    """`python -m chainrule_grader.cli` is the same command."""
    same = output(sys.executable, "-m", "chainrule_grader.cli", "--version", folder=tmp_path)
    assert output(COMMAND, "--version", folder=tmp_path) == same


def test_help_loads_nothing_heavy(tmp_path):
    """The help and the options are read without NumPy, Jupyter and nbgrader."""
    code = (
        "import contextlib, sys\n"
        "from chainrule_grader.cli.main import main\n"
        "with contextlib.suppress(SystemExit): main(['grade', '--help'])\n"
        "print(*sorted({'numpy', 'nbgrader', 'jupyterlab', 'jupytext', 'rich'} & set(sys.modules)))"
    )
    assert "" == output(sys.executable, "-c", code, folder=tmp_path).splitlines()[-1]


def test_a_closed_pipe_is_no_error(tmp_path, root):
    """`chainrule … | head` ends without a traceback."""
    path = root / "tests/sample_class/goran.ipynb"
    command = f"{COMMAND} grade --unsafe {path} {path} {path} 2>&1 >&3 3>&- | cat; "
    shell = f"exec 3> >(head -c 1 >/dev/null); {command}"
    said = output("bash", "-c", shell, folder=tmp_path)
    assert "" == said
