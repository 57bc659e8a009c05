"""Every error is one sentence, and a fault of the command leaves its traceback in a file."""

import errno

import pytest
from chainrule_grader.cli.errors import reported_errors
from chainrule_grader.cli.main import COMMANDS, main


@pytest.fixture
def failing(monkeypatch):
    """A function that lets `chainrule report` fail with an error."""

    def fail_with(error):
        def run(_options):
            raise error

        monkeypatch.setattr(COMMANDS["report"], "run", run)

    return fail_with


@pytest.mark.parametrize("kind", reported_errors(), ids=lambda kind: kind.__name__)
def test_an_error_of_the_user_is_one_sentence(kind, failing, capsys):
    """The message goes to the error stream, and the exit status is 1."""
    failing(kind("a reason"))
    assert 1 == main(["report", "x"])
    said = capsys.readouterr()
    assert "" == said.out
    assert said.err.startswith("chainrule: ")
    assert said.err.endswith("a reason\n")


def test_a_fault_of_the_command_has_its_traceback_in_a_file(failing, tmp_path, monkeypatch, capsys):
    """The sentence has the error and the file to send with a report."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    failing(KeyError("a fault\nof two lines"))
    assert 1 == main(["report", "x"])
    said = capsys.readouterr()
    (file,) = tmp_path.iterdir()
    assert ("", 1) == (said.out, said.err.count("\n"))
    assert "this is a fault of the command and not yours (KeyError: " in said.err
    assert said.err.endswith(f"please report it with the file {file}\n")
    assert "Traceback (most recent call last)" in file.read_text()


def test_a_fault_where_no_file_can_be_written(failing, tmp_path, monkeypatch, capsys):
    """The sentence comes without a file."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    failing(KeyError("a fault"))
    assert 1 == main(["report", "x"])
    assert capsys.readouterr().err.endswith("(KeyError: 'a fault'); please report it\n")


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (
            PermissionError(errno.EACCES, "Permission denied", "/root/x"),
            "/root/x cannot be used: Permission denied; choose a place where you may write",
        ),
        (
            OSError(errno.ENOSPC, "No space left on device"),
            "No space left on device; free some space and run the command again",
        ),
        (OSError("odd"), "odd"),
    ],
)
def test_an_error_of_the_system_names_the_file_and_the_remedy(error, says, failing, capsys):
    """It is no fault of the command, and the user learns what to do."""
    failing(error)
    assert 1 == main(["report", "x"])
    said = capsys.readouterr().err
    assert says in said
    assert 1 == said.count("\n")
