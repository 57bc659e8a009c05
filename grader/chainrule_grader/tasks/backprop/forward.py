"""The forward pass through any number of dense layers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from chainrule.activations import get
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Implementation, Misconception, Task, switch
from chainrule_grader.tasks._common import ROUNDED
from chainrule_grader.tasks.backprop._network import Array, drawn, layers

Part = Callable[..., Any]


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    W = np.array([[1.0, -1.0], [0.5, 2.0]])
    yield "one layer", np.array([[1.0, -2.0]]), [W], [np.array([0.5, 0.0])], ["relu"]
    yield "one layer", drawn(rng, 3, 2), *layers(rng, [2, 4], ["tanh"])
    yield "square layers", drawn(rng, 2, 2), *layers(rng, [2, 2, 2], ["tanh", "sigmoid"])
    yield "layers of any size", drawn(rng, 4, 3), *layers(rng, [3, 5, 2], ["relu", "sigmoid"])
    names = ["sigmoid", "relu", "tanh"]
    yield "layers of any size", drawn(rng, 5, 2), *layers(rng, [2, 3, 4, 1], names)


def _make(
    names: Callable[[list[str]], list[str]] = lambda names: names,
    weight: Callable[[Array], Array] = lambda W: W,
    bias: Callable[[Array], Array] = lambda b: b,
    layer: Callable[[Array, Array, Any], Any] = lambda z, b, activation: activation(z + b),
    source: Callable[[list[Array]], Array] = lambda outs: outs[-1],
    stored: Callable[[Array, Array], Array] = lambda _z, out: out,
    count: Callable[[int], int] = lambda count: count,
    listed: Callable[[list[Any]], Any] = lambda outs: outs,
) -> Implementation:
    """Return a forward pass that lists X and the outputs of all layers."""

    def forward(X: Array, weights: list[Array], biases: list[Array], activations: list[str]) -> Any:
        outs, kept = [X], [X]
        chosen = names(activations)
        for i in range(count(len(weights))):
            z, b = source(outs) @ weight(weights[i]), bias(biases[i])
            outs.append(layer(z, b, get(chosen[i])))
            kept.append(stored(z + b, outs[-1]))
        return listed(kept)

    return forward


def _always(only: str) -> Misconception:
    return switch(
        f"{only}-throughout",
        f"You use {only} in every layer; choose the activation by the layer's name.",
        names=lambda names: [only] * len(names),
    )


def _without_the_first(outs: list[Any]) -> list[Any]:
    return [outs[0], *outs[2:]] if len(outs) > 2 else outs


def _last_without_activation(
    X: Array, weights: list[Array], biases: list[Array], names: list[str]
) -> tuple[Any, ...]:
    return X, weights, biases, [*names[:-1], "linear"]


TASK = Task(
    reference=_make(),
    make=_make,
    observe=calls(_inputs),
    misconceptions=(
        switch(
            "without-X",
            "Your list does not start with X.",
            listed=lambda outs: outs[1:],
        ),
        switch(
            "last-only",
            "You return only the last output; return the list of all outputs.",
            listed=lambda outs: outs[-1],
        ),
        switch(
            "first-and-last-only",
            "You return only X and the last output; return the list of all outputs.",
            listed=lambda outs: [outs[0], outs[-1]],
        ),
        switch(
            "without-the-last",
            "The last layer is missing; check where the loop ends.",
            count=lambda count: count - 1,
        ),
        switch(
            "without-the-first",
            "The output of the first layer is missing in your list.",
            listed=_without_the_first,
        ),
        switch(
            "X-twice",
            "X is in your list twice; it belongs there once.",
            listed=lambda outs: [outs[0], *outs],
        ),
        switch(
            "backwards",
            "Your list starts with the last layer; it must start with X.",
            result=lambda outs: outs[::-1],
        ),
        switch(
            "pre-activations",
            "Your list holds the values before the activations; store the values after them.",
            stored=lambda z, _out: z,
        ),
        switch(
            "last-without-activation",
            "The last layer has no activation in your forward pass.",
            arguments=_last_without_activation,
        ),
        switch(
            "no-activations",
            "You apply no activations; each layer has one.",
            names=lambda names: ["linear"] * len(names),
        ),
        switch(
            "first-activation-throughout",
            "You use the activation of the first layer in every layer.",
            names=lambda names: names[:1] * len(names),
        ),
        switch(
            "last-activation-throughout",
            "You use the activation of the last layer in every layer.",
            names=lambda names: names[-1:] * len(names),
        ),
        switch(
            "activations-reversed",
            "You use the activations in reversed order.",
            names=lambda names: names[::-1],
        ),
        switch(
            "next-activation",
            "Layers use the activation of the next layer; check the index.",
            names=lambda names: [*names[1:], names[0]],
        ),
        switch(
            "previous-activation",
            "Layers use the activation of the layer before; check the index.",
            names=lambda names: [names[-1], *names[:-1]],
        ),
        *map(_always, ("sigmoid", "relu", "tanh")),
        switch(
            "no-biases",
            "You do not use the biases.",
            bias=lambda b: 0 * b,
        ),
        switch(
            "biases-subtracted",
            "You subtract the biases; add them.",
            bias=np.negative,
        ),
        switch(
            "bias-after-the-activation",
            "You add the biases after the activation; add them before.",
            layer=lambda z, b, activation: activation(z) + b,
        ),
        switch(
            "activation-twice",
            "You apply each activation twice; apply it once.",
            layer=lambda z, b, activation: activation(activation(z + b)),
        ),
        switch(
            "always-X",
            "Every layer uses X; each layer must use the output of the layer before it.",
            source=lambda outs: outs[0],
        ),
        switch(
            "weights-transposed",
            "You transpose the weights; use X @ W.",
            weight=np.transpose,
        ),
        switch(
            "transposed",
            "Your outputs are transposed; keep one example in each row.",
            result=lambda outs: [out.T for out in outs],
        ),
        switch(
            "flattened",
            "Your outputs are flat; keep one example in each row.",
            result=lambda outs: [np.ravel(out) for out in outs],
        ),
        *(
            switch(
                one.name,
                one.message,
                result=lambda outs, one=one: [*map(one.pieces["result"], outs)],
            )
            for one in ROUNDED
        ),
    ),
    hints=(
        "Each layer uses the last entry of the list, and appends its own output.",
        "z = last output @ W + b, then the activation. The list has one entry more than weights.",
        "outputs = [X]; for W, b, name in zip(…): append the activation of outputs[-1] @ W + b.",
    ),
)
