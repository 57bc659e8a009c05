"""Flip images: left and right are exchanged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import Array, calls
from chainrule_grader.judging.task import Implementation, Misconception, Task, switch

Change: TypeAlias = Callable[[Array], Any]


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield "one picture", np.array([[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]])
    yield "one picture", rng.random((1, 4, 3)).round(2)
    yield "several pictures", rng.random((3, 2, 4)).round(2)
    yield "several pictures", rng.permutation(48).reshape(2, 4, 6)
    yield "square pictures", rng.random((3, 3, 3)).round(2)


def _unchanged(images: Array) -> Array:
    return images


def _make(
    chosen: Change = _unchanged,
    rows: Change = _unchanged,
    columns: Change = lambda images: images[..., ::-1],
    turn: Change = _unchanged,
    pixels: Change = _unchanged,
    joined: Callable[[Array, Array], Any] = lambda _images, out: out,
) -> Implementation:
    """Return a flip with other pieces.

    `chosen` selects images, `joined` combines the originals with the flipped images.
    """

    def flip(images: Array) -> Any:
        out = turn(columns(rows(chosen(images))))
        return joined(images, pixels(np.array(out)))

    return flip


def _overwritten(images: Array) -> Array:
    out = images.copy()
    width = images.shape[-1]
    for j in range(width):
        out[..., j] = out[..., width - 1 - j]
    return out


def _ends_exchanged(images: Array) -> Array:
    out = images.copy()
    out[..., 0], out[..., -1] = images[..., -1], images[..., 0]
    return out


def _only(part: Any) -> Callable[[Array, Array], Array]:
    """Keep the flipped pixels in one part of the array and the originals elsewhere."""

    def joined(images: Array, out: Array) -> Array:
        mixed = images.copy()
        mixed[part] = out[part]
        return mixed

    return joined


TASK = Task(
    reference=_make(),
    make=_make,
    observe=calls(_inputs),
    misconceptions=(
        switch(
            "upside-down",
            "You reverse the rows, so the images are upside down; reverse the columns.",
            rows=lambda images: images[..., ::-1, :],
            columns=_unchanged,
        ),
        switch(
            "order-of-pictures",
            "You reverse the order of the images; reverse the columns of each image.",
            chosen=lambda images: images[::-1],
            columns=_unchanged,
        ),
        switch(
            "half-turn",
            "You reverse rows and columns; reverse the columns only.",
            rows=lambda images: images[..., ::-1, :],
        ),
        switch(
            "all-reversed",
            "You reverse images, rows and columns; reverse the columns only.",
            chosen=lambda images: images[::-1],
            rows=lambda images: images[..., ::-1, :],
        ),
        switch(
            "mirrored-and-reordered",
            "You reverse the order of the images as well; reverse the columns only.",
            chosen=lambda images: images[::-1],
        ),
        switch(
            "transposed",
            "You exchange rows and columns; reverse the columns.",
            columns=_unchanged,
            turn=lambda images: np.swapaxes(images, -1, -2),
        ),
        switch(
            "axes-reversed",
            "You transpose all three axes (images.T); reverse the columns only.",
            columns=_unchanged,
            turn=np.transpose,
        ),
        switch(
            "quarter-turn",
            "You rotate the images by 90°; reverse the columns.",
            columns=_unchanged,
            turn=lambda images: np.rot90(images, axes=(-2, -1)),
        ),
        switch(
            "quarter-turn-back",
            "You rotate the images by 90° clockwise; reverse the columns.",
            columns=_unchanged,
            turn=lambda images: np.rot90(images, -1, axes=(-2, -1)),
        ),
        switch(
            "overwritten",
            "You overwrite one half before you read it, so both halves are the same; use a copy.",
            columns=_overwritten,
        ),
        switch(
            "ends-only",
            "You exchange the first and the last column only; reverse all columns.",
            columns=_ends_exchanged,
        ),
        switch(
            "first-column-left-out",
            "Your result has no first column of images; use all columns.",
            columns=lambda images: images[..., :0:-1],
        ),
        switch(
            "last-column-left-out",
            "Your result has no last column of images; use all columns.",
            columns=lambda images: images[..., -2::-1],
        ),
        switch(
            "every-second-column",
            "You use only every second column; reverse all columns.",
            columns=lambda images: images[..., ::-2],
        ),
        switch(
            "every-second-row",
            "You use only every second row; keep all rows.",
            rows=lambda images: images[..., ::2, :],
        ),
        switch(
            "first-only",
            "Only the first image is flipped; flip all of them.",
            joined=_only(np.s_[:1]),
        ),
        switch(
            "last-image-not-flipped",
            "The last image is not flipped; flip all of them.",
            joined=_only(np.s_[:-1]),
        ),
        switch(
            "first-row-only",
            "You flip only the first row of each image; flip all rows.",
            joined=_only(np.s_[:, :1]),
        ),
        switch(
            "first-alone",
            "You return the first image only; return all of them.",
            chosen=lambda images: images[0],
        ),
        switch(
            "first-as-a-batch",
            "You return an array with the first image only; return all images.",
            chosen=lambda images: images[:1],
        ),
        switch(
            "unchanged",
            "You return the images unchanged; reverse their columns.",
            columns=_unchanged,
        ),
        switch(
            "negative",
            "You change the sign of the pixels; return the pixels without any change.",
            pixels=lambda images: -images,
        ),
        switch(
            "complement",
            "You subtract the pixels from 1; return the pixels without any change.",
            pixels=lambda images: 1 - images,
        ),
        switch(
            "scaled",
            "You divide the pixels by 255; return the pixels without any change.",
            pixels=lambda images: images / 255,
        ),
        switch(
            "integers",
            "You convert the pixels to integers, which removes the decimals; keep them.",
            pixels=lambda images: images.astype(int),
        ),
        switch(
            "both",
            "You return the original images as well; return the flipped ones only.",
            joined=lambda images, out: np.concatenate([images, out]),
        ),
        switch(
            "pair",
            "You return two arrays, the images and the result; return the flipped images only.",
            joined=lambda images, out: (images, out),
        ),
        switch(
            "side-by-side",
            "You put the result beside the original images; return the flipped images only.",
            joined=lambda images, out: np.concatenate([images, out], axis=2),
        ),
        switch(
            "added",
            "You add the result to the original images; return the flipped images only.",
            joined=lambda images, out: images + out,
        ),
        switch(
            "averaged",
            "You average the result and the original images; return the flipped images only.",
            joined=lambda images, out: (images + out) / 2,
        ),
        switch(
            "rolled",
            "You move the columns by one to the right; reverse their order.",
            columns=lambda images: np.roll(images, 1, axis=-1),
        ),
        switch(
            "rolled-back",
            "You move the columns by one to the left; reverse their order.",
            columns=lambda images: np.roll(images, -1, axis=-1),
        ),
        switch(
            "sorted",
            "You sort each row in descending order; reverse the order of its pixels.",
            columns=lambda images: np.sort(images, axis=-1)[..., ::-1],
        ),
        switch(
            "sorted-up",
            "You sort each row; reverse the order of its pixels.",
            columns=lambda images: np.sort(images, axis=-1),
        ),
        switch(
            "flattened",
            "You return a flat array; the result must have the shape of images.",
            result=np.ravel,
        ),
        Misconception(
            "flattened-first",
            _make(rows=np.ravel),
            "You reverse all pixels in a flat array; reverse each row, and keep the shape.",
        ),
        switch(
            "images-flattened",
            "You make each image flat; the result must have the shape of images.",
            joined=lambda images, out: out.reshape(len(images), -1),
        ),
        Misconception(
            "images-flattened-first",
            _make(rows=lambda images: images.reshape(len(images), -1)),
            "You reverse each image as a flat row; reverse the columns, and keep the shape.",
        ),
    ),
    hints=(
        "In a mirror, the first column becomes the last, and every row stays a row.",
        "out[i, y, x] = images[i, y, width − 1 − x].",
        "Use a slice with the step −1 for the last axis, and `:` for the other axes.",
    ),
)
