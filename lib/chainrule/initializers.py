"""Where a weight starts: not all at zero, or every neuron of a layer would stay like its neighbour.

An initializer is called with a shape and gives an array of it. One with a `seed` gives the same
numbers at each call; one without draws from the common source, which `set_random_seed` sets.

Fan-in is the number of inputs that each neuron adds up, fan-out the number of neurons that each
input reaches; for a kernel of shape (n_in, n_out) they are n_in and n_out.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Final, TypeAlias, final

import numpy as np

from chainrule import config

if TYPE_CHECKING:
    from chainrule.arrays import Array, Shape

__all__ = [
    "Constant",
    "GlorotNormal",
    "GlorotUniform",
    "HeNormal",
    "HeUniform",
    "Initializer",
    "LecunNormal",
    "Ones",
    "RandomNormal",
    "RandomUniform",
    "Xavier",
    "Zeros",
    "get",
]


class Initializer(ABC):
    """Something that makes an array of any shape."""

    @abstractmethod
    def __call__(self, shape: Shape, dtype: str | None = None) -> Array:
        """Return a new array of that shape, of `floatx()` unless told otherwise."""


def _fans(shape: Shape) -> tuple[int, int]:
    if len(shape) < 2:
        n = shape[0] if shape else 1
        return n, n
    window = math.prod(shape[:-2])
    return shape[-2] * window, shape[-1] * window


def _truncated_normal(rng: np.random.Generator, shape: Shape, std: float) -> Array:
    """Draw again whatever lies more than two deviations out, and keep the deviation at `std`."""
    values = rng.standard_normal(shape)
    while (out := np.abs(values) > 2).any():
        values[out] = rng.standard_normal(int(out.sum()))
    # 0.8796… is the deviation of a standard normal that is cut off at ±2.
    return values * (std / 0.87962566103423978)


@final
class Zeros(Initializer):
    """Every entry 0. Right for biases, and the slides' example of what not to do with weights.

    Source: D0 (L5).

    >>> Zeros()((2, 3))
    array([[0., 0., 0.],
           [0., 0., 0.]], dtype=float32)
    """

    def __call__(self, shape: Shape, dtype: str | None = None) -> Array:
        return np.zeros(shape, dtype or config.floatx())


@final
class Ones(Initializer):
    """Every entry 1.

    >>> Ones()((3,))
    array([1., 1., 1.], dtype=float32)
    """

    def __call__(self, shape: Shape, dtype: str | None = None) -> Array:
        return np.ones(shape, dtype or config.floatx())


@final
class Constant(Initializer):
    """Every entry `value`, a number, or an array of the shape that is asked for.

    >>> Constant(0.5)((2,))
    array([0.5, 0.5], dtype=float32)
    """

    def __init__(self, value: float | Array = 0.0) -> None:
        self.value = value

    def __call__(self, shape: Shape, dtype: str | None = None) -> Array:
        return np.array(np.broadcast_to(self.value, shape), dtype or config.floatx())


@final
class RandomNormal(Initializer):
    """Entries from the bell curve N(mean, stddev²).

    Source: D0, D1, D2, D4 (F2, L6).

    >>> RandomNormal(stddev=0.01, seed=0)((100, 100)).std().round(3)
    np.float32(0.01)
    """

    def __init__(self, mean: float = 0.0, stddev: float = 0.05, seed: int | None = None) -> None:
        self.mean, self.stddev, self.seed = mean, stddev, seed

    def __call__(self, shape: Shape, dtype: str | None = None) -> Array:
        values = config.generator(self.seed).normal(self.mean, self.stddev, shape)
        return values.astype(dtype or config.floatx())


@final
class RandomUniform(Initializer):
    """Entries from [minval, maxval), each as likely as any other.

    >>> bool((abs(RandomUniform(-0.1, 0.1, seed=0)((50,))) <= 0.1).all())
    True
    """

    def __init__(
        self, minval: float = -0.05, maxval: float = 0.05, seed: int | None = None
    ) -> None:
        self.minval, self.maxval, self.seed = minval, maxval, seed

    def __call__(self, shape: Shape, dtype: str | None = None) -> Array:
        values = config.generator(self.seed).uniform(self.minval, self.maxval, shape)
        return values.astype(dtype or config.floatx())


@final
class Xavier(Initializer):
    """The slides' Xavier: N(0, 1/n) with n = fan-in, so that a sum of n inputs keeps its size.

    Keras's `LecunNormal` is the same with the tails cut off; what Keras calls Glorot (Xavier
    Glorot is one person) uses the mean of fan-in and fan-out.

    Source: D0 (L6).

    >>> Xavier(seed=0)((400, 100)).std().round(3)
    np.float32(0.05)
    """

    def __init__(self, seed: int | None = None) -> None:
        self.seed = seed

    def __call__(self, shape: Shape, dtype: str | None = None) -> Array:
        values = config.generator(self.seed).standard_normal(shape) / math.sqrt(_fans(shape)[0])
        return values.astype(dtype or config.floatx())


@final
class LecunNormal(Initializer):
    """N(0, 1/fan-in), cut off at two deviations.

    Source: LeCun, Bottou, Orr and Müller, *Efficient BackProp*, 1998.

    >>> LecunNormal(seed=0)((400, 100)).std().round(3)
    np.float32(0.05)
    """

    def __init__(self, seed: int | None = None) -> None:
        self.seed = seed

    def __call__(self, shape: Shape, dtype: str | None = None) -> Array:
        std = math.sqrt(1 / _fans(shape)[0])
        values = _truncated_normal(config.generator(self.seed), shape, std)
        return values.astype(dtype or config.floatx())


@final
class GlorotNormal(Initializer):
    """N(0, 2 / (fan-in + fan-out)), cut off at two deviations.

    Source: Glorot and Bengio, *Understanding the difficulty of training deep feedforward neural
    networks*, 2010.

    >>> GlorotNormal(seed=0)((400, 400)).std().round(3)
    np.float32(0.05)
    """

    def __init__(self, seed: int | None = None) -> None:
        self.seed = seed

    def __call__(self, shape: Shape, dtype: str | None = None) -> Array:
        std = math.sqrt(2 / sum(_fans(shape)))
        values = _truncated_normal(config.generator(self.seed), shape, std)
        return values.astype(dtype or config.floatx())


@final
class GlorotUniform(Initializer):
    """Uniform in ±√(6 / (fan-in + fan-out)): what a dense layer starts from unless told otherwise.

    Source: Glorot and Bengio, 2010.

    >>> abs(GlorotUniform(seed=0)((300, 300))).max().round(2)
    np.float32(0.1)
    """

    def __init__(self, seed: int | None = None) -> None:
        self.seed = seed

    def __call__(self, shape: Shape, dtype: str | None = None) -> Array:
        limit = math.sqrt(6 / sum(_fans(shape)))
        values = config.generator(self.seed).uniform(-limit, limit, shape)
        return values.astype(dtype or config.floatx())


@final
class HeNormal(Initializer):
    """N(0, 2 / fan-in), cut off at two deviations: the 2 makes up for the half that ReLU drops.

    Source: He, Zhang, Ren and Sun, *Delving deep into rectifiers*, 2015.

    >>> HeNormal(seed=0)((800, 100)).std().round(3)
    np.float32(0.05)
    """

    def __init__(self, seed: int | None = None) -> None:
        self.seed = seed

    def __call__(self, shape: Shape, dtype: str | None = None) -> Array:
        std = math.sqrt(2 / _fans(shape)[0])
        values = _truncated_normal(config.generator(self.seed), shape, std)
        return values.astype(dtype or config.floatx())


@final
class HeUniform(Initializer):
    """Uniform in ±√(6 / fan-in).

    Source: He, Zhang, Ren and Sun, 2015.

    >>> abs(HeUniform(seed=0)((600, 100))).max().round(2)
    np.float32(0.1)
    """

    def __init__(self, seed: int | None = None) -> None:
        self.seed = seed

    def __call__(self, shape: Shape, dtype: str | None = None) -> Array:
        limit = math.sqrt(6 / _fans(shape)[0])
        values = config.generator(self.seed).uniform(-limit, limit, shape)
        return values.astype(dtype or config.floatx())


_BY_NAME: Final[dict[str, type[Initializer]]] = {
    "zeros": Zeros,
    "ones": Ones,
    "constant": Constant,
    "random_normal": RandomNormal,
    "random_uniform": RandomUniform,
    "xavier": Xavier,
    "lecun_normal": LecunNormal,
    "glorot_normal": GlorotNormal,
    "glorot_uniform": GlorotUniform,
    "he_normal": HeNormal,
    "he_uniform": HeUniform,
}

Spelling: TypeAlias = str | Initializer
"""An initializer, or its name."""


def get(name: Spelling) -> Initializer:
    """Return the initializer of that name; an initializer is given back as it is.

    Raises:
        ValueError: for a name that no initializer has.

    >>> get("zeros")((2,))
    array([0., 0.], dtype=float32)
    """
    if isinstance(name, Initializer):
        return name
    by_class = {kind.__name__: kind for kind in _BY_NAME.values()}
    if kind := _BY_NAME.get(name) or by_class.get(name):
        return kind()
    raise ValueError(f"there is no initializer {name!r}; they are {', '.join(_BY_NAME)}")
