"""Click a computation graph through: values to the right, and then slopes to the left."""

from collections.abc import Mapping
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule.gradients import numerical_gradient

from chainrule_widgets.backpropagation.graph import GRAPHS, forward
from chainrule_widgets.backpropagation.passes import State, passes, short
from chainrule_widgets.explorable import StateExplorable, script

_START: Final = {
    "one neuron": {"x": 2.0, "w": 0.5, "b": -1.5, "y": 1.0},
    "two layers": {"x": 2.0, "w₁": 0.5, "w₂": -1.0, "y": 1.0},
    "a fork": {"x": 2.0, "w": 1.5, "y": 3.0},
}
_REACH: Final = 10.0
_LOW: Final = str.maketrans("12", "₁₂")
_ACTIVATIONS: Final = ("sigmoid", "tanh", "relu", "linear")


def _inputs(graph: str, given: Mapping[str, float]) -> dict[str, float]:
    """Return all inputs of a graph, those that are not given as they stand in the beginning."""
    if graph not in GRAPHS:
        raise ValueError(f"there is no graph {graph!r}; the graphs are {', '.join(GRAPHS)}")
    if unknown := set(given) - set(_START[graph]):
        known = ", ".join(_START[graph])
        raise ValueError(f"the graph '{graph}' has no input {sorted(unknown)}; it has {known}")
    every = {**_START[graph], **given}
    return {name: min(max(float(value), -_REACH), _REACH) for name, value in every.items()}


@final
class ComputationGraph(StateExplorable):
    """Nodes and edges; a step computes one value, or hands a slope back through one node.

    The kernel walks the graph with the library's activations and loss. In the table each slope
    by the chain rule stands beside the one by trial.
    """

    _esm = script(__file__)
    depends_on = ("activation", "inputs")

    activation = traitlets.Enum(_ACTIVATIONS, "sigmoid").tag(sync=True)
    inputs = traitlets.Dict().tag(sync=True)
    nodes = traitlets.List().tag(sync=True)
    step = traitlets.Int(0, min=0).tag(sync=True)

    def __init__(
        self,
        graph: str = "one neuron",
        *,
        activation: str = "sigmoid",
        step: int = 0,
        **inputs: float,
    ) -> None:
        # A name in Python cannot end in ₁, so w1 is w₁ here.
        given = _inputs(graph, {name.translate(_LOW): value for name, value in inputs.items()})
        self.graph = graph
        nodes = [vars(node) for node in GRAPHS[graph]]
        super().__init__(activation=activation, inputs=given, nodes=nodes, step=step)

    @property
    def states(self) -> list[State]:
        """What is known after each number of steps."""
        return list(passes(self.graph, self.inputs, self.activation))

    @property
    def gradients(self) -> dict[str, float]:
        """∂J/∂node at the end of the way back."""
        return self.states[-1].gradients

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        given = _inputs(self.graph, asked["inputs"])
        states = [vars(state) for state in passes(self.graph, given, asked["activation"])]
        trial = self._by_trial(given, asked["activation"])
        return {**asked, "inputs": given, "states": states, "trial": trial}, []

    def _by_trial(self, given: dict[str, float], activation: str) -> dict[str, float]:
        """Return the slope of J in each input that can be turned, found without any chain rule."""
        nodes = GRAPHS[self.graph]
        names = [node.name for node in nodes if node.kind == "input"]

        def loss(at: Any) -> float:
            turned = dict(zip(names, at.tolist(), strict=True))
            return forward(nodes, {**given, **turned}, activation)["J"]

        found = numerical_gradient(loss, np.array([given[name] for name in names]))
        return dict(zip(names, found.tolist(), strict=True))

    def describe(self) -> str:
        state = self.states[min(self.step, len(self.states) - 1)]
        inputs = ", ".join(f"{name} = {short(value)}" for name, value in self.inputs.items())
        return f"The graph '{self.graph}' with {inputs}. {state.sentence}"
