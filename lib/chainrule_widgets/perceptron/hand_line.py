"""Show the decision boundary of a perceptron with two inputs."""

from collections.abc import Sequence
from typing import final

import numpy as np
import traitlets
from chainrule.activations import sigmoid

from chainrule_widgets.explorable import Explorable, script
from chainrule_widgets.perceptron.points import POINTS, points
from chainrule_widgets.perceptron.sigmoid_table import table


@final
class HandLine(Explorable):
    """The perceptron z = w₀ + w₁ x₁ + w₂ x₂ with ŷ = σ(z), whose parameters the reader drags.

    The tip of the arrow is (w₁, w₂), the square on the line is the bias, the diamond is x. With
    `bias=False` the sum has no w₀, and the line goes through the origin.
    """

    _esm = script(__file__)

    w0 = traitlets.Float(1.0, min=-6.0, max=6.0).tag(sync=True)
    w1 = traitlets.Float(3.0, min=-4.0, max=4.0).tag(sync=True)
    w2 = traitlets.Float(-2.0, min=-4.0, max=4.0).tag(sync=True)
    x1 = traitlets.Float(-1.0, min=-3.0, max=3.0).tag(sync=True)
    x2 = traitlets.Float(2.0, min=-3.0, max=3.0).tag(sync=True)
    bias = traitlets.Bool(default_value=True).tag(sync=True)
    data = traitlets.Enum(POINTS, "none").tag(sync=True)
    dots = traitlets.Bytes().tag(sync=True)
    table = traitlets.Bytes().tag(sync=True)

    def __init__(
        self,
        w0: float = 1.0,
        w: Sequence[float] = (3.0, -2.0),
        x: Sequence[float] = (-1.0, 2.0),
        *,
        data: str = "none",
        bias: bool = True,
    ) -> None:
        if len(w) != 2 or len(x) != 2:
            raise ValueError(
                f"HandLine needs two weights and two inputs, but got {len(w)} and {len(x)}"
            )
        X, y = points(data)
        super().__init__(
            w0=float(w0),
            w1=float(w[0]),
            w2=float(w[1]),
            x1=float(x[0]),
            x2=float(x[1]),
            data=data,
            bias=bias,
            dots=np.column_stack([X, y]).astype("<f4").tobytes(),
            table=table(),
        )

    @property
    def z(self) -> float:
        """The weighted sum at x."""
        return float((self.w0 if self.bias else 0.0) + self.w1 * self.x1 + self.w2 * self.x2)

    def right(self) -> int:
        """Count the points on the right side of the line."""
        X, y = points(self.data)
        z = (self.w0 if self.bias else 0.0) + X @ [self.w1, self.w2]
        return int(((z > 0) == (y > 0)).sum())

    def describe(self) -> str:
        first = f"{self.w0:g} + " if self.bias else ""
        count = len(points(self.data)[1])
        right_side = (
            f"; {self.right()} of {count} points are on the right side of the line" if count else ""
        )
        return (
            f"z = {first}({self.w1:g})·({self.x1:g}) + ({self.w2:g})·({self.x2:g}) = {self.z:.4g}, "
            f"and σ(z) = {float(sigmoid(self.z)):.3g}{right_side}"
        )
