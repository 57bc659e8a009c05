"""What a reader brings along trains like the library's own, and its faults become sentences."""

import numpy as np
import pytest
from chainrule_widgets.playground import Playground
from chainrule_widgets.playground.user_content import brought


def of_one_number(z):
    if z > 0:
        return z
    return 0


X = np.random.default_rng(0).normal(size=(40, 2))


def test_own_tanh_is_tanh():
    """A function of one's own trains as the library's does, with a numerical derivative or not."""
    theirs = Playground(layers=[("tanh", 4)])
    theirs.train(40)
    for mine in (np.tanh, (np.tanh, lambda z: 1 - np.tanh(z) ** 2)):
        own = Playground(own={"mine": mine}, layers=[("mine", 4)])
        own.train(40)
        for a, b in zip(theirs.get_weights(), own.get_weights(), strict=True):
            np.testing.assert_allclose(a, b, rtol=1e-3, atol=1e-4)


def test_own_points():
    """Points of one's own fill the picture; classes and heights are told apart."""
    classes = Playground(own={"mine": (X, X[:, 0] > 0)}, data="mine")
    assert (2, 40, 2.6) == (
        classes._run.data.classes,
        len(classes._run.data.X),
        pytest.approx(np.abs(classes._run.data.X).max(), rel=1e-6),
    )
    heights = Playground(own={"mine": (X, 7 * X[:, 0])}, data="mine")
    assert (0, 1) == (heights._run.data.classes, np.abs(heights._run.data.y).max())


def test_a_text_needs_what_is_one_s_own():
    """A text names a function of one's own and cannot carry it."""
    text = Playground(own={"swish": np.sin}, layers=[("swish", 4)]).as_text()
    with pytest.raises(ValueError, match="no activation 'swish'. If it is your own, bring it"):
        Playground.from_text(text)
    assert text == Playground.from_text(text, own={"swish": np.sin}).as_text()


@pytest.mark.parametrize(
    ("own", "says"),
    [
        ({"f": of_one_number}, "f: of_one_number raised ValueError"),
        ({"f": print}, "f: print returned None"),
        ({"f": lambda z: z.sum()}, "returned an array of shape ()"),
        ({"f": 3}, "a function, or a pair (X, y), was needed, and this is int"),
        ({"relu": np.tanh}, "the playground already has one with this name"),
        ({"my f": np.tanh}, "a name has letters, digits and _ in it"),
        ({"d": (X[:, :1], X[:, 0])}, "X of shape (n, 2) and y of shape (n,) were needed"),
        ({"d": (X * np.nan, X[:, 0])}, "X and y must be finite"),
        ({"d": ("some", "words")}, "X and y must be numbers"),
    ],
)
def test_faults_become_sentences(own, says):
    """The playground opens all the same, and says what it could not use."""
    assert says in brought(own).trouble
    assert says in Playground(own=own).trouble


def test_a_function_that_fails_later_stops_the_run():
    """What goes wrong during training is a sentence in the answer, and no traceback."""

    def moody(z):
        if len(z) == 16:
            raise RuntimeError("not today")
        return np.tanh(z)

    playground = Playground(own={"moody": moody}, layers=[("moody", 3)])
    asked = {"state": {"layers": [["moody", 3]]}, "until": 5, "ms": 20}
    said, buffers = playground.answer(asked)
    assert "moody raised RuntimeError: not today" in said["trouble"]
    assert [] == buffers
