"""Dropout: in training, random numbers of the input become 0 and the others are scaled."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import Array
from chainrule_grader.judging.task import Implementation, Misconception, Task, switch
from chainrule_grader.tasks.regularization._draws import observe


def _make(
    generator: Callable[[Generator], Any] = lambda rng: rng,
    draw: Callable[[Any, Array], Array] = lambda rng, a: rng.random(a.shape),
    keep: Callable[[Array, float], Array] = lambda draws, rate: (draws >= rate) * 1.0,
    scale: Callable[[float, Array], Any] = lambda rate, _mask: 1 / (1 - rate),
    shown: Callable[[Array, float], Any] = lambda mask, _rate: mask,
    at_inference: Callable[[Array, float], Any] = lambda a, _rate: a.copy(),
    mask_at_inference: Callable[[Array], Any] = lambda _a: None,
    trains: Callable[[bool], bool] = lambda training: training,
    again: bool = False,
) -> Implementation:
    """Return dropout with other pieces.

    `keep` makes the mask of the draws, `scale` the factor of the kept numbers, `shown` the returned
    mask. If `again`, the returned mask is drawn again.
    """

    def dropout(a: Array, rate: float, rng: Generator, training: bool = True) -> Any:
        if not trains(training):
            return at_inference(a, rate), mask_at_inference(a)
        source = generator(rng)
        mask = keep(draw(source, a), rate)
        out = a * mask * scale(rate, mask)
        return out, shown(keep(draw(source, a), rate) if again else mask, rate)

    return dropout


def _as_many(draws: Array, rate: float) -> Array:
    order = np.argsort(np.argsort(draws.ravel())).reshape(draws.shape)
    return (order >= round(draws.size * rate)) * 1.0


TASK = Task(
    reference=_make(),
    make=_make,
    observe=observe,
    parts=("out", "mask"),
    misconceptions=(
        switch(
            "rate-is-what-is-kept",
            "You use rate as the probability to keep a number; rate is the probability to drop it.",
            keep=lambda draws, rate: (draws < rate) * 1.0,
            scale=lambda rate, _mask: 1 / rate,
        ),
        switch(
            "exchanged",
            "You keep the numbers that you should drop; drop each with probability rate.",
            keep=lambda draws, rate: (draws < rate) * 1.0,
        ),
        switch(
            "not-scaled",
            "In training, you do not scale the kept numbers; divide them by 1 − rate.",
            scale=lambda _rate, _mask: 1.0,
        ),
        switch(
            "divided-by-rate",
            "In training, you divide the kept numbers by rate; divide them by 1 − rate.",
            scale=lambda rate, _mask: 1 / rate,
        ),
        switch(
            "scaled-down",
            "In training, you multiply the kept numbers by 1 − rate; divide them by it.",
            scale=lambda rate, _mask: 1 - rate,
        ),
        switch(
            "multiplied-by-rate",
            "In training, you multiply the kept numbers by rate; divide them by 1 − rate.",
            scale=lambda rate, _mask: rate,
        ),
        switch(
            "scaled-twice",
            "In training, you divide the kept numbers by 1 − rate twice; divide once.",
            scale=lambda rate, _mask: 1 / (1 - rate) ** 2,
        ),
        switch(
            "one-plus-rate",
            "In training, you divide the kept numbers by 1 + rate; divide them by 1 − rate.",
            scale=lambda rate, _mask: 1 / (1 + rate),
        ),
        switch(
            "wrong-sign",
            "In training, your kept numbers have the wrong sign; divide by 1 − rate.",
            scale=lambda rate, _mask: -1 / (1 - rate),
        ),
        switch(
            "always-doubled",
            "In training, you always double the kept numbers; divide them by 1 − rate.",
            scale=lambda _rate, _mask: 2.0,
        ),
        switch(
            "wrong-scale",
            "In training, you multiply the kept numbers by a wrong factor; divide them by "
            "1 − rate.",
            scale=lambda rate, _mask: 3.3 + rate,
        ),
        switch(
            "normal-draw",
            "You draw from a normal distribution; use rng.random, which is uniform between "
            "0 and 1.",
            draw=lambda rng, a: rng.normal(size=a.shape),
        ),
        switch(
            "normal-draw-below",
            "You compare normal draws with 1 − rate; use rng.random, which is uniform "
            "between 0 and 1.",
            draw=lambda rng, a: rng.normal(size=a.shape),
            keep=lambda draws, rate: (draws < 1 - rate) * 1.0,
        ),
        switch(
            "rate-ignored",
            "You drop half of the numbers, whatever the rate is; use rate as the probability.",
            keep=lambda draws, _rate: (draws >= 0.5) * 1.0,
        ),
        switch(
            "wrong-share",
            "You drop fewer or more numbers than rate says; drop each with probability rate.",
            keep=lambda draws, rate: (draws >= rate + 0.11) * 1.0,
        ),
        switch(
            "nothing-dropped",
            "In training, you drop nothing; compare random numbers with rate to make a mask.",
            keep=lambda draws, _rate: np.ones(draws.shape),
        ),
        switch(
            "draws-as-mask",
            "You use the random numbers as the mask; compare them with rate to get 0 and 1.",
            keep=lambda draws, _rate: draws,
        ),
        switch(
            "always-as-many",
            "The number of dropped entries is always the same; drop each entry independently.",
            keep=_as_many,
        ),
        switch(
            "one-row-for-all",
            "You draw one row for the whole batch; draw a random number for each entry.",
            draw=lambda rng, a: np.broadcast_to(rng.random(a.shape[1]), a.shape),
        ),
        switch(
            "whole-examples",
            "You drop or keep whole examples; draw a random number for each entry.",
            draw=lambda rng, a: np.broadcast_to(rng.random((len(a), 1)), a.shape),
        ),
        switch(
            "own-seed",
            "Another rng gives the same mask; do not set a fixed seed, draw from rng.",
            generator=lambda _rng: np.random.default_rng(0),
        ),
        switch(
            "other-generator",
            "You do not draw from rng, so a run cannot be repeated; use rng.random.",
            generator=lambda _rng: np.random.default_rng(),
        ),
        switch(
            "scaled-by-what-was-kept",
            "You divide by the fraction that this mask keeps; divide by 1 − rate.",
            scale=lambda _rate, mask: 1 / mask.mean(),
        ),
        switch(
            "mask-divided",
            "The mask that you return is already scaled; return 0 and 1.",
            shown=lambda mask, rate: mask / (1 - rate),
        ),
        switch(
            "mask-of-the-dropped",
            "Your mask is 1 where a number was dropped; it must be 1 where it was kept.",
            shown=lambda mask, _rate: 1 - mask,
        ),
        switch(
            "mask-all-ones",
            "In training, the mask that you return is all ones; it must be 0 where a "
            "number was dropped.",
            shown=lambda mask, _rate: np.ones_like(mask),
        ),
        switch(
            "mask-drawn-again",
            "The mask that you return is not the one that you used; draw it once.",
            again=True,
        ),
        switch(
            "training-ignored",
            "You drop numbers at inference too; return a unchanged if training is False.",
            trains=lambda _training: True,
        ),
        switch(
            "training-reversed",
            "In training, your mask is None; drop numbers in training, and return their mask.",
            trains=lambda training: not training,
        ),
        switch(
            "scaled-at-inference",
            "At inference, you multiply by 1 − rate; inverted dropout scales in training only.",
            at_inference=lambda a, rate: a * (1 - rate),
        ),
        switch(
            "scaled-by-rate-at-inference",
            "At inference, you multiply by rate; return the numbers of a unchanged.",
            at_inference=lambda a, rate: a * rate,
        ),
        switch(
            "scaled-up-at-inference",
            "At inference, you divide by 1 − rate; return the numbers of a unchanged.",
            at_inference=lambda a, rate: a / (1 - rate),
        ),
        switch(
            "divided-by-rate-at-inference",
            "At inference, you divide by rate; return the numbers of a unchanged.",
            at_inference=lambda a, rate: a / rate,
        ),
        switch(
            "zeros-at-inference",
            "At inference, you return zeros for out; return the numbers of a unchanged.",
            at_inference=lambda a, _rate: np.zeros(a.shape),
        ),
        switch(
            "mask-of-zeros-at-inference",
            "At inference, your mask is neither None nor all ones; nothing is dropped there.",
            mask_at_inference=lambda a: np.zeros(a.shape),
        ),
        switch(
            "pair-reversed",
            "You return (mask, out); return (out, mask).",
            result=lambda pair: tuple(pair)[::-1],
        ),
        switch(
            "out-only",
            "You return one array; return the pair (out, mask).",
            result=lambda pair: pair[0],
        ),
        Misconception(
            "nothing-at-inference",
            lambda a, rate, rng, training=True: _make()(a, rate, rng) if training else None,
            "At inference, you return None; return the pair (a, None).",
        ),
        Misconception(
            "only-out-at-inference",
            lambda a, rate, rng, training=True: _make()(a, rate, rng) if training else a.copy(),
            "At inference, you return only a; return the pair (a, None).",
        ),
    ),
    hints=(
        "In training, drop each number independently, and scale the others so that the mean stays.",
        "mask = 1 with probability 1 − rate, else 0; in training, out = a · mask / (1 − rate).",
        "rng.random(a.shape) is between 0 and 1: below rate, drop. At inference, return a, None.",
    ),
)
