"""In a computation graph every node knows its value, and how steep it is in each of its inputs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias, final

from chainrule import activations, losses

_SQUARED: Final = losses.MeanSquaredError()
Values: TypeAlias = dict[str, float]


@final
@dataclass(frozen=True)
class Node:
    """A number that is given (kind "input" or "data") or computed from others."""

    name: str
    kind: str
    inputs: tuple[str, ...]
    column: float
    row: float
    formula: str = ""


def _given(name: str, column: float, row: float, kind: str = "input") -> Node:
    return Node(name, kind, (), column, row)


GRAPHS: Final[dict[str, tuple[Node, ...]]] = {
    "one neuron": (
        _given("x", 0, 0),
        _given("w", 0, 1),
        _given("b", 1, 1.5),
        _given("y", 3, 1.5, "data"),
        Node("p", "times", ("w", "x"), 1, 0.5, "p = w · x"),
        Node("z", "plus", ("p", "b"), 2, 0.5, "z = p + b"),
        Node("ŷ", "activation", ("z",), 3, 0.5, "ŷ = g(z)"),
        Node("J", "loss", ("ŷ", "y"), 4, 0.5, "J = (ŷ − y)²"),
    ),
    "two layers": (
        _given("x", 0, 0),
        _given("w₁", 0, 1),
        _given("w₂", 2, 1.5),
        _given("y", 4, 1.5, "data"),
        Node("p₁", "times", ("w₁", "x"), 1, 0.5, "p₁ = w₁ · x"),
        Node("z₁", "activation", ("p₁",), 2, 0.5, "z₁ = g(p₁)"),
        Node("p₂", "times", ("w₂", "z₁"), 3, 0.5, "p₂ = w₂ · z₁"),
        Node("ŷ", "activation", ("p₂",), 4, 0.5, "ŷ = g(p₂)"),
        Node("J", "loss", ("ŷ", "y"), 5, 0.5, "J = (ŷ − y)²"),
    ),
    "a fork": (
        _given("x", 0, 0),
        _given("w", 0, 1),
        _given("y", 2, 1.5, "data"),
        Node("u", "times", ("w", "x"), 1, 0, "u = w · x"),
        Node("ŷ", "times", ("w", "u"), 2, 0.5, "ŷ = w · u"),
        Node("J", "loss", ("ŷ", "y"), 3, 0.5, "J = (ŷ − y)²"),
    ),
}


def forward(nodes: tuple[Node, ...], given: Mapping[str, float], activation: str) -> Values:
    """Return the value of every node."""
    values = dict(given)
    for node in nodes:
        if node.inputs:
            values[node.name] = value(node, [values[name] for name in node.inputs], activation)
    return values


def local_derivatives(node: Node, values: Values, activation: str) -> list[float]:
    """Return the slope of a node in each of its inputs, at the values as they are."""
    a = [values[name] for name in node.inputs]
    match node.kind:
        case "times":
            return [a[1], a[0]]
        case "plus":
            return [1.0, 1.0]
        case "activation":
            return [float(activations.get(activation).derivative(a[0]))]
        case _:  # the loss; the target is no number that one could turn
            return [float(_SQUARED.gradient([a[1]], [a[0]])[0])]


def value(node: Node, a: list[float], activation: str) -> float:
    """Return the value of a node from those of its inputs."""
    match node.kind:
        case "times":
            return a[0] * a[1]
        case "plus":
            return a[0] + a[1]
        case "activation":
            return float(activations.get(activation)(a[0]))
        case _:
            return float(_SQUARED([a[1]], [a[0]]))
