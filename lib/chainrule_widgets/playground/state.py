"""A state is all that a run needs to happen again: every knob, and the seeds of its chance."""

import dataclasses
import math
import re
from collections.abc import Mapping
from typing import Any, Final, final

DATA: Final = ("moons", "circles", "spirals", "xor", "blobs", "hills", "plane", "digits")
FEATURES: Final = ("x1", "x2", "x1x1", "x2x2", "x1x2", "sin1", "sin2")
ACTIVATIONS: Final = ("tanh", "relu", "leaky_relu", "sigmoid", "linear", "step")
CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "initializer": (
        "glorot_uniform",
        "xavier",
        "he_normal",
        "small_normal",
        "large_normal",
        "zeros",
    ),
    "loss": ("cross_entropy", "mse", "mae"),
    "optimizer": ("sgd", "momentum", "nesterov", "adagrad", "adadelta", "rmsprop", "adam"),
    "schedule": ("constant", "exponential", "inverse_time", "polynomial", "cosine"),
}
_PENALTIES: Final = (0, 1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 1)
_RATES: Final = (
    *(1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 2e-3, 3e-3, 5e-3),
    *(0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 3, 5, 10),
)
STOPS: Final[Mapping[str, tuple[float, ...]]] = {
    "noise": tuple(range(51)),
    "points": (12, 16, 24, 40, 60, 80, 100, 120, 150, 200, 250, 300, 400, 500),
    "test": tuple(range(10, 91, 5)),
    "classes": (2, 3, 4, 5),
    "learning_rate": _RATES,
    "batch_size": (1, 2, 4, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 500),
    "l1": _PENALTIES,
    "l2": _PENALTIES,
    "dropout": tuple(tenth / 10 for tenth in range(10)),
}
"""Where the page's sliders stop; code may set any value between the first stop and the last."""
RANGES: Final[Mapping[str, tuple[float, float]]] = {
    **{name: (stops[0], stops[-1]) for name, stops in STOPS.items()},
    "sample": (0, 9999),
    "seed": (0, 9999),
}
DEEPEST: Final = 10
WIDEST: Final = 16
_NAME: Final = re.compile(r"[A-Za-z]\w*", re.ASCII)


@final
@dataclasses.dataclass(frozen=True)
class State:
    """Every knob of the playground.

    `noise` and `test` are per cent, `points` counts training and test points together, `layers` are
    the hidden ones as pairs (activation, neurons). `sample` draws the points; `seed` draws the
    weights, the order of the batches and what dropout drops.

    Raises:
        ValueError: for a value that no knob has; the sentence says which values there are.
    """

    data: str = "moons"
    noise: float = 15
    points: int = 200
    test: int = 30
    classes: int = 3
    sample: int = 0
    features: tuple[str, ...] = ("x1", "x2")
    layers: tuple[tuple[str, int], ...] = (("tanh", 8), ("tanh", 8))
    initializer: str = "glorot_uniform"
    loss: str = "cross_entropy"
    optimizer: str = "adam"
    learning_rate: float = 0.01
    schedule: str = "constant"
    batch_size: int = 16
    l1: float = 0
    l2: float = 0
    dropout: float = 0
    batch_norm: bool = False
    seed: int = 0

    def __post_init__(self) -> None:
        for name in NAMES:
            object.__setattr__(self, name, checked(name, getattr(self, name)))


DEFAULTS: Final[Mapping[str, Any]] = {f.name: f.default for f in dataclasses.fields(State)}
NAMES: Final = tuple(DEFAULTS)


def checked(name: str, value: Any) -> Any:
    """Return the value as the knob of that name keeps it.

    Raises:
        ValueError: where it is none of the knob's values.
    """
    if name in RANGES:
        return _number(name, value)
    if name in CHOICES:
        return _choice(name, value, CHOICES[name])
    if name == "layers":
        return _layers(value)
    if name == "features":
        return _features(value)
    if name == "batch_norm":
        return bool(value)
    if not isinstance(value, str) or not _NAME.fullmatch(value):
        raise ValueError(f"data has a name of letters and digits, and not {value!r}")
    return value


def _number(name: str, value: Any) -> float:
    low, high = RANGES[name]
    kind = type(DEFAULTS[name])
    usable = isinstance(value, int | float) and math.isfinite(value) and low <= value <= high
    whole = name in {"noise", "points", "test", "classes", "sample", "batch_size", "seed"}
    if not usable or (whole and value != int(value)):
        which = "a whole number" if whole else "a number"
        raise ValueError(f"{name} is {which} from {low:g} to {high:g}, and not {value!r}")
    return int(value) if whole or (kind is int and value == int(value)) else float(value)


def _choice(name: str, value: Any, choices: tuple[str, ...]) -> str:
    if value not in choices:
        raise ValueError(f"{name} is one of {', '.join(choices)}, and not {value!r}")
    return str(value)


def _layers(value: Any) -> tuple[tuple[str, int], ...]:
    try:
        layers = tuple((str(activation), int(units)) for activation, units in value)
    except (TypeError, ValueError):
        raise ValueError(
            f"layers are pairs of an activation and a number of neurons, and not {value!r}"
        ) from None
    if len(layers) > DEEPEST or any(not 1 <= units <= WIDEST for _, units in layers):
        raise ValueError(
            f"there are at most {DEEPEST} hidden layers with 1 to {WIDEST} neurons each, "
            f"and not {[units for _, units in layers]}"
        )
    if wrong := [name for name, _ in layers if not _NAME.fullmatch(name)]:
        raise ValueError(f"an activation has a name of letters and digits, and not {wrong[0]!r}")
    return layers


def _features(value: Any) -> tuple[str, ...]:
    if isinstance(value, str) or not value or (set(value) - set(FEATURES)):
        raise ValueError(f"features are some of {', '.join(FEATURES)}, and not {value!r}")
    return tuple(name for name in FEATURES if name in value)
