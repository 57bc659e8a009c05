"""The command reports the errors that its user can correct, and no other."""

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


def test_a_fault_of_ours_keeps_its_traceback(failing):
    """An error that no user can correct is not hidden."""
    failing(KeyError("a fault"))
    with pytest.raises(KeyError):
        main(["report", "x"])
