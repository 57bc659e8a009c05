"""The forward and the backward pass, step by step: what is known after each step, and how."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import final

from chainrule_widgets.backpropagation.graph import GRAPHS, Node, Values, forward, local_derivatives


@final
@dataclass
class State:
    """What is known after some steps: values, gradients ∂J/∂node, local derivatives."""

    sentence: str
    values: Values
    gradients: Values = field(default_factory=dict)
    local: dict[str, list[float]] = field(default_factory=dict)
    node: str = ""


def passes(graph: str, given: Mapping[str, float], activation: str) -> Iterator[State]:
    """Yield what is known before the first step, after each step forward, and after each back."""
    nodes = GRAPHS[graph]
    working = [node for node in nodes if node.inputs]
    every = forward(nodes, given, activation)
    known = dict(given)
    yield State("Nothing is computed yet. Press “step”, or click a node.", known)
    for node in working:
        known = {**known, node.name: every[node.name]}
        sentence = f"Forward: {_filled(node, every, activation)} = {short(every[node.name])}."
        yield State(sentence, known, node=node.name)
    gradients = {"J": 1.0}
    local: dict[str, list[float]] = {}
    yield State("The backward pass begins: ∂J/∂J = 1.", known, gradients, local, "J")
    for node in reversed(working):
        derivatives = local_derivatives(node, every, activation)
        local = {**local, node.name: derivatives}
        before = gradients
        for name, derivative in zip(node.inputs, derivatives, strict=False):
            gradients = {
                **gradients,
                name: gradients.get(name, 0.0) + gradients[node.name] * derivative,
            }
        yield State(
            _passed(node, derivatives, before, gradients), known, gradients, local, node.name
        )


def short(value: float) -> str:
    """Write a number with four digits and a real minus."""
    return f"{value + 0.0:.4g}".replace("-", "−")  # + 0.0, because −0 is nothing to read


def _filled(node: Node, values: Values, activation: str) -> str:
    """Write the formula, and then the formula with numbers in it."""
    a = [short(values[name]) for name in node.inputs]
    filled = {
        "times": lambda: f"{a[0]} · {a[1]}",
        "plus": lambda: f"{a[0]} + {a[1]}",
        "activation": lambda: f"{activation}({a[0]})",
        "loss": lambda: f"({a[0]} − {a[1]})²",
    }[node.kind]()
    return f"{node.formula} = {filled}".replace("+ −", "− ").replace("− −", "+ ")


def _passed(node: Node, local: list[float], before: Values, after: Values) -> str:
    """Say what each input of a node was handed, and where slopes were added up."""
    right = short(before[node.name])
    parts = []
    for name, derivative in zip(node.inputs, local, strict=False):
        product = short(before[node.name] * derivative)
        part = f"∂J/∂{name} = {right} · {short(derivative)} = {product}"
        if name in before:
            part += f", plus {short(before[name])} from the other path: {short(after[name])}"
        parts.append(part)
    handed = "; ".join(parts)
    return f"Backward through {node.name}: the derivative from the right is {right}. {handed}."
