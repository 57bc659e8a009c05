"""The command does what its help says, and reports each mistake of its user in one sentence."""

import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from chainrule_grader.cli.main import COMMANDS, main
from chainrule_grader.course.course import MARK

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


def test_an_option_that_no_command_has_is_an_error(capsys):
    """Only `lab` passes on what it does not know."""
    with pytest.raises(SystemExit, match="2"):
        main(["report", "activations", "--nosuch"])
    assert "unrecognized arguments: --nosuch" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["autograde", "activatoins"], "did you mean 'activations'?"),
        (["report", "activatoins"], "did you mean 'activations'?"),
        (["report", "activations"], "no submission to activations is marked yet"),
        (["export", "--lms", "csv"], "there is no gradebook"),
        (["export", "--lms", "csv", "--to", "/nosuch/x.csv"], "there is no gradebook"),
        (["build", "--from-notebooks", "activatoins"], "did you mean 'activations'?"),
        (["new", "activatoins/relu"], "did you mean 'activations'?"),
        (["demo", "--into", "a_file", "--unsafe"], "a_file is a file"),
        (["demo", "--into", "a_file/demo", "--unsafe"], "Not a directory; a part of the path is"),
        (["init", "a_file"], "a_file is a file"),
        (["init", "a_file/nn"], "Not a directory; a part of the path is a file"),
    ],
    ids=" ".join,
)
def test_a_mistake_is_one_sentence(arguments, says, root, tmp_path, monkeypatch, capsys):
    """It has no traceback, changes nothing, and the exit status is 1."""
    shutil.copy(root / MARK, tmp_path)
    (tmp_path / "a_file").touch()
    (tmp_path / "solutions/activations").mkdir(parents=True)
    (tmp_path / "solutions/activations/activations.py").touch()
    before = {*tmp_path.rglob("*")}
    monkeypatch.chdir(tmp_path)
    assert 1 == main(arguments)
    said = capsys.readouterr()
    assert ("", 1) == (said.out, said.err.count("\n"))
    assert said.err.startswith("chainrule: ")
    assert says in said.err
    assert before == {*tmp_path.rglob("*")}


def test_a_broken_configuration_is_one_sentence(tmp_path, monkeypatch, capsys):
    """It names the file and what its code raised."""
    (tmp_path / MARK).write_text("c = get_confg()\n")
    monkeypatch.chdir(tmp_path)
    assert 1 == main(["export", "--lms", "csv"])
    said = capsys.readouterr().err
    assert f"{tmp_path / MARK} cannot be read, so correct it: NameError: " in said
    assert 1 == said.count("\n")


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
