"""In a computation graph every node knows its value, and how steep it is in each of its inputs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
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
        Node("ŷ", "bend", ("z",), 3, 0.5, "ŷ = g(z)"),
        Node("J", "loss", ("ŷ", "y"), 4, 0.5, "J = (ŷ − y)²"),
    ),
    "two layers": (
        _given("x", 0, 0),
        _given("w₁", 0, 1),
        _given("w₂", 2, 1.5),
        _given("y", 4, 1.5, "data"),
        Node("p₁", "times", ("w₁", "x"), 1, 0.5, "p₁ = w₁ · x"),
        Node("z₁", "bend", ("p₁",), 2, 0.5, "z₁ = g(p₁)"),
        Node("p₂", "times", ("w₂", "z₁"), 3, 0.5, "p₂ = w₂ · z₁"),
        Node("ŷ", "bend", ("p₂",), 4, 0.5, "ŷ = g(p₂)"),
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


@final
@dataclass
class State:
    """What is known after some steps: values, slopes ∂J/∂node, and the edges just walked."""

    says: str
    values: Values
    slopes: Values = field(default_factory=dict)
    local: dict[str, list[float]] = field(default_factory=dict)
    node: str = ""


def forward(nodes: tuple[Node, ...], given: Mapping[str, float], activation: str) -> Values:
    """Return the value of every node."""
    values = dict(given)
    for node in nodes:
        if node.inputs:
            values[node.name] = _value(node, [values[name] for name in node.inputs], activation)
    return values


def local_slopes(node: Node, values: Values, activation: str) -> list[float]:
    """Return the slope of a node in each of its inputs, at the values as they are."""
    a = [values[name] for name in node.inputs]
    match node.kind:
        case "times":
            return [a[1], a[0]]
        case "plus":
            return [1.0, 1.0]
        case "bend":
            return [float(activations.get(activation).derivative(a[0]))]
        case _:  # the loss; the target is no number that one could turn
            return [float(_SQUARED.gradient([a[1]], [a[0]])[0])]


def walk(graph: str, given: Mapping[str, float], activation: str) -> Iterator[State]:
    """Yield what is known before the first step, after each step forward, and after each back."""
    nodes = GRAPHS[graph]
    working = [node for node in nodes if node.inputs]
    every = forward(nodes, given, activation)
    known = dict(given)
    yield State("Nothing is computed yet. Step forward, or click a node.", known)
    for node in working:
        known = {**known, node.name: every[node.name]}
        says = f"Forward: {_filled(node, every, activation)} = {short(every[node.name])}."
        yield State(says, known, node=node.name)
    slopes = {"J": 1.0}
    local: dict[str, list[float]] = {}
    yield State("Turn round. J changes exactly as J does: ∂J/∂J = 1.", known, slopes, local, "J")
    for node in reversed(working):
        mine = local_slopes(node, every, activation)
        local = {**local, node.name: mine}
        before = slopes
        for name, slope in zip(node.inputs, mine, strict=False):
            slopes = {**slopes, name: slopes.get(name, 0.0) + slopes[node.name] * slope}
        yield State(_passed(node, mine, before, slopes), known, slopes, local, node.name)


def short(value: float) -> str:
    """Write a number with four digits and a real minus."""
    return f"{value + 0.0:.4g}".replace("-", "−")  # + 0.0, because −0 is nothing to read


def _value(node: Node, a: list[float], activation: str) -> float:
    match node.kind:
        case "times":
            return a[0] * a[1]
        case "plus":
            return a[0] + a[1]
        case "bend":
            return float(activations.get(activation)(a[0]))
        case _:
            return float(_SQUARED([a[1]], [a[0]]))


def _filled(node: Node, values: Values, activation: str) -> str:
    """Write the formula, and then the formula with numbers in it."""
    a = [short(values[name]) for name in node.inputs]
    filled = {
        "times": lambda: f"{a[0]} · {a[1]}",
        "plus": lambda: f"{a[0]} + {a[1]}",
        "bend": lambda: f"{activation}({a[0]})",
        "loss": lambda: f"({a[0]} − {a[1]})²",
    }[node.kind]()
    return f"{node.formula} = {filled}".replace("+ −", "− ").replace("− −", "+ ")


def _passed(node: Node, local: list[float], before: Values, after: Values) -> str:
    """Say what each input of a node was handed, and where slopes were added up."""
    right = short(before[node.name])
    parts = []
    for name, slope in zip(node.inputs, local, strict=False):
        product = short(before[node.name] * slope)
        part = f"∂J/∂{name} = {right} · {short(slope)} = {product}"
        if name in before:
            part += f", added to {short(before[name])} from its other way: {short(after[name])}"
        parts.append(part)
    handed = "; ".join(parts)
    return f"Back through {node.name}: what comes from the right is {right}. {handed}."
