"""Show an activation function, its derivative, and the gradient of one weight before it."""

from typing import Final, final

import traitlets
from chainrule.activations import Activation

from chainrule_widgets.activations.scalar import scalar_activation, tables
from chainrule_widgets.explorable import Explorable, script

_ORDER: Final = ("sigmoid", "tanh", "relu", "leaky_relu", "linear", "step")


@final
class ActivationExplorer(Explorable):
    """One neuron with one weight: z = w₁ x, c = f(z), J = (c − y)².

    The page draws f, f′ and the tangent at z, the three factors of ∂J/∂w₁ = ∂J/∂c · ∂c/∂z · ∂z/∂w₁,
    and the powers f′(z)¹ to f′(z)¹⁰, which are the products of one to ten equal derivatives.
    """

    _esm = script(__file__)

    activation = traitlets.Enum(_ORDER, "sigmoid").tag(sync=True)
    z = traitlets.Float(0.0, min=-8.0, max=8.0).tag(sync=True)
    x = traitlets.Float(1.0, min=-2.0, max=2.0).tag(sync=True)
    y = traitlets.Float(1.0, min=-1.0, max=1.0).tag(sync=True)
    tables = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        activation: str | Activation = "sigmoid",
        *,
        z: float = 0.0,
        x: float = 1.0,
        y: float = 1.0,
    ) -> None:
        super().__init__(
            activation=scalar_activation(activation).name, z=z, x=x, y=y, tables=tables()
        )

    def factors(self) -> tuple[float, float, float]:
        """Compute ∂J/∂c, ∂c/∂z and ∂z/∂w₁."""
        f = scalar_activation(self.activation)
        return 2 * (float(f(self.z)) - self.y), float(f.derivative(self.z)), self.x

    def describe(self) -> str:
        error, slope, x = self.factors()
        f = scalar_activation(self.activation)
        return (
            f"{self.activation} at z = {self.z:g}: f(z) = {f(self.z):.4g}, "
            f"f′(z) = {slope:.4g}; ∂J/∂w₁ = {error:.4g} · {slope:.4g} · {x:.4g} "
            f"= {error * slope * x:.4g}; f′(z) to the power 10 is {slope**10:.3g}"
        )
