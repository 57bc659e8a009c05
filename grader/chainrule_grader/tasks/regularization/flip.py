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
            "You reverse the rows, so the images are upside down; reverse the columns.",
        ),
        Misconception(
            "order-of-pictures",
            lambda images: images[::-1],
            "You reverse the order of the images; reverse the columns of each image.",
        ),
        Misconception(
            "half-turn",
            lambda images: images[:, ::-1, ::-1],
            "You reverse rows and columns; reverse the columns only.",
        ),
        Misconception(
            "all-reversed",
            lambda images: images[::-1, ::-1, ::-1],
            "You reverse images, rows and columns; reverse the columns only.",
        ),
        Misconception(
            "mirrored-and-reordered",
            lambda images: images[::-1, :, ::-1],
            "You reverse the order of the images as well; reverse the columns only.",
        ),
        Misconception(
            "transposed",
            lambda images: images.transpose(0, 2, 1),
            "You exchange rows and columns; reverse the columns.",
        ),
        Misconception(
            "quarter-turn",
            lambda images: np.rot90(images, axes=(1, 2)),
            "You rotate the images by 90°; reverse the columns.",
        ),
        Misconception(
            "quarter-turn-back",
            lambda images: np.rot90(images, -1, axes=(1, 2)),
            "You rotate the images by 90° clockwise; reverse the columns.",
        ),
        Misconception(
            "overwritten",
            _overwritten,
            "You overwrite one half before you read it, so both halves are the same; use a copy.",
        ),
        Misconception(
            "first-only",
            _first_only,
            "Only the first image is flipped; flip all of them.",
        ),
        Misconception(
            "first-alone",
            lambda images: images[0, :, ::-1],
            "You return the first image only; return all of them.",
        ),
        Misconception(
            "unchanged",
            lambda images: images,
            "You return the images unchanged; reverse their columns.",
        ),
        Misconception(
            "negative",
            lambda images: -images,
            "You change the sign of the pixels; reverse the columns.",
        ),
        Misconception(
            "complement",
            lambda images: 1 - images,
            "You exchange dark and bright; reverse the columns.",
        ),
        Misconception(
            "both",
            lambda images: np.concatenate([images, images[:, :, ::-1]]),
            "You return the original images as well; return the flipped ones only.",
        ),
        Misconception(
            "rolled",
            lambda images: np.roll(images, 1, axis=2),
            "You move the columns by one; reverse their order.",
        ),
        Misconception(
            "sorted",
            lambda images: np.sort(images, axis=2)[:, :, ::-1],
            "You sort each row; reverse its order.",
        ),
    ),
    hints=(
        "In a mirror the first column becomes the last, and every row stays a row.",
        "out[i, y, x] = images[i, y, width − 1 − x].",
        "A slice with a step of −1 along the last axis; the other axes are taken whole.",
    ),
)
