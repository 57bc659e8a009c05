"""Shift images: free pixels become 0."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import Array, calls
from chainrule_grader.judging.task import Implementation, Task, switch

Distance: TypeAlias = Callable[[int, int], int]
Move: TypeAlias = Callable[[Array, int, int], Any]


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


def _shift(images: Array, dx: int, dy: int, empty: Any = 0) -> Array:
    out = np.full(images.shape, empty, np.result_type(images, type(empty)))
    (from_y, to_y), (from_x, to_x) = _span(images.shape[1], dy), _span(images.shape[2], dx)
    out[:, to_y, to_x] = images[:, from_y, from_x]
    return out


def _make(
    right: Distance = lambda dx, _dy: dx,
    down: Distance = lambda _dx, dy: dy,
    move: Move = _shift,
    joined: Callable[[Array, Array], Any] = lambda _images, out: out,
) -> Implementation:
    """Return a shift with other pieces.

    `right` and `down` are the distances; `joined` combines the originals with the shifted images.
    """

    def shift(images: Array, dx: int, dy: int) -> Any:
        return joined(images, move(images, right(dx, dy), down(dx, dy)))

    return shift


def _filled_with(empty: Any) -> Move:
    return lambda images, dx, dy: _shift(images, dx, dy, empty)


def _roll(images: Array, dx: int, dy: int) -> Array:
    return np.roll(images, (dy, dx), axis=(1, 2))


def _edges(images: Array, dx: int, dy: int) -> Array:
    rows = np.clip(np.arange(images.shape[1]) - dy, 0, images.shape[1] - 1)
    columns = np.clip(np.arange(images.shape[2]) - dx, 0, images.shape[2] - 1)
    return images[:, rows[:, None], columns]


def _valid(images: Array, dx: int, dy: int) -> Array:
    return np.asarray(_shift(np.ones(images.shape), dx, dy) == 1)


def _left_over(images: Array, dx: int, dy: int) -> Array:
    return np.where(_valid(images, dx, dy), _shift(images, dx, dy), images)


def _mean_enters(images: Array, dx: int, dy: int) -> Array:
    return np.where(_valid(images, dx, dy), _shift(images, dx, dy), images.mean())


def _positive_only(images: Array, dx: int, dy: int) -> Array:
    out = np.zeros_like(images)
    out[:, dy:, dx:] = images[:, : images.shape[1] - dy, : images.shape[2] - dx]
    return out


def _not_zero(images: Array, dx: int, dy: int) -> Array:
    out = np.zeros_like(images)
    out[:, dy:, dx:] = images[:, :-dy, :-dx]
    return out


def _rolled_rows_cleared(images: Array, dx: int, dy: int) -> Array:
    out = _roll(images, dx, dy)
    out[:, :dy], out[:, :, :dx] = 0, 0
    return out


def _cleared_for_the_other(images: Array, dx: int, dy: int) -> Array:
    out = _roll(images, dx, dy)
    out[:, :dx], out[:, :, :dy] = 0, 0
    return out


def _around_for_negative_indices(images: Array, dx: int, dy: int) -> Array:
    height, width = images.shape[1:]
    rows, columns = np.arange(height) - dy, np.arange(width) - dx
    valid_offset = (rows < height)[:, None] & (columns < width)
    return np.where(valid_offset, _roll(images, dx, dy), 0)


def _read_after_writing(images: Array, dx: int, dy: int) -> Array:
    out = images.copy()
    height, width = images.shape[1:]
    for y in range(height):
        for x in range(width):
            valid_offset = 0 <= y - dy < height and 0 <= x - dx < width
            out[:, y, x] = out[:, y - dy, x - dx] if valid_offset else 0
    return out


def _last_left_out(images: Array, dx: int, dy: int) -> Array:
    out = _shift(images, dx, dy)
    out[:, -1], out[:, :, -1] = 0, 0
    return out


def _further(by: int) -> dict[str, Distance]:
    return {
        "right": lambda dx, _dy: dx + by * int(np.sign(dx)),
        "down": lambda _dx, dy: dy + by * int(np.sign(dy)),
    }


TASK = Task(
    reference=_make(),
    make=_make,
    observe=calls(_inputs),
    misconceptions=(
        switch(
            "around",
            "Pixels that leave on one side come back on the other; zeros must enter.",
            move=_roll,
        ),
        switch(
            "cleared-on-the-wrong-side",
            "For negative dx or dy, the zeros enter on the wrong side.",
            move=_rolled_rows_cleared,
        ),
        switch(
            "cleared-for-the-other",
            "You clear dx rows and dy columns; clear dy rows and dx columns.",
            move=_cleared_for_the_other,
        ),
        switch(
            "around-for-negative-indices",
            "You read pixels at negative indices, which count from the end; these pixels "
            "must become 0.",
            move=_around_for_negative_indices,
        ),
        switch(
            "read-after-writing",
            "You read pixels from the array that you overwrite; read them from images.",
            move=_read_after_writing,
        ),
        switch(
            "edges-repeated",
            "You repeat the edge in the free pixels; zeros must enter.",
            move=_edges,
        ),
        switch(
            "left-over",
            "The free pixels still show the old image; they must become 0.",
            move=_left_over,
        ),
        switch(
            "ones-enter",
            "You fill the free pixels with ones; fill them with zeros.",
            move=_filled_with(1),
        ),
        switch(
            "minus-ones-enter",
            "You fill the free pixels with −1; fill them with zeros.",
            move=_filled_with(-1),
        ),
        switch(
            "mean-enters",
            "You fill the free pixels with the mean of images; fill them with zeros.",
            move=_mean_enters,
        ),
        switch(
            "nan-enters",
            "You fill the free pixels with NaN; fill them with zeros.",
            move=_filled_with(np.nan),
        ),
        switch(
            "last-left-out",
            "The last row and the last column of your result are 0; include them.",
            move=_last_left_out,
        ),
        switch(
            "exchanged",
            "You exchanged dx and dy; dx moves to the right and dy down.",
            right=lambda _dx, dy: dy,
            down=lambda dx, _dy: dx,
        ),
        switch(
            "exchanged-and-reversed",
            "You exchanged dx and dy, and both directions are reversed; dx moves right, dy down.",
            right=lambda _dx, dy: -dy,
            down=lambda dx, _dy: -dx,
        ),
        switch(
            "exchanged-and-left",
            "You exchanged dx and dy, and you move to the left instead of the right.",
            right=lambda _dx, dy: -dy,
            down=lambda dx, _dy: dx,
        ),
        switch(
            "exchanged-and-up",
            "You exchanged dx and dy, and you move up instead of down.",
            right=lambda _dx, dy: dy,
            down=lambda dx, _dy: -dx,
        ),
        switch(
            "sideways-reversed",
            "A positive dx moves your images to the left; it must move them to the right.",
            right=lambda dx, _dy: -dx,
        ),
        switch(
            "upside-down",
            "A positive dy moves your images up; it must move them down (row 0 is at the top).",
            down=lambda _dx, dy: -dy,
        ),
        switch(
            "both-reversed",
            "Both directions are reversed; positive dx moves right, positive dy moves down.",
            right=lambda dx, _dy: -dx,
            down=lambda _dx, dy: -dy,
        ),
        switch(
            "sideways-only",
            "You do not use dy; move the images down by dy as well.",
            down=lambda _dx, _dy: 0,
        ),
        switch(
            "up-and-down-only",
            "You do not use dx; move the images to the right by dx as well.",
            right=lambda _dx, _dy: 0,
        ),
        switch(
            "signs-lost",
            "You ignore the signs of dx and dy; negative values move left and up.",
            right=lambda dx, _dy: abs(dx),
            down=lambda _dx, dy: abs(dy),
        ),
        switch(
            "positive-only",
            "Negative dx or dy ends in an error; negative slices count from the end.",
            move=_positive_only,
        ),
        switch(
            "zero-stops-it",
            "dx or dy of 0 ends in an error; a slice that ends at −0 is empty.",
            move=_not_zero,
        ),
        switch(
            "first-axis",
            "You shift along the first axis, which counts the images; shift inside each image.",
            move=lambda images, dx, dy: _shift(images.transpose(2, 0, 1), dx, dy).transpose(
                1, 2, 0
            ),
        ),
        switch(
            "around-on-the-first-axis",
            "You roll along axes 0 and 1; axis 0 counts the images, and zeros must enter.",
            move=lambda images, dx, dy: np.roll(images, (dy, dx), axis=(0, 1)),
        ),
        switch(
            "unchanged",
            "You return the images unchanged; shift them.",
            right=lambda _dx, _dy: 0,
            down=lambda _dx, _dy: 0,
        ),
        switch(
            "by-one",
            "You always shift by one pixel; shift by dx and dy.",
            right=lambda dx, _dy: int(np.sign(dx)),
            down=lambda _dx, dy: int(np.sign(dy)),
        ),
        switch(
            "cut-out",
            "Your images become smaller; the shape must stay the same.",
            move=lambda images, dx, dy: images[
                :, _span(images.shape[1], dy)[0], _span(images.shape[2], dx)[0]
            ],
        ),
        switch(
            "cut-at-the-start",
            "You cut off the first dy rows and dx columns; the shape must stay the same.",
            move=lambda images, dx, dy: images[:, max(dy, 0) :, max(dx, 0) :],
        ),
        switch(
            "enlarged",
            "Your images become larger; cut off the pixels that leave the image.",
            move=lambda images, dx, dy: np.pad(
                images, ((0, 0), (max(dy, 0), max(-dy, 0)), (max(dx, 0), max(-dx, 0)))
            ),
        ),
        switch(
            "cleared-only",
            "You set pixels to 0, but you do not move the others; shift the images.",
            move=lambda images, dx, dy: images * _valid(images, dx, dy),
        ),
        switch(
            "flipped",
            "You flip the images as well; shift them only.",
            move=lambda images, dx, dy: _shift(images[..., ::-1], dx, dy),
        ),
        switch(
            "one-at-a-time-added",
            "You add two images, one shifted by dx and one by dy; shift the same image by both.",
            move=lambda images, dx, dy: _shift(images, dx, 0) + _shift(images, 0, dy),
        ),
        switch(
            "numbers-added",
            "You add dx and dy to the pixels; move the pixels by dx and dy.",
            move=lambda images, dx, dy: images + dx + dy,
        ),
        switch(
            "added",
            "You add the shifted image to the old one; return the shifted image only.",
            joined=lambda images, out: images + out,
        ),
        switch(
            "one-too-far",
            "You shift by one pixel too many in the directions of dx and dy.",
            **_further(1),
        ),
        switch(
            "one-too-short",
            "You shift by one pixel too few in the directions of dx and dy.",
            **_further(-1),
        ),
        switch(
            "twice-as-far",
            "You shift by twice dx and dy; shift by dx and dy.",
            right=lambda dx, _dy: 2 * dx,
            down=lambda _dx, dy: 2 * dy,
        ),
        switch(
            "dx-for-both",
            "You use dx for both directions; use dy for down.",
            down=lambda dx, _dy: dx,
        ),
        switch(
            "dy-for-both",
            "You use dy for both directions; use dx for right.",
            right=lambda _dx, dy: dy,
        ),
        switch(
            "strung-together",
            "You shift a flat array, so pixels move into the next row; shift rows and columns.",
            move=lambda images, dx, dy: np.roll(images, int(dx) + int(dy) * images.shape[2]),
        ),
        switch(
            "strung-together-by-dx",
            "You roll a flat array by dx, so pixels move into the next row; use axes 1 and 2.",
            move=lambda images, dx, _dy: np.roll(images, int(dx)),
        ),
        switch(
            "one-too-far-right",
            "Every image ends one pixel too far to the right.",
            right=lambda dx, _dy: dx + 1,
        ),
        switch(
            "one-too-far-down",
            "Every image ends one pixel too far down.",
            down=lambda _dx, dy: dy + 1,
        ),
        switch(
            "one-way-at-a-time",
            "If both dx and dy are given, you use only one of them; use both.",
            down=lambda dx, dy: 0 if dx else dy,
        ),
        switch(
            "negated",
            "You change the sign of the pixels; move them without a change.",
            result=np.negative,
        ),
        switch(
            "halved",
            "You halve the pixels; move them without a change.",
            result=lambda out: np.asarray(out) / 2,
        ),
        switch(
            "signs",
            "You return only the signs of the pixels; return the pixels themselves.",
            result=np.sign,
        ),
        switch(
            "integers",
            "You convert the pixels to integers, which removes the decimals; keep them.",
            result=np.trunc,
        ),
        switch(
            "first-alone",
            "You return the first image only; return all images.",
            result=lambda out: out[0],
        ),
        switch(
            "flattened",
            "You return a flat array; the result must have the shape of images.",
            result=np.ravel,
        ),
        switch(
            "transposed",
            "You exchange rows and columns in the result; keep the shape of images.",
            joined=lambda _images, out: np.swapaxes(out, 1, 2),
        ),
    ),
    hints=(
        "Begin with an array of zeros, and copy the part of each image that stays inside.",
        "out[i, y, x] = images[i, y − dy, x − dx] where that is inside the image, else 0.",
        "Loop over y and x, and copy a pixel if 0 ≤ y − dy < height and 0 ≤ x − dx < width.",
    ),
)
