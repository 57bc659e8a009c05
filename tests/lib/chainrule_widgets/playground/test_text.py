"""A state travels as text and comes back exactly, or one sentence says why it does not."""

import doctest
import re
import zlib

import numpy as np
import pytest
from chainrule_widgets.playground import Playground, playground
from chainrule_widgets.playground import text as text_module
from chainrule_widgets.playground.presets import PRESETS
from chainrule_widgets.playground.state import State
from chainrule_widgets.playground.text import read, written

EVERYTHING = State(
    data="spirals",
    noise=7,
    points=123,
    test=45,
    classes=4,
    sample=9,
    features=("x1", "x1x2", "sin2"),
    layers=(("leaky_relu", 3), ("my_own", 16), ("step", 1)),
    initializer="he_normal",
    loss="mae",
    optimizer="nesterov",
    learning_rate=1e-05,
    schedule="cosine",
    batch_size=7,
    l1=1e-05,
    l2=0.3,
    dropout=0.5,
    batch_norm=True,
    seed=42,
)


def with_checksum(body):
    return f"{body}~{zlib.crc32(body.encode()):08x}"


@pytest.mark.parametrize("state", [State(), EVERYTHING, State(layers=())])
def test_comes_back(state):
    """Every knob comes back, and so does the number of steps."""
    assert (state, 77) == read(written(state, 77))


def test_may_stand_in_a_link():
    """Only characters that no address changes; a whole link is read, and one broken over lines."""
    text = written(EVERYTHING, 5)
    assert re.fullmatch(r"[A-Za-z0-9._~-]+", text)
    assert EVERYTHING == read(f"https://example.org/lab/tree/a.ipynb#{text}")[0]
    assert EVERYTHING == read(text[:40] + "\n  " + text[40:].replace("~", "%7E"))[0]


def test_says_little():
    """The usual state is a version and a checksum."""
    assert with_checksum("cr1") == written(State(), 0)
    assert with_checksum("cr1~data-xor~steps-3") == written(State(data="xor"), 3)
    deep = State(layers=(("relu", 4),) * 6 + (("tanh", 2), ("relu", 4)))
    assert with_checksum("cr1~layers-relu-4x6.tanh-2.relu-4") == written(deep, 0)
    assert (deep, 0) == read(written(deep, 0))


@pytest.mark.parametrize("place", range(0, 60, 7))
def test_damage_is_noticed(place):
    """A letter that was changed, or lost, never gives another run."""
    text = written(EVERYTHING, 5)
    changed = text[:place] + ("y" if text[place] == "x" else "x") + text[place + 1 :]
    for damaged in (changed, text[:place] + text[place + 1 :], text[: -place - 1]):
        with pytest.raises(ValueError, match="damaged|no state|version"):
            read(damaged)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("hello", "this is no state of the playground: it begins with 'hello'"),
        ("", "this is no state"),
        (with_checksum("cr2~data-xor"), "this text is of version 2, and .* reads version 1"),
        (with_checksum("cr1~colour-red"), "sets 'colour', which the playground does not have"),
        (with_checksum("cr1~noise-much"), "noise is a number, and this text says 'much'"),
        (with_checksum("cr1~noise-99"), "noise is a whole number from 0 to 50, and not 99"),
        (with_checksum("cr1~learning_rate-nan"), "learning_rate is a number from 1e-05 to 10"),
        (with_checksum("cr1~layers-tanh-99"), "1 to 16 neurons each"),
        (with_checksum("cr1~layers-tanh-4x99"), "at most 10 hidden layers"),
        (with_checksum("cr1~layers-tanh"), "a whole number was needed"),
        (with_checksum("cr1~features-x3"), "features are some of x1, x2"),
        (with_checksum("cr1~optimizer-magic"), "optimizer is one of sgd, momentum"),
        (with_checksum("cr1~steps-999999999"), "a run has at most 50000 steps"),
    ],
)
def test_what_is_wrong_is_said(text, says):
    """One clear sentence for each way to be wrong."""
    with pytest.raises(ValueError, match=says):
        read(text)


@pytest.mark.parametrize("name", ["two moons", "handwritten digits", "dead units"])
def test_run_comes_back_exactly(name):
    """Whoever gets the text has the same weights, in whatever portions the steps were taken."""
    sender = Playground(name, dropout=0.2, batch_norm=True, seed=3)
    for portion in (1, 30, 7):
        sender.train(portion)
    receiver = Playground.from_text(sender.as_text())
    assert (38, sender.as_text()) == (receiver.steps, receiver.as_text())
    for mine, theirs in zip(sender.get_weights(), receiver.get_weights(), strict=True):
        np.testing.assert_array_equal(mine, theirs)


@pytest.mark.parametrize("name", PRESETS)
def test_presets_travel(name):
    """Every preset fits into a text."""
    state = PRESETS[name].state
    assert (state, 0) == read(written(state, 0))


@pytest.mark.parametrize("module", [text_module, playground])
def test_examples(module):
    """The examples in the documentation give what they say."""
    assert 0 == doctest.testmod(module).failed
