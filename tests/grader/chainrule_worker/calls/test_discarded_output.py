"""Output is discarded during a call and restored after it."""

import sys

import pytest
from chainrule_worker.calls.discarded_output import discard_output


def test_output_is_discarded(capfd):
    """Text on both streams is discarded, and the streams are not terminals."""
    with discard_output():
        print("a", flush=True)
        print("b", file=sys.stderr)
        sys.stdout.writelines(["c", "d"])
        terminal = sys.stdout.isatty()
    assert (False, ("", "")) == (terminal, tuple(capfd.readouterr()))


def test_output_is_restored_after_an_exception(capfd):
    """What is printed afterwards is visible."""
    with pytest.raises(ValueError, match="invalid literal"), discard_output():
        int("a")
    print("after")
    assert "after\n" == capfd.readouterr().out
