"""A call that gives no result is described by the exception that ended it."""

from __future__ import annotations

from typing import Final

from chainrule_worker.calls import no_input
from chainrule_worker.calls.failure import Failure

from chainrule_grader.judging.task import Observation
from chainrule_grader.judging.verdict import Kind

KIND_OF_FAILURE: Final = {
    "Malformed": Kind.WRONG,
    "NotImplementedError": Kind.NOT_ATTEMPTED,
    "Undefined": Kind.NOT_ATTEMPTED,
    "TimeLimitError": Kind.TIMED_OUT,
    "ForbiddenImportError": Kind.FORBIDDEN,
}


def failure_kind(observation: Observation) -> Kind | None:
    """Return the kind of verdict for a failed observation, or None if it did not fail."""
    failure = observation.outcome.failure
    return KIND_OF_FAILURE.get(failure.kind, Kind.CRASHED) if failure else None


def failure_sentence(name: str, failure: Failure) -> str:
    """Describe how a call failed, or the cell that should have defined the function."""
    where = f", in the line `{failure.line}`" if failure.line else ""
    match KIND_OF_FAILURE.get(failure.kind, Kind.CRASHED):
        case Kind.NOT_ATTEMPTED:
            return f"{name} is not written for this case{where}."
        case Kind.TIMED_OUT:
            return f"{name} did not finish within the time limit{where}."
        case Kind.FORBIDDEN:
            return f"{failure.message}{where}."
        case Kind.WRONG:
            return f"{name} {failure.message}."
    if failure.message == no_input.MESSAGE:
        return f"{name} calls input(), but nobody can type an answer while your code is checked."
    if failure.kind == "WorkerGone":
        return f"{name} ended the whole Python process and returned no result."
    message = f": {failure.message.rstrip('.')}" if failure.message else ""
    return f"{name} stopped with {failure.kind}{message}{where}."


def format_failure(failure: Failure) -> str:
    """Format a failure in place of a result: Python's own message, where there is one."""
    kind = KIND_OF_FAILURE.get(failure.kind, Kind.CRASHED)
    if kind is not Kind.CRASHED or failure.kind == "WorkerGone":
        return "no result"
    return f"{failure.kind}: {failure.message}"[:200].removesuffix(": ")
