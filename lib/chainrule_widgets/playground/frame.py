"""A frame is what is seen of a run at one moment: the plane, every neuron, and how it goes."""

import math
from functools import lru_cache
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from chainrule_widgets.playground.data import EDGE, features
from chainrule_widgets.playground.run import Run
from chainrule_widgets.playground.text import written

Array: TypeAlias = NDArray[Any]
CELLS: Final = 48
SHOWN_DIGITS: Final = 60
_MANY: Final = 40


def frame(run: Run) -> tuple[dict[str, Any], list[bytes]]:
    """Return the numbers, and as bytes: plane, neurons, weights, points, their marks, curves."""
    if run.data.pixels:
        responses, out = _passed(run, run.inputs)
        surface, neurons = _tests(run), _by_class(run, responses)
    else:
        rows = np.concatenate([_grid_features(run.state.features), run.inputs])
        responses, out = _passed(run, rows)
        cells = CELLS * CELLS
        out, surface = out[cells:], _surface(out[:cells], run.data.classes)
        neurons = _pictures([r[:cells] for r in responses])
    marks = _marks(run, out)
    weights = [w.reshape(-1) for layer in run.net.dense for w in layer.get_weights()]
    answer = _numbers(run, marks) | {"cells": _cells(run)}
    points = run.data.X if not run.data.pixels else np.empty(0)
    return answer, [
        surface.tobytes(),
        neurons.tobytes(),
        np.concatenate(weights).astype("<f4").tobytes(),
        points.astype("<f4").tobytes(),
        marks.tobytes(),
        np.array(run.history, "<f4").tobytes(),
    ]


def _numbers(run: Run, marks: Array) -> dict[str, Any]:
    train, test = run.losses()
    cut, state = run.data.train, run.state
    missed = (marks[:, 0] != marks[:, 1]) if run.data.classes else np.zeros(len(marks), bool)
    return {
        "steps": run.steps,
        "epoch": run.steps / run.epoch_steps,
        "epoch_steps": run.epoch_steps,
        "losses": [finite(train), finite(test)],
        "missed": [int(missed[:cut].sum()), int(missed[cut:].sum())],
        "examples": [cut, len(marks) - cut],
        "rate": run.net.model.optimizer.learning_rate,
        "sizes": [finite(size) for size in run.sizes],
        "widths": [run.inputs.shape[1], *(layer.units for layer in run.net.dense)],
        "classes": run.data.classes,
        "pixels": run.data.pixels,
        "diverged": run.diverged,
        "ended": run.ended,
        "text": written(state, run.steps),
    }


def finite(value: float) -> float | None:
    """Return the number, or None where JSON has no way to write it."""
    return float(value) if math.isfinite(value) else None


@lru_cache(maxsize=8)
def _grid_features(names: tuple[str, ...]) -> Array:
    axis = np.linspace(-EDGE, EDGE, CELLS, dtype=np.float32)
    return features(np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2), names)


def _passed(run: Run, x: Array) -> tuple[list[Array], Array]:
    """Return what every neuron answers to every row, layer by layer, and the network's output."""
    with np.errstate(all="ignore"):
        values = run.net.model.layer_outputs(x)
    found = [values[layer.name] for layer in run.net.activations]
    return found, found[-1]


def _surface(out: Array, classes: int) -> Array:
    """Return the winner of each place, then how sure it won, as whole numbers up to 255."""
    out = np.nan_to_num(out)
    if classes > 2:
        winner = out.argmax(axis=1)
        sure = (out.max(axis=1) * classes - 1) / (classes - 1)
    else:
        score = 2 * out[:, 0] - 1 if classes else out[:, 0]
        winner, sure = score > 0, np.abs(score)
    return np.concatenate([winner, np.clip(255 * sure, 0, 255)]).astype(np.uint8)


def _spacing(count: int) -> int:
    return 2 if count <= _MANY else 3


def _cells(run: Run) -> int:
    """Return how many places a neuron's picture has along one side."""
    return CELLS // _spacing(sum(layer.units for layer in run.net.dense))


def _pictures(responses: list[Array]) -> Array:
    """Return each neuron's response to the plane, from −127 to 127 of its own largest."""
    every = np.concatenate(responses, axis=1).T
    step = _spacing(len(every))
    every = every.reshape(-1, CELLS, CELLS)[:, ::step, ::step]
    return _signed(every.reshape(len(every), -1))


def _signed(rows: Array) -> Array:
    rows = np.nan_to_num(rows, posinf=0, neginf=0)
    largest = np.abs(rows).max(axis=1, keepdims=True)
    return np.asarray(127 * rows / np.where(largest > 0, largest, 1), np.int8)


def _by_class(run: Run, responses: list[Array]) -> Array:
    """Return each neuron's mean response to each class, from −127 to 127 of its own largest."""
    weights = np.eye(run.data.classes)[run.data.y]
    weights = weights / np.maximum(weights.sum(axis=0), 1)
    return _signed(np.concatenate(responses, axis=1).T @ weights)


def _tests(run: Run) -> Array:
    """Return the first test digits, pixel by pixel."""
    cut = run.data.train
    return (255 * run.data.X[cut : cut + SHOWN_DIGITS]).astype(np.uint8)


def _marks(run: Run, out: Array) -> Array:
    """Return for each example what is true and what the network says.

    They are classes, or heights from 0 for −1 to 200 for 1.
    """
    if not run.data.classes:
        heights = np.stack([run.data.y, np.nan_to_num(out[:, 0])], axis=1)
        return np.asarray(np.clip(100 + 100 * heights, 0, 200), np.uint8)
    answer = out.argmax(axis=1) if run.data.classes > 2 else out[:, 0] > 0.5
    return np.stack([run.data.y, answer], axis=1).astype(np.uint8)
