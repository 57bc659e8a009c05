"""Python's and NumPy's errors are explained: what happened in this call, in one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from chainrule_worker.calls.failure import Failure


@dataclass(frozen=True)
class ErrorExplanation:
    """The name of a mistake that ends with an error, and a sentence about it."""

    name: str
    sentence: str


def explain_error(name: str, failure: Failure) -> ErrorExplanation | None:
    """Explain the error that ended a call of the function `name`, or return None."""
    return None
