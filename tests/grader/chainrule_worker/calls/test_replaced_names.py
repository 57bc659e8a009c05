"""Names are replaced during a call and restored after it."""

import pytest
from chainrule_worker.calls.replaced_names import replaced_names


def test_names_are_replaced_and_restored():
    """An existing name gets its object back, and a new name is removed."""
    namespace = {"a": 1, "b": 2}
    with replaced_names(namespace, {"a": 7, "c": 8}):
        assert {"a": 7, "b": 2, "c": 8} == namespace
    assert {"a": 1, "b": 2} == namespace


def test_names_are_restored_after_an_exception():
    """An exception in the body, or a name that the body deleted, changes nothing."""
    namespace = {"a": 1}
    with pytest.raises(KeyError), replaced_names(namespace, {"a": 7}):
        namespace.pop("a") and namespace.pop("a")
    assert {"a": 1} == namespace


def test_a_functions_global_is_replaced():
    """A function that uses a global name calls the replacement."""
    namespace = {}
    exec("def f(): return g()\ndef g(): return 1", namespace)
    with replaced_names(namespace, {"g": lambda: 2}):
        assert 2 == namespace["f"]()
    assert 1 == namespace["f"]()
