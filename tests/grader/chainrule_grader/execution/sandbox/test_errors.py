"""An error of the sandbox is one sentence."""

from chainrule_grader.execution.sandbox.errors import NotStartedError, RefusedError, SandboxError


def test_the_sentence_contains_the_reason():
    """A worker that did not start gives the reason."""
    error = NotStartedError("making namespaces: Operation not permitted")
    assert "making namespaces: Operation not permitted" == error.reason
    expected = "the worker could not be started: making namespaces: Operation not permitted"
    assert expected == str(error)


def test_a_refusal_is_an_error_of_the_sandbox():
    """A caller that handles `SandboxError` handles a refusal."""
    assert isinstance(RefusedError("no"), SandboxError)
