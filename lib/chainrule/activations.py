"""Activation functions and their derivatives.

Each activation is a function of the pre-activation `z`, of any shape, with its derivative:
`relu(z)` and `relu.derivative(z)`. Results have the shape of `z`; float32 stays float32, integers
become float64. All results are finite and right for any finite `z`, without warnings.

Layers use the second pair, `forward` and `backward`, which train a network: they work in place, and
compute the derivative from the output.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Final, final

import numpy as np

from chainrule.arrays import Array, as_floats, constant, row_sums

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

__all__ = [
    "Activation",
    "LeakyReLU",
    "get",
    "leaky_relu",
    "linear",
    "relu",
    "sigmoid",
    "softmax",
    "step",
    "tanh",
]


LARGE: Final = 80.0**2
"""If the squares of all scores sum to less, all lie in ±80, and e⁸⁰ does not overflow float32."""


class Activation(ABC):
    """Compute an activation function of the pre-activation, and its derivative."""

    name: str

    @abstractmethod
    def __call__(self, z: ArrayLike) -> Array:
        """Return the activation of `z`, in the shape of `z`."""

    @abstractmethod
    def derivative(self, z: ArrayLike) -> Array:
        """Return the derivative at `z` (not at the activation of `z`)."""

    @abstractmethod
    def forward(self, z: Array) -> Array:
        """Return the activation of `z`, which is overwritten."""

    @abstractmethod
    def backward(self, grad: Array, out: Array) -> Array:
        """Return the gradient at `z` for the gradient at the output; `grad` is overwritten."""

    def __repr__(self) -> str:
        return f"<activation {self.name}>"


def _as_floats(z: ArrayLike) -> Array:
    return as_floats(z, "an activation")


def _copied(z: ArrayLike) -> Array:
    """Return `z` as floats that may be overwritten."""
    return np.array(_as_floats(z))


@final
class _Step(Activation):
    """Compute the threshold of the perceptron: step(z) = 1 where z > 0, else 0.

    Its derivative is 0 (0 is returned at z = 0 too), so gradient descent cannot train a network of
    steps.

    Source: slides D4 (concept B4).

    >>> step([-2.0, 0.0, 3.0])
    array([0., 0., 1.])
    """

    name = "step"

    def __call__(self, z: ArrayLike) -> Array:
        return self.forward(_copied(z))

    def derivative(self, z: ArrayLike) -> Array:
        return np.zeros_like(_as_floats(z))

    def forward(self, z: Array) -> Array:
        return np.greater(z, 0, out=z)

    def backward(self, grad: Array, out: Array) -> Array:  # noqa: ARG002
        grad.fill(0)
        return grad


@final
class _Linear(Activation):
    """Return z unchanged: linear(z) = z, with derivative 1, as for the output of a regression.

    Source: slides D0, D2 (concept B2).

    >>> linear([-2.0, 3.0])
    array([-2.,  3.])
    """

    name = "linear"

    def __call__(self, z: ArrayLike) -> Array:
        return _copied(z)

    def derivative(self, z: ArrayLike) -> Array:
        return np.ones_like(_as_floats(z))

    def forward(self, z: Array) -> Array:
        return z

    def backward(self, grad: Array, out: Array) -> Array:  # noqa: ARG002
        return grad


@final
class _Sigmoid(Activation):
    """Compute σ(z) = 1 / (1 + e⁻ᶻ), in (0, 1), with σ′ = σ (1 − σ) ≤ 1/4.

    Source: slides D0, D2, D3, D4 (concept C1).

    >>> sigmoid([-6.0, 0.0]).round(5)
    array([0.00247, 0.5    ])
    >>> sigmoid.derivative(0.0)
    array(0.25)
    """

    name = "sigmoid"

    def __call__(self, z: ArrayLike) -> Array:
        with np.errstate(over="ignore"):  # e¹⁰⁰⁰ is inf, and 1 / inf is the right 0
            return self.forward(_copied(z))

    def derivative(self, z: ArrayLike) -> Array:
        # σ(1 − σ) loses every digit once σ rounds to 1; this form is symmetric and does not.
        e = np.exp(-np.abs(_as_floats(z)))
        return np.asarray(e / np.square(1 + e))

    def forward(self, z: Array) -> Array:
        np.negative(z, out=z)
        np.exp(z, out=z)
        z += constant(1.0, z.dtype.char)
        return np.reciprocal(z, out=z)

    def backward(self, grad: Array, out: Array) -> Array:
        derivative = 1 - out
        derivative *= out
        grad *= derivative
        return grad


@final
class _Tanh(Activation):
    """Compute tanh z = (eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ), in (−1, 1), with tanh′ = 1 − tanh².

    Source: all slides (concept C2).

    >>> tanh([-1.0, 0.0]).round(5)
    array([-0.76159,  0.     ])
    >>> tanh.derivative(0.0)
    array(1.)
    """

    name = "tanh"

    def __call__(self, z: ArrayLike) -> Array:
        return self.forward(_copied(z))

    def derivative(self, z: ArrayLike) -> Array:
        # 1 − tanh² = 4 e⁻²ᶻ / (1 + e⁻²ᶻ)² for z ≥ 0: no difference of two nearly equal numbers.
        e = np.exp(-2 * np.abs(_as_floats(z)))
        return np.asarray(4 * e / np.square(1 + e))

    def forward(self, z: Array) -> Array:
        return np.tanh(z, out=z)

    def backward(self, grad: Array, out: Array) -> Array:
        # (1 − tanh)(1 + tanh) keeps the digits that 1 − tanh² loses near ±1.
        derivative = 1 - out
        derivative *= 1 + out
        grad *= derivative
        return grad


@final
class _ReLU(Activation):
    """Compute relu(z) = max(0, z); its derivative is 1 for z > 0, else 0 (0 at 0 too).

    Source: all slides (concept C3).

    >>> relu([-2.0, 0.0, 3.0])
    array([0., 0., 3.])
    >>> relu.derivative([-2.0, 0.0, 3.0])
    array([0., 0., 1.])
    """

    name = "relu"

    def __call__(self, z: ArrayLike) -> Array:
        return self.forward(_copied(z))

    def derivative(self, z: ArrayLike) -> Array:
        z = _as_floats(z)
        return (z > 0).astype(z.dtype)

    def forward(self, z: Array) -> Array:
        return np.maximum(z, constant(0.0, z.dtype.char), out=z)

    def backward(self, grad: Array, out: Array) -> Array:
        # A factor of 0 or 1 is several times as fast as np.where.
        grad *= out > constant(0.0, out.dtype.char)
        return grad


@final
class LeakyReLU(Activation):
    """Compute leaky_relu(z) = z for z > 0, else slope · z.

    For the slides' slope of 0.1 this is max(0.1 z, z). The derivative is 1 for z > 0 and
    `negative_slope` elsewhere, at 0 too.

    Source: slides D0 (concept C4).

    >>> leaky_relu([-2.0, 3.0])
    array([-0.2,  3. ])
    >>> leaky_relu([-2.0, 3.0], negative_slope=0.5)
    array([-1.,  3.])
    """

    name = "leaky_relu"

    def __init__(self, negative_slope: float = 0.1) -> None:
        if negative_slope < 0:
            raise ValueError(f"negative_slope must be at least 0, and is {negative_slope!r}")
        self.negative_slope = negative_slope

    def __call__(self, z: ArrayLike, negative_slope: float | None = None) -> Array:
        activation = self if negative_slope is None else LeakyReLU(negative_slope)
        return activation.forward(_copied(z))

    def derivative(self, z: ArrayLike, negative_slope: float | None = None) -> Array:
        z = _as_floats(z)
        slope = self.negative_slope if negative_slope is None else negative_slope
        return np.where(z > 0, 1, slope).astype(z.dtype)

    def forward(self, z: Array) -> Array:
        z *= self._factor(z)
        return z

    def backward(self, grad: Array, out: Array) -> Array:
        grad *= self._factor(out)  # the output has the sign of z
        return grad

    def _factor(self, z: Array) -> Array:
        factor = np.asarray(z <= 0, z.dtype)
        factor *= self.negative_slope
        return np.asarray(factor + (z > 0))


@final
class _Softmax(Activation):
    """Compute probabilities from scores: softmax(z)ᵢ = e^zᵢ / Σⱼ e^zⱼ, over the last axis.

    Its derivative is a matrix, because every output depends on every input of its row: the
    Jacobian Jᵢⱼ = sᵢ (δᵢⱼ − sⱼ), of shape (…, k, k) for `z` of shape (…, k).

    Raises:
        ValueError: for a single number, which has no axis.

    Source: slides D4 (concept C5).

    >>> softmax([1.0, 2.0, 3.0]).round(4)
    array([0.09  , 0.2447, 0.6652])
    >>> softmax.derivative([0.0, 0.0])
    array([[ 0.25, -0.25],
           [-0.25,  0.25]])
    """

    name = "softmax"

    def __call__(self, z: ArrayLike) -> Array:
        z = _copied(z)
        if z.ndim == 0:
            raise ValueError("softmax needs at least one axis, and was given a single number")
        return self.forward(z)

    def derivative(self, z: ArrayLike) -> Array:
        s = self(z)
        identity = np.eye(s.shape[-1], dtype=s.dtype)
        return np.asarray(s[..., :, np.newaxis] * (identity - s[..., np.newaxis, :]))

    def forward(self, z: Array) -> Array:
        # Subtracting the largest score changes no quotient, and keeps the powers from overflowing.
        if not np.vdot(z, z) < LARGE:
            z -= z.max(axis=-1, keepdims=True)
        np.exp(z, out=z)
        z /= row_sums(z)
        return z

    def backward(self, grad: Array, out: Array) -> Array:
        # Jᵀg = s ⊙ (g − s·g), without the Jacobian J.
        grad -= row_sums(grad * out)
        grad *= out
        return grad


step: Final = _Step()
linear: Final = _Linear()
sigmoid: Final = _Sigmoid()
tanh: Final = _Tanh()
relu: Final = _ReLU()
leaky_relu: Final = LeakyReLU()
softmax: Final = _Softmax()

_BY_NAME: Final[dict[str, Activation]] = {
    activation.name: activation
    for activation in (step, linear, sigmoid, tanh, relu, leaky_relu, softmax)
}


def get(name: str | Activation | None) -> Activation:
    """Return the activation of that name; an activation is returned unchanged, None is linear.

    Raises:
        ValueError: if no activation has that name.

    >>> get("relu")
    <activation relu>
    """
    if name is None:
        return linear
    if isinstance(name, Activation):
        return name
    if name not in _BY_NAME:
        known = ", ".join(_BY_NAME)
        raise ValueError(f"there is no activation {name!r}; the activations are {known}")
    return _BY_NAME[name]
