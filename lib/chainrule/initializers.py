"""Weight initialization.

With equal initial weights all neurons of a layer would stay equal, so most initializers draw random
numbers. An initializer is called with a shape and returns an array. One with a `seed` returns the
same numbers at each call; one without draws from the common random generator, which
`set_random_seed` sets.

Fan-in is the number of inputs of each neuron, fan-out the number of neurons that each input is
connected to; for a kernel of shape (n_in, n_out) they are n_in and n_out.
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
    "InitializerLike",
    "LecunNormal",
    "Ones",
    "RandomNormal",
    "RandomUniform",
    "Xavier",
    "Zeros",
    "get",
]


class Initializer(ABC):
    """Make the initial values of a weight array."""

    @abstractmethod
    def __call__(self, shape: Shape, dtype: str | None = None) -> Array:
        """Return a new array of that shape, of dtype `floatx()` unless another is given."""


def _fan_in_out(shape: Shape) -> tuple[int, int]:
    if len(shape) < 2:
        n = shape[0] if shape else 1
        return n, n
    window = math.prod(shape[:-2])
    return shape[-2] * window, shape[-1] * window


def _truncated_normal(rng: np.random.Generator, shape: Shape, std: float) -> Array:
    """Draw from a normal distribution truncated at ±2, rescaled to the standard deviation std."""
    values = rng.standard_normal(shape)
    while (outside := np.abs(values) > 2).any():
        values[outside] = rng.standard_normal(int(outside.sum()))
    # 0.8796… is the standard deviation of a standard normal that is truncated at ±2.
    return values * (std / 0.87962566103423978)


@final
class Zeros(Initializer):
    """Set every entry to 0, which suits biases; the slides show what it does to weights.

    Source: slides D0 (concept L5).

    >>> Zeros()((2, 3))
    array([[0., 0., 0.],
           [0., 0., 0.]], dtype=float32)
    """

    def __call__(self, shape: Shape, dtype: str | None = None) -> Array:
        return np.zeros(shape, dtype or config.floatx())


@final
class Ones(Initializer):
    """Set every entry to 1.

    >>> Ones()((3,))
    array([1., 1., 1.], dtype=float32)
    """

    def __call__(self, shape: Shape, dtype: str | None = None) -> Array:
        return np.ones(shape, dtype or config.floatx())


@final
class Constant(Initializer):
    """Set every entry to `value`, a number or an array that broadcasts to the shape.

    >>> Constant(0.5)((2,))
    array([0.5, 0.5], dtype=float32)
    """

    def __init__(self, value: float | Array = 0.0) -> None:
        self.value = value

    def __call__(self, shape: Shape, dtype: str | None = None) -> Array:
        return np.array(np.broadcast_to(self.value, shape), dtype or config.floatx())


@final
class RandomNormal(Initializer):
    """Draw from the normal distribution N(mean, stddev²).

    Source: slides D0, D1, D2, D4 (concepts F2, L6).

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
    """Draw from the uniform distribution on [minval, maxval).

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
    """Draw from N(0, 1/n) with n = fan-in, so that a sum of n inputs keeps its variance.

    This is the Xavier initialization of the slides. Keras's `LecunNormal` truncates the same
    distribution; Keras's Glorot initializers, named after Xavier Glorot too, use the mean of
    fan-in and fan-out.

    Source: slides D0 (concept L6).

    >>> Xavier(seed=0)((400, 100)).std().round(3)
    np.float32(0.05)
    """

    def __init__(self, seed: int | None = None) -> None:
        self.seed = seed

    def __call__(self, shape: Shape, dtype: str | None = None) -> Array:
        std = math.sqrt(1 / _fan_in_out(shape)[0])
        values = std * config.generator(self.seed).standard_normal(shape)
        return values.astype(dtype or config.floatx())


@final
class LecunNormal(Initializer):
    """Draw from N(0, 1/fan-in), truncated at two standard deviations.

    Source: LeCun, Bottou, Orr and Müller, *Efficient BackProp*, 1998.

    >>> LecunNormal(seed=0)((400, 100)).std().round(3)
    np.float32(0.05)
    """

    def __init__(self, seed: int | None = None) -> None:
        self.seed = seed

    def __call__(self, shape: Shape, dtype: str | None = None) -> Array:
        std = math.sqrt(1 / _fan_in_out(shape)[0])
        values = _truncated_normal(config.generator(self.seed), shape, std)
        return values.astype(dtype or config.floatx())


@final
class GlorotNormal(Initializer):
    """Draw from N(0, 2 / (fan-in + fan-out)), truncated at two standard deviations.

    Source: Glorot and Bengio, *Understanding the difficulty of training deep feedforward neural
    networks*, 2010.

    >>> GlorotNormal(seed=0)((400, 400)).std().round(3)
    np.float32(0.05)
    """

    def __init__(self, seed: int | None = None) -> None:
        self.seed = seed

    def __call__(self, shape: Shape, dtype: str | None = None) -> Array:
        std = math.sqrt(2 / sum(_fan_in_out(shape)))
        values = _truncated_normal(config.generator(self.seed), shape, std)
        return values.astype(dtype or config.floatx())


@final
class GlorotUniform(Initializer):
    """Draw from ±√(6 / (fan-in + fan-out)), uniformly: the default of a dense layer's kernel.

    Source: Glorot and Bengio, 2010.

    >>> abs(GlorotUniform(seed=0)((300, 300))).max().round(2)
    np.float32(0.1)
    """

    def __init__(self, seed: int | None = None) -> None:
        self.seed = seed

    def __call__(self, shape: Shape, dtype: str | None = None) -> Array:
        limit = math.sqrt(6 / sum(_fan_in_out(shape)))
        values = config.generator(self.seed).uniform(-limit, limit, shape)
        return values.astype(dtype or config.floatx())


@final
class HeNormal(Initializer):
    """Draw from N(0, 2 / fan-in), truncated at two standard deviations.

    The factor 2 compensates for ReLU, which sets about half of the entries to 0.

    Source: He, Zhang, Ren and Sun, *Delving deep into rectifiers*, 2015.

    >>> HeNormal(seed=0)((800, 100)).std().round(3)
    np.float32(0.05)
    """

    def __init__(self, seed: int | None = None) -> None:
        self.seed = seed

    def __call__(self, shape: Shape, dtype: str | None = None) -> Array:
        std = math.sqrt(2 / _fan_in_out(shape)[0])
        values = _truncated_normal(config.generator(self.seed), shape, std)
        return values.astype(dtype or config.floatx())


@final
class HeUniform(Initializer):
    """Draw from ±√(6 / fan-in), uniformly.

    Source: He, Zhang, Ren and Sun, 2015.

    >>> abs(HeUniform(seed=0)((600, 100))).max().round(2)
    np.float32(0.1)
    """

    def __init__(self, seed: int | None = None) -> None:
        self.seed = seed

    def __call__(self, shape: Shape, dtype: str | None = None) -> Array:
        limit = math.sqrt(6 / _fan_in_out(shape)[0])
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

InitializerLike: TypeAlias = str | Initializer
"""An initializer, or its name."""


def get(name: InitializerLike) -> Initializer:
    """Return the initializer of that name; an initializer is returned unchanged.

    Raises:
        ValueError: if no initializer has that name.

    >>> get("zeros")((2,))
    array([0., 0.], dtype=float32)
    """
    if isinstance(name, Initializer):
        return name
    by_class = {cls.__name__: cls for cls in _BY_NAME.values()}
    if cls := _BY_NAME.get(name) or by_class.get(name):
        return cls()
    known = ", ".join(_BY_NAME)
    raise ValueError(f"there is no initializer {name!r}; the initializers are {known}")
