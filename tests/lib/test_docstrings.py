"""Every example in the library's documentation gives what it says."""

import doctest
import importlib
import pkgutil

import chainrule
import pytest

MODULES = sorted(
    module.name for module in pkgutil.walk_packages(chainrule.__path__, prefix="chainrule.")
)


@pytest.mark.parametrize("name", MODULES)
def test_examples(name):
    """The examples of one module."""
    assert 0 == doctest.testmod(importlib.import_module(name)).failed
