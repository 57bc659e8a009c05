"""Runs worth a look, good ones and bad ones, each with a sentence on what to look for."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from chainrule_widgets.playground.state import State


class Preset(NamedTuple):
    """A state, a sentence, and whether it goes well."""

    state: State
    sentence: str
    good: bool


def _same(activation: str, units: int, depth: int) -> tuple[tuple[str, int], ...]:
    return ((activation, units),) * depth


PRESETS: Final[Mapping[str, Preset]] = {
    "two moons": Preset(
        State(),
        "Two hidden layers of eight. Press Play: the border bends until each moon has its side.",
        True,
    ),
    "one straight line": Preset(
        State(data="circles", layers=()),
        "No hidden layer, so the border is a line, and no line parts a circle from its middle. "
        "Now switch on the features x₁² and x₂².",
        False,
    ),
    "four neurons for xor": Preset(
        State(data="xor", noise=0, layers=(("tanh", 4),), learning_rate=0.03),
        "No single neuron can learn xor. Four of them can: look at what each has taken over.",
        True,
    ),
    "two spirals": Preset(
        State(
            data="spirals",
            noise=5,
            classes=2,
            points=300,
            layers=_same("tanh", 12, 3),
            learning_rate=0.01,
        ),
        "The hard one. It wants three layers and some patience.",
        True,
    ),
    "four classes": Preset(
        State(data="blobs", classes=4, noise=20, layers=(("relu", 6),)),
        "Four outputs that share one whole: softmax. The colour is the winner, its strength how "
        "sure it is.",
        True,
    ),
    "a landscape": Preset(
        State(data="hills", noise=5, loss="mse", layers=_same("tanh", 8, 2)),
        "A regression: not which class, but how high. One hill, one hollow.",
        True,
    ),
    "handwritten digits": Preset(
        State(data="digits", noise=0, points=500, layers=(("relu", 10),), batch_size=32),
        "64 pixels in, ten digits out. The pictures in the first layer are its weights; framed "
        "digits are those that the network gets wrong.",
        True,
    ),
    "learning rate too large": Preset(
        State(
            data="hills",
            noise=5,
            loss="mse",
            layers=_same("tanh", 8, 2),
            optimizer="sgd",
            learning_rate=0.5,
        ),
        "Each step jumps across the valley and lands higher up. The loss is soon no number at "
        "all. Try 0.02.",
        False,
    ),
    "all weights zero": Preset(
        State(data="circles", initializer="zeros", learning_rate=0.1, optimizer="sgd"),
        "With zeros everywhere no neuron differs from its neighbour, and tanh of 0 sends nothing "
        "on: every gradient but that of the last bias is 0. Nothing will ever happen here.",
        False,
    ),
    "ten sigmoids deep": Preset(
        State(data="circles", layers=_same("sigmoid", 4, 10), optimizer="sgd", learning_rate=0.1),
        "Look at the bars of the gradients: each layer lets at most a quarter through, so the "
        "first ones hear less than a millionth. Choose tanh for all layers, and Adam at 0.01.",
        False,
    ),
    "exploding gradients": Preset(
        State(
            data="hills",
            noise=5,
            loss="mse",
            layers=_same("relu", 8, 6),
            initializer="large_normal",
            optimizer="sgd",
            learning_rate=0.01,
        ),
        "Weights that are too large multiply as well. Take one step: the gradients are almost a "
        "million. Take another: no number is left. Choose He's first weights.",
        False,
    ),
    "overfitting twelve points": Preset(
        State(
            data="moons",
            noise=30,
            points=120,
            test=90,
            sample=1,
            layers=_same("tanh", 16, 3),
            batch_size=12,
            learning_rate=0.03,
        ),
        "Twelve points to learn from. The training loss falls to nothing and the test loss "
        "climbs: the network has learned the noise by heart. Try L2 or dropout.",
        False,
    ),
    "the same with weight decay": Preset(
        State(
            data="moons",
            noise=30,
            points=120,
            test=90,
            sample=1,
            layers=_same("tanh", 16, 3),
            batch_size=12,
            learning_rate=0.03,
            l2=0.01,
        ),
        "The twelve points again, and a price on large weights. The border is calm, and the two "
        "curves stay together.",
        True,
    ),
    "dead units": Preset(
        State(
            data="moons",
            layers=_same("relu", 8, 2),
            optimizer="sgd",
            learning_rate=5.0,
            initializer="large_normal",
        ),
        "Large steps push ReLU units below zero for every point. Their pictures are blank, their "
        "slope is 0, and they never come back. Try smaller steps: 0.1.",
        False,
    ),
}


def preset(name: str) -> Preset:
    """Return the preset of that name.

    Raises:
        ValueError: for a name that none has.
    """
    if name not in PRESETS:
        raise ValueError(f"there is no preset {name!r}; they are {', '.join(PRESETS)}")
    return PRESETS[name]
