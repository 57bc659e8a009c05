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
    moved, valid = _shift(images, dx, dy), _shift(np.ones_like(images), dx, dy)
    return np.where(valid == 1, moved, images)


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
            "Pixels that leave on one side come back on the other; zeros must enter.",
        ),
        Misconception(
            "cleared-on-the-wrong-side",
            _rolled_rows_cleared,
            "For negative dx or dy, the zeros enter on the wrong side.",
        ),
        Misconception(
            "edges-repeated",
            _edges,
            "You repeat the edge in the empty space; zeros must enter.",
        ),
        Misconception(
            "left-over",
            _left_over,
            "The empty space still shows the old image; zeros must enter.",
        ),
        Misconception(
            "ones-enter",
            lambda images, dx, dy: _shift(images, dx, dy, 1),
            "You fill the empty space with ones; zeros must enter.",
        ),
        Misconception(
            "exchanged",
            _moved(lambda dx, dy: (dy, dx)),
            "You exchanged dx and dy; dx moves to the right and dy down.",
        ),
        Misconception(
            "sideways-reversed",
            _moved(lambda dx, dy: (-dx, dy)),
            "A positive dx moves your images to the left; it must move them to the right.",
        ),
        Misconception(
            "upside-down",
            _moved(lambda dx, dy: (dx, -dy)),
            "A positive dy moves your images up; it must move them down (row 0 is at the top).",
        ),
        Misconception(
            "both-reversed",
            _moved(lambda dx, dy: (-dx, -dy)),
            "Both directions are reversed; positive dx moves right, positive dy moves down.",
        ),
        Misconception(
            "sideways-only",
            _moved(lambda dx, _dy: (dx, 0)),
            "You do not use dy; move the images down by dy as well.",
        ),
        Misconception(
            "up-and-down-only",
            _moved(lambda _dx, dy: (0, dy)),
            "You do not use dx; move the images to the right by dx as well.",
        ),
        Misconception(
            "signs-lost",
            _moved(lambda dx, dy: (abs(dx), abs(dy))),
            "You ignore the signs of dx and dy; negative values move left and up.",
        ),
        Misconception(
            "positive-only",
            _positive_only,
            "Negative dx or dy ends in an error; negative slices count from the end.",
        ),
        Misconception(
            "zero-stops-it",
            _not_zero,
            "dx or dy of 0 ends in an error; a slice that ends at −0 is empty.",
        ),
        Misconception(
            "first-axis",
            lambda images, dx, dy: _shift(images.transpose(2, 0, 1), dx, dy).transpose(1, 2, 0),
            "You shift along the first axis, which counts the images; shift inside each image.",
        ),
        Misconception(
            "unchanged",
            lambda images, _dx, _dy: images,
            "You return the images unchanged; shift them.",
        ),
        Misconception(
            "by-one",
            _moved(lambda dx, dy: (int(np.sign(dx)), int(np.sign(dy)))),
            "You always shift by one pixel; shift by dx and dy.",
        ),
        Misconception(
            "cut-out",
            lambda images, dx, dy: images[
                :, _span(images.shape[1], dy)[0], _span(images.shape[2], dx)[0]
            ],
            "Your images become smaller; the shape must stay the same.",
        ),
        Misconception(
            "enlarged",
            lambda images, dx, dy: np.pad(
                images,
                ((0, 0), (max(dy, 0), max(-dy, 0)), (max(dx, 0), max(-dx, 0))),
            ),
            "Your images become larger; cut off the pixels that leave the image.",
        ),
        Misconception(
            "added",
            lambda images, dx, dy: images + _shift(images, dx, dy),
            "You add the shifted image to the old one; return the shifted image only.",
        ),
        Misconception(
            "one-too-far",
            _moved(lambda dx, dy: (dx + int(np.sign(dx)), dy + int(np.sign(dy)))),
            "You shift by one pixel too many.",
        ),
        Misconception(
            "dx-for-both",
            _moved(lambda dx, _dy: (dx, dx)),
            "You use dx for both directions; use dy for down.",
        ),
        Misconception(
            "dy-for-both",
            _moved(lambda _dx, dy: (dy, dy)),
            "You use dy for both directions; use dx for right.",
        ),
        Misconception(
            "strung-together",
            lambda images, dx, dy: np.roll(images, int(dx) + int(dy) * images.shape[2]),
            "You shift a flat array, so pixels move into the next row; shift rows and columns.",
        ),
        Misconception(
            "one-too-far-right",
            _moved(lambda dx, dy: (dx + 1, dy)),
            "Every image ends one pixel too far to the right.",
        ),
        Misconception(
            "one-too-far-down",
            _moved(lambda dx, dy: (dx, dy + 1)),
            "Every image ends one pixel too far down.",
        ),
        Misconception(
            "one-way-at-a-time",
            _moved(lambda dx, dy: (dx, 0 if dx else dy)),
            "If both dx and dy are given, you use only one of them; use both.",
        ),
    ),
    hints=(
        "Begin with empty pictures, and copy into them the part that stays in sight.",
        "out[i, y, x] = images[i, y − dy, x − dx] where that is inside the picture, else 0.",
        "Four cases of slices, or: loops over y and x, and an if that asks whether it is inside.",
    ),
)
