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
        "Two hidden layers with eight units each. Press Play: the decision boundary learns to "
        "separate the two moons.",
        True,
    ),
    "one straight line": Preset(
        State(data="circles", layers=()),
        "Without a hidden layer, the decision boundary is a straight line, which cannot separate "
        "the two classes. "
        "Now turn on the features x₁² and x₂².",
        False,
    ),
    "four neurons for xor": Preset(
        State(data="xor", noise=0, layers=(("tanh", 4),), learning_rate=0.03),
        "A single neuron cannot learn xor, but four hidden units can. Look at the output of each "
        "unit.",
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
        "Two spirals are difficult: the network needs three hidden layers and many steps.",
        True,
    ),
    "four classes": Preset(
        State(data="blobs", classes=4, noise=20, layers=(("relu", 6),)),
        "Softmax with four outputs. The colour shows the class with the largest probability; a "
        "strong colour means a "
        "large probability.",
        True,
    ),
    "a landscape": Preset(
        State(data="hills", noise=5, loss="mse", layers=_same("tanh", 8, 2)),
        "A regression: the network predicts a number, not a class. The target has one hill and "
        "one valley.",
        True,
    ),
    "handwritten digits": Preset(
        State(data="digits", noise=0, points=500, layers=(("relu", 10),), batch_size=32),
        "The inputs are 64 pixels, and the outputs are ten digits. The images in the first layer "
        "are its weights; framed "
        "digits are classified wrong.",
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
        "Each step goes past the minimum and increases the loss. Soon the loss is NaN. Try 0.02.",
        False,
    ),
    "all weights zero": Preset(
        State(data="circles", initializer="zeros", learning_rate=0.1, optimizer="sgd"),
        "If all weights are zero, all hidden units are equal, and their outputs are tanh(0) = 0. "
        "So every gradient except that of the last bias is 0, and the network cannot learn.",
        False,
    ),
    "ten sigmoids deep": Preset(
        State(data="circles", layers=_same("sigmoid", 4, 10), optimizer="sgd", learning_rate=0.1),
        "Look at the bars of the gradients. Each sigmoid multiplies the gradient by at most 1/4, "
        "so the "
        "first layers get less than a millionth of it. Choose tanh for all layers, and Adam with "
        "0.01.",
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
        "The first weights are too large. Take one step: the gradients are almost a "
        "million. Take another step: the loss is NaN. Choose He initialization.",
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
        "There are twelve training points. The training loss falls to almost 0, but the test loss "
        "grows: the network has memorized the noise. Try L2 or dropout.",
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
        "The same twelve points with an L2 penalty. The decision boundary is smooth, and the two "
        "loss "
        "curves stay close together.",
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
        "After large steps, some ReLU units are negative for every point. Their images are blank, "
        "their "
        "derivative is 0, and they stay like this. Try a smaller learning rate: 0.1.",
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
