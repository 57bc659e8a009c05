"""Pictures seen in a mirror: left becomes right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import Array, calls
from chainrule_grader.judging.task import Misconception, Task


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield "one picture", np.array([[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]])
    yield "one picture", rng.random((1, 4, 3)).round(2)
    yield "several pictures", rng.random((3, 2, 4)).round(2)
    yield "several pictures", rng.permutation(48).reshape(2, 4, 6)
    yield "square pictures", rng.random((3, 3, 3)).round(2)


def _flip(images: Array) -> Array:
    return images[:, :, ::-1].copy()


def _in_place(images: Array) -> Array:
    images[:] = images[:, :, ::-1].copy()
    return images


def _overwritten(images: Array) -> Array:
    out = images.copy()
    width = images.shape[2]
    for j in range(width):
        out[:, :, j] = out[:, :, width - 1 - j]
    return out


def _first_only(images: Array) -> Array:
    out = images.copy()
    out[0] = out[0, :, ::-1].copy()
    return out


TASK = Task(
    reference=_flip,
    observe=calls(_inputs),
    misconceptions=(
        Misconception(
            "upside-down",
            lambda images: images[:, ::-1],
            "The pictures stand on their heads: it is the rows that are reversed.",
        ),
        Misconception(
            "order-of-pictures",
            lambda images: images[::-1],
            "It is the order of the pictures that is reversed, and not what is in them.",
        ),
        Misconception(
            "half-turn",
            lambda images: images[:, ::-1, ::-1],
            "The pictures are turned by half a circle: up and down are exchanged too.",
        ),
        Misconception(
            "all-reversed",
            lambda images: images[::-1, ::-1, ::-1],
            "Everything is reversed: pictures, rows and columns.",
        ),
        Misconception(
            "mirrored-and-reordered",
            lambda images: images[::-1, :, ::-1],
            "The pictures are mirrored, but their order is reversed too: labels no longer fit.",
        ),
        Misconception(
            "transposed",
            lambda images: images.transpose(0, 2, 1),
            "Rows and columns are exchanged: the pictures lie on their sides.",
        ),
        Misconception(
            "quarter-turn",
            lambda images: np.rot90(images, axes=(1, 2)),
            "The pictures are turned by a quarter of a circle.",
        ),
        Misconception(
            "quarter-turn-back",
            lambda images: np.rot90(images, -1, axes=(1, 2)),
            "The pictures are turned by a quarter of a circle, clockwise.",
        ),
        Misconception(
            "in-place",
            _in_place,
            "It mirrors its input itself, and nobody has the original pictures any more.",
        ),
        Misconception(
            "overwritten",
            _overwritten,
            "One half is overwritten before it is read: both halves are the same now.",
        ),
        Misconception(
            "first-only",
            _first_only,
            "Only the first picture is mirrored.",
        ),
        Misconception(
            "first-alone",
            lambda images: images[0, :, ::-1],
            "Only the first picture comes back; there may be several.",
        ),
        Misconception(
            "unchanged",
            lambda images: images,
            "The pictures come back as they were.",
        ),
        Misconception(
            "negative",
            lambda images: -images,
            "The brightness is reversed, and not the places.",
        ),
        Misconception(
            "complement",
            lambda images: 1 - images,
            "Dark and bright are exchanged, and not left and right.",
        ),
        Misconception(
            "both",
            lambda images: np.concatenate([images, images[:, :, ::-1]]),
            "The originals come back too; only the mirrored ones are asked for.",
        ),
        Misconception(
            "rolled",
            lambda images: np.roll(images, 1, axis=2),
            "The columns have moved on by one; their order should be reversed.",
        ),
        Misconception(
            "sorted",
            lambda images: np.sort(images, axis=2)[:, :, ::-1],
            "Each row is sorted by brightness, whatever its order was.",
        ),
    ),
    hints=(
        "In a mirror the first column becomes the last, and every row stays a row.",
        "out[i, y, x] = images[i, y, width − 1 − x].",
        "A slice with a step of −1 along the last axis; the other axes are taken whole.",
    ),
)
