"""A student's own clipping is drawn, compared, and never breaks the picture."""

import numpy as np
import pytest
from chainrule_widgets.normalization import Clipping


def right(grads, max_norm):
    norm = np.sqrt(sum(np.sum(g**2) for g in grads))
    return [g * min(1, max_norm / norm) for g in grads]


def by_entry(grads, limit):
    return [np.clip(g, -limit, limit) for g in grads]


def in_place(grads, max_norm):
    grads[0] *= 0.5
    return grads


def shout(grads, max_norm):
    raise RuntimeError("no idea")


@pytest.mark.parametrize(
    ("function", "own", "verdict"),
    [
        (right, [0.6, -0.8], "Here right returns the same as the library."),
        (by_entry, [1, -1], "Here by_entry clips by value."),
        (lambda g, _: [0.5 * g[0]], [1.5, -2], "<lambda> returns (1.5, -2), with norm 2.5."),
        (in_place, None, "in_place changed the gradient in place. Return a new array instead."),
        (shout, None, "shout raised RuntimeError: no idea."),
        (lambda *_: None, None, "<lambda> returned None. Add a return statement."),
        (lambda *_: ["x"], None, "<lambda> returned 'x'; return an array."),
        (lambda *_: [[1, 2, 3]], None, "<lambda> returned [1.0, 2.0, 3.0]; return two finite"),
        (
            lambda g, _: g[0],
            None,
            "<lambda> returned ndarray; return a list of one array",
        ),
    ],
)
def test_verdict(function, own, verdict):
    """The arrow is drawn where there is one, and the sentence says what it is."""
    seen = Clipping((3.0, -4.0), limit=1.0, function=function).seen
    assert verdict in seen["verdict"]
    assert own == (None if own is None else pytest.approx(seen["own"]))
    assert (own is None) == (seen["own"] is None)


def test_rule_by_value():
    """A function for one array is called with that array."""
    clip = Clipping((3.0, -4.0), limit=1.0, function=lambda g, c: np.clip(g, -c, c), rule="value")
    assert "Here <lambda> returns the same as the library." == clip.seen["verdict"]
    assert repr(clip).endswith(clip.seen["verdict"])


def test_bad_input_is_told():
    """A rule that does not exist, and something that cannot be called, are refused."""
    with pytest.raises(ValueError, match="rule='length': it must be norm or value"):
        Clipping(rule="length")
    with pytest.raises(TypeError, match="function must be your function, not int"):
        Clipping(function=3)
