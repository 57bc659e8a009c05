"""Compare measured, hand-made and learned features for the same last neuron."""

from functools import cache
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import datasets, layers, models, optimizers
from chainrule.initializers import GlorotUniform
from numpy.typing import NDArray

from chainrule_widgets.explorable import StateExplorable, script

Array = NDArray[Any]
DATA: Final = ("circles", "moons")
REPRESENTATIONS: Final = ("as measured", "made by hand", "learned")
STEPS: Final = 100
EDGE: Final = 1.6
_CELLS: Final = 40
_SEED: Final = 7


@cache
def points(data: str) -> tuple[Array, Array]:
    """Return X (120, 2), centred at the origin, and y (120,) of 0 and 1."""
    if data == "circles":
        X, y = datasets.circles(120, noise=0.09, seed=0)
        return X * 1.15, y.astype(float)
    X, y = datasets.moons(120, noise=0.1, seed=0)
    return (X - [0.5, 0.25]) * 0.9, y.astype(float)


def by_hand(X: Array) -> Array:
    """Return the hand-made feature for circles, x₁² + x₂²."""
    return np.asarray((X**2).sum(axis=1, keepdims=True))


def network(representation: str) -> models.Sequential:
    """Return one neuron; for learned features, after a hidden layer of three tanh neurons."""
    inputs = 1 if representation == "made by hand" else 2
    parts: list[Any] = [layers.Input((inputs,), dtype="float64")]
    if representation == "learned":
        draw = GlorotUniform(seed=_SEED)
        parts.append(layers.Dense(3, "tanh", kernel_initializer=draw, dtype="float64"))
    draw = GlorotUniform(seed=_SEED + 1)
    parts.append(layers.Dense(1, "sigmoid", kernel_initializer=draw, dtype="float64"))
    return models.Sequential(parts)


@cache
def training(data: str, representation: str) -> tuple[list[Array], ...]:
    """Train on all points, and return the weights after 0 to 100 steps."""
    X, y = points(data)
    model = network(representation)
    model.compile(optimizers.Adam(0.1), "binary_crossentropy")
    path = []
    for _ in range(STEPS + 1):
        path.append(model.get_weights())
        model.train_on_batch(
            by_hand(X) if representation == "made by hand" else X, y[:, np.newaxis]
        )
    return tuple(path)


@final
class Features(StateExplorable):
    """The same last neuron on features as measured, made by hand, or learned by a hidden layer."""

    _esm = script(__file__)
    depends_on = ("data", "representation", "step")

    data = traitlets.Enum(DATA, "circles").tag(sync=True)
    representation = traitlets.Enum(REPRESENTATIONS, "as measured").tag(sync=True)
    step = traitlets.Int(STEPS, min=0, max=STEPS).tag(sync=True)
    dots = traitlets.Dict().tag(sync=True)

    def __init__(
        self, data: str = "circles", representation: str = "as measured", *, step: int = STEPS
    ) -> None:
        dots = {name: np.column_stack(points(name)).astype("<f4").tobytes() for name in DATA}
        super().__init__(data=data, representation=representation, step=step, dots=dots)

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        data, representation = str(asked["data"]), str(asked["representation"])
        model = network(representation)
        model.set_weights(training(data, representation)[min(max(int(asked["step"]), 0), STEPS)])
        X, y = points(data)
        axis = np.linspace(-EDGE, EDGE, _CELLS)
        places = np.concatenate([X, np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)])
        features = by_hand(places) if representation == "made by hand" else places
        if representation == "learned":
            features = np.asarray(model.layers[0](features))
        last = model.layers[-1]
        kernel, bias = last.get_weights()
        z = features @ kernel[:, 0] + bias[0]
        p = np.asarray(last(features))[:, 0]
        n = len(y)
        answer = {
            **asked,
            "right": int(((p[:n] > 0.5) == (y > 0)).sum()),
            "of": n,
            "weights": kernel[:, 0].tolist(),
            "bias": float(bias[0]),
            "z": z[:n].tolist(),
            "features": features.shape[1],
        }
        fields = np.vstack([p[n:], features[n:].T])
        return answer, [fields.astype("<f4").tobytes()]

    def describe(self) -> str:
        return (
            f"{self.data}, features {self.representation}, after {self.step} steps: "
            f"{self.seen['right']} of {self.seen['of']} right"
        )
