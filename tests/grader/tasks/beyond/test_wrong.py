"""Wrong heads and wrong sums that no catalogue has are not right, and most are told why."""
# ruff: noqa: ARG005  an answer takes all that the task gives, whatever it makes of it

import functools

import numpy as np
import pytest
from chainrule_grader import check
from chainrule_grader.judging.verdict import Kind


def fit(features, y, rng=None, *, rate=0.5, steps=300, hot=None):
    """Train a right head, where nothing else is said."""
    Y = np.eye(y.max() + 1)[y] if hot is None else hot
    W, b = np.zeros((features.shape[1], Y.shape[1])), np.zeros(Y.shape[1])
    with np.errstate(all="ignore"):
        for _ in range(steps):
            z = features @ W + b
            e = np.exp(z - z.max(1, keepdims=True))
            d = (e / e.sum(1, keepdims=True) - Y) / len(y)
            W, b = W - rate * features.T @ d, b - rate * d.sum(0)
    return W, b


def _random(features, y, rng):
    k = y.max() + 1
    return rng.normal(size=(features.shape[1], k)), rng.normal(size=k)


WRONG = {
    "transfer": {
        "random": _random,
        "shuffled": lambda F, y, rng: fit(F, rng.permutation(y)),
        "one-step": lambda F, y, rng: fit(F, y, steps=1),
        "only-w": lambda F, y, rng: fit(F, y)[0],
        "swapped": lambda F, y, rng: fit(F, y)[::-1],
        "none": lambda F, y, rng: None,
        "labels": lambda F, y, rng: np.argmax(F @ fit(F, y)[0] + fit(F, y)[1], axis=1),
        "tiny-rate": lambda F, y, rng: fit(F, y, rate=1e-6),
        "nan": lambda F, y, rng: (fit(F, y)[0] * np.nan, fit(F, y)[1]),
        "scalar-bias": lambda F, y, rng: (fit(F, y)[0], 0.0),
        "last-class-missing": lambda F, y, rng: (fit(F, y)[0][:, :-1], fit(F, y)[1][:-1]),
        "reversed-classes": lambda F, y, rng: (fit(F, y)[0][:, ::-1], fit(F, y)[1][::-1]),
        "normalised-inside": lambda F, y, rng: fit((F - F.mean(0)) / F.std(0), y),
        "dictionary": lambda F, y, rng: dict(zip("Wb", fit(F, y), strict=True)),
        "in-place": lambda F, y, rng: fit(np.divide(F, 2, out=F), y),
    },
    "multitask_loss": {
        "none": lambda losses, weights: None,
        "list": lambda losses, weights: [losses @ weights],
        "string": lambda losses, weights: str(losses @ weights),
        "half": lambda losses, weights: 0.5 * (losses @ weights),
        "root": lambda losses, weights: np.sqrt(losses @ weights),
        "two-only": lambda losses, weights: losses[0] * weights[0] + losses[1] * weights[1],
        "outer": np.outer,
        "weights-only": lambda losses, weights: weights.sum(),
        "minimum": lambda losses, weights: (losses * weights).min(),
        "rounded": lambda losses, weights: np.round(losses @ weights, 1),
        "powers": lambda losses, weights: (losses**weights).sum(),
        "plus-one": lambda losses, weights: losses @ weights + 1,
    },
}
CASES = [
    pytest.param(task, answer, id=f"{task}-{name}")
    for task, answers in WRONG.items()
    for name, answer in answers.items()
]


@functools.cache
def verdict_on(task, answer):
    """Check an answer once."""
    return check(f"beyond/{task}", answer).verdict


@pytest.mark.parametrize(("task", "answer"), CASES)
def test_a_wrong_answer_is_not_right(task, answer):
    """No slip gets every point, and none is blamed on the grader."""
    verdict = verdict_on(task, answer)
    assert verdict.kind not in {Kind.CORRECT, Kind.GRADER_FAULT}, verdict.message
    assert verdict.score < 1


def test_most_wrong_answers_are_told_what_is_wrong():
    """At least 9 of 10 slips get a sentence that says more than that numbers are wrong."""
    sentences = [verdict_on(*case.values).sentence for case in CASES]
    bare = [words for words in sentences if words.endswith("gives the wrong numbers.")]
    print(f"{len(sentences) - len(bare)} of {len(sentences)} are told what is wrong")
    assert len(bare) <= 0.1 * len(sentences)
