"""Values for outputs: one for all, a list or a dict."""

import pytest
from chainrule.trainers.output_values import output_values


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("mse", ["mse", "mse"]),
        (None, [None, None]),
        (["a", None], ["a", None]),
        ({"y": 1}, [None, 1]),
        ({}, [None, None]),
    ],
)
def test_values(given, expected):
    """Each output gets its value, in the order of the outputs."""
    assert expected == output_values(given, ["x", "y"], "loss")


@pytest.mark.parametrize("given", [["a"], {"z": 1}])
def test_what_does_not_fit_is_told(given):
    """Another number of values, or an unknown name, is an error that names the argument."""
    with pytest.raises(ValueError, match=r"^loss has .*outputs"):
        output_values(given, ["x", "y"], "loss")
