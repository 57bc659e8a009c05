"""Handles in a value are replaced by their objects."""

import numpy as np
from chainrule_worker.handles import FunctionHandle, ObjectHandle, Seed, resolve_handles


def test_handles_are_resolved_at_every_depth():
    """A handle in a container is replaced as one alone is; everything else is the same object."""
    plain = [1, {"b": np.zeros(2)}]
    value = (plain, {"a": [Seed(3)]}, ObjectHandle(1, "x"), FunctionHandle(0))
    result = resolve_handles(value, lambda handle: type(handle).__name__)
    assert (plain, {"a": ["Seed"]}, "ObjectHandle", "FunctionHandle") == result
    assert plain is result[0]


def test_a_value_without_handles_is_not_copied():
    """A large plain value takes no time."""
    value = {"a": [np.zeros(3)]}
    assert value is resolve_handles(value, lambda _handle: None)


def test_a_key_is_not_a_handle():
    """Only items are resolved; keys are numbers and strings."""
    assert {1: "Seed"} == resolve_handles({1: Seed(2)}, lambda handle: type(handle).__name__)
