"""Pictures moved a little, with zeros where nothing comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import Array, calls
from chainrule_grader.judging.task import Misconception, Task


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    small = np.array([[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]])
    yield "right and down", small, 1, 0
    yield "right and down", small, 0, 1
    yield "right and down", rng.random((2, 4, 5)).round(2) + 0.01, 2, 1
    yield "left and up", small, -1, 0
    yield "left and up", rng.random((2, 5, 4)).round(2) + 0.01, -1, -3
    yield "both ways", rng.random((3, 5, 6)).round(2) + 0.01, 3, -1
    yield "both ways", rng.integers(1, 99, (2, 6, 4)), -2, 1


def _span(size: int, by: int) -> tuple[slice, slice]:
    """Return where the pixels that stay come from, and where they go."""
    by = int(by)
    stay = max(size - abs(by), 0)
    return slice(max(-by, 0), max(-by, 0) + stay), slice(max(by, 0), max(by, 0) + stay)


def _shift(images: Array, dx: int, dy: int, empty: float = 0) -> Array:
    out = np.full_like(images, empty)
    (from_y, to_y), (from_x, to_x) = _span(images.shape[1], dy), _span(images.shape[2], dx)
    out[:, to_y, to_x] = images[:, from_y, from_x]
    return out


def _moved(change: Callable[[int, int], tuple[int, int]]) -> Callable[[Array, int, int], Array]:
    return lambda images, dx, dy: _shift(images, *change(dx, dy))


def _edges(images: Array, dx: int, dy: int) -> Array:
    rows = np.clip(np.arange(images.shape[1]) - dy, 0, images.shape[1] - 1)
    columns = np.clip(np.arange(images.shape[2]) - dx, 0, images.shape[2] - 1)
    return images[:, rows[:, None], columns]


def _left_over(images: Array, dx: int, dy: int) -> Array:
    moved, there = _shift(images, dx, dy), _shift(np.ones_like(images), dx, dy)
    return np.where(there == 1, moved, images)


def _in_place(images: Array, dx: int, dy: int) -> Array:
    images[:] = _shift(images, dx, dy)
    return images


def _positive_only(images: Array, dx: int, dy: int) -> Array:
    out = np.zeros_like(images)
    out[:, dy:, dx:] = images[:, : images.shape[1] - dy, : images.shape[2] - dx]
    return out


def _not_zero(images: Array, dx: int, dy: int) -> Array:
    out = np.zeros_like(images)
    out[:, dy:, dx:] = images[:, :-dy, :-dx]
    return out


def _rolled_rows_cleared(images: Array, dx: int, dy: int) -> Array:
    out = np.roll(images, (dy, dx), axis=(1, 2))
    out[:, :dy], out[:, :, :dx] = 0, 0
    return out


TASK = Task(
    reference=_shift,
    observe=calls(_inputs),
    misconceptions=(
        Misconception(
            "around",
            lambda images, dx, dy: np.roll(images, (dy, dx), axis=(1, 2)),
            "What leaves on one side comes in on the other; there should be nothing there.",
        ),
        Misconception(
            "cleared-on-the-wrong-side",
            _rolled_rows_cleared,
            "For a move to the left or up the zeros come in on the wrong side.",
        ),
        Misconception(
            "edges-repeated",
            _edges,
            "The edge is repeated into the empty space; there should be nothing there.",
        ),
        Misconception(
            "left-over",
            _left_over,
            "In the empty space the old picture is still to be seen.",
        ),
        Misconception(
            "ones-enter",
            lambda images, dx, dy: _shift(images, dx, dy, 1),
            "The empty space is filled with ones.",
        ),
        Misconception(
            "exchanged",
            _moved(lambda dx, dy: (dy, dx)),
            "dx moves up and down and dy sideways: the two are exchanged.",
        ),
        Misconception(
            "sideways-reversed",
            _moved(lambda dx, dy: (-dx, dy)),
            "A positive dx moves to the left.",
        ),
        Misconception(
            "upside-down",
            _moved(lambda dx, dy: (dx, -dy)),
            "A positive dy moves up: row 0 is the top one, as on a screen.",
        ),
        Misconception(
            "both-reversed",
            _moved(lambda dx, dy: (-dx, -dy)),
            "Both directions are reversed: it moves to the left and up.",
        ),
        Misconception(
            "sideways-only",
            _moved(lambda dx, _dy: (dx, 0)),
            "It moves sideways only: dy has no effect.",
        ),
        Misconception(
            "up-and-down-only",
            _moved(lambda _dx, dy: (0, dy)),
            "It moves up and down only: dx has no effect.",
        ),
        Misconception(
            "signs-lost",
            _moved(lambda dx, dy: (abs(dx), abs(dy))),
            "It always moves to the right and down, whatever the signs are.",
        ),
        Misconception(
            "positive-only",
            _positive_only,
            "A move to the left or up stops it: with negative numbers slices count from the end.",
        ),
        Misconception(
            "zero-stops-it",
            _not_zero,
            "A move of 0 stops it: a slice that ends at −0 is empty.",
        ),
        Misconception(
            "in-place",
            _in_place,
            "It moves what is in its input, and nobody has the original pictures any more.",
        ),
        Misconception(
            "first-axis",
            lambda images, dx, dy: _shift(images.transpose(2, 0, 1), dx, dy).transpose(1, 2, 0),
            "It moves from picture to picture: the first axis counts pictures.",
        ),
        Misconception(
            "unchanged",
            lambda images, _dx, _dy: images,
            "The pictures come back as they were.",
        ),
        Misconception(
            "by-one",
            _moved(lambda dx, dy: (int(np.sign(dx)), int(np.sign(dy)))),
            "It moves by one pixel, however far it should.",
        ),
        Misconception(
            "cut-out",
            lambda images, dx, dy: images[
                :, _span(images.shape[1], dy)[0], _span(images.shape[2], dx)[0]
            ],
            "The pictures have become smaller: only what stays in sight comes back.",
        ),
        Misconception(
            "enlarged",
            lambda images, dx, dy: np.pad(
                images,
                ((0, 0), (max(dy, 0), max(-dy, 0)), (max(dx, 0), max(-dx, 0))),
            ),
            "The pictures have grown by the zeros: what is pushed out has to go.",
        ),
        Misconception(
            "added",
            lambda images, dx, dy: images + _shift(images, dx, dy),
            "The old picture is still there, under the new one.",
        ),
        Misconception(
            "one-too-far",
            _moved(lambda dx, dy: (dx + int(np.sign(dx)), dy + int(np.sign(dy)))),
            "It moves by one pixel more than it should.",
        ),
        Misconception(
            "dx-for-both",
            _moved(lambda dx, _dy: (dx, dx)),
            "It moves up and down as far as sideways: dx is used for both.",
        ),
        Misconception(
            "dy-for-both",
            _moved(lambda _dx, dy: (dy, dy)),
            "It moves sideways as far as up and down: dy is used for both.",
        ),
        Misconception(
            "strung-together",
            lambda images, dx, dy: np.roll(images, int(dx) + int(dy) * images.shape[2]),
            "The pixels are moved in one long row, from line to line and picture to picture.",
        ),
        Misconception(
            "one-too-far-right",
            _moved(lambda dx, dy: (dx + 1, dy)),
            "Every picture ends up one pixel too far to the right.",
        ),
        Misconception(
            "one-too-far-down",
            _moved(lambda dx, dy: (dx, dy + 1)),
            "Every picture ends up one pixel too far down.",
        ),
        Misconception(
            "one-way-at-a-time",
            _moved(lambda dx, dy: (dx, 0 if dx else dy)),
            "A move in both ways at once loses one of them: an else is there that should not be.",
        ),
    ),
    hints=(
        "Begin with empty pictures, and copy into them the part that stays in sight.",
        "out[i, y, x] = images[i, y − dy, x − dx] where that is inside the picture, else 0.",
        "Four cases of slices, or: loops over y and x, and an if that asks whether it is inside.",
    ),
)
