"""Slips that are in no catalogue are not right, and most are told what is wrong."""

import functools

import numpy as np
import pytest
from chainrule_grader import check
from chainrule_grader.judging import registry
from chainrule_grader.judging.verdict import Kind

BATCHES = registry.find("training/minibatches").reference
TRAIN = registry.find("training/train").reference


def batches(change):
    """The right batches, changed."""
    return lambda *args: change(BATCHES(*args))


def trained(change):
    """The right training, changed."""
    return lambda *args: change(*TRAIN(*args))


def of(change):
    """The right training, of changed arguments."""
    return lambda *args: TRAIN(*change(*args))


def _rotated(X, y, size, rng):
    order = np.roll(np.arange(len(X)), rng.integers(1, len(X)) if len(X) > 1 else 0)
    return [(X[order[i : i + size]], y[order[i : i + size]]) for i in range(0, len(X), size)]


def _last_stays(X, y, size, rng):
    order = np.append(rng.permutation(len(X) - 1), len(X) - 1)
    return [(X[order[i : i + size]], y[order[i : i + size]]) for i in range(0, len(X), size)]


def _skips_second(X, y, size, rng):
    order = rng.permutation(len(X))
    return [(X[order[i : i + size]], y[order[i : i + size]]) for i in range(0, len(X), 2 * size)]


def _endless(X, y, size, rng):
    while True:
        yield X[:size], y[:size]


def _random_batches(X, y, size, rng):
    for _ in range(-(-len(X) // size)):
        rows = rng.choice(len(X), min(size, len(X)), replace=False)
        yield X[rows], y[rows]


WRONG = {
    "minibatches": {
        "none": lambda *_: None,
        "indices": lambda X, _y, _size, rng: rng.permutation(len(X)),
        "X-only": batches(lambda pairs: [a for a, _ in pairs]),
        "triples": batches(lambda pairs: [(a, b, i) for i, (a, b) in enumerate(pairs)]),
        "swapped": batches(lambda pairs: [(b, a) for a, b in pairs]),
        "transposed": batches(lambda pairs: [(a.T, b) for a, b in pairs]),
        "two-lists": batches(lambda pairs: tuple(zip(*pairs, strict=True))),
        "joined": batches(lambda pairs: [np.column_stack(pair) for pair in pairs]),
        "targets-column": batches(lambda pairs: [(a, b[..., None]) for a, b in pairs]),
        "rotated": _rotated,
        "last-stays": _last_stays,
        "skips": _skips_second,
        "endless": _endless,
        "random-batches": _random_batches,
        "doubled": batches(lambda pairs: pairs + pairs),
        "sorted-targets": batches(lambda pairs: [(a, np.sort(b, axis=0)) for a, b in pairs]),
        "integers": batches(lambda pairs: [(a.astype(int), b) for a, b in pairs]),
        "half": batches(lambda pairs: [(a[: len(a) // 2], b[: len(b) // 2]) for a, b in pairs]),
    },
    "train": {
        "none": lambda *_: None,
        "pair": trained(lambda w, b, _losses: (w, b)),
        "losses-first": trained(lambda w, b, losses: (losses, w, b)),
        "w-column": trained(lambda w, b, losses: (w[:, None], b, losses)),
        "b-array": trained(lambda w, b, losses: (w, np.array([b]), losses)),
        "losses-doubled": trained(lambda w, b, losses: (w, b, [2 * v for v in losses])),
        "losses-reversed": trained(lambda w, b, losses: (w, b, losses[::-1])),
        "mean-loss": trained(lambda w, b, losses: (w, b, np.mean(losses))),
        "losses-times-n": lambda X, *a: trained(
            lambda w, b, losses: (w, b, [len(X) * v for v in losses])
        )(X, *a),
        "bias-ignored": of(lambda X, y, w, b, *rest: (X, y, w, 0 * b, *rest)),
        "one-more-epoch": of(lambda X, y, w, b, lr, n, *rest: (X, y, w, b, lr, n + 1, *rest)),
        "half-rate": of(lambda X, y, w, b, lr, *rest: (X, y, w, b, lr / 2, *rest)),
        "own-batch-size": of(lambda *a: (*a[:6], 32, a[7])),
        "single-examples": of(lambda *a: (*a[:6], 1, a[7])),
        "targets-reversed": of(lambda X, y, *rest: (X, 1 - y, *rest)),
        "not-trained": of(lambda X, y, w, b, lr, *rest: (X, y, w, b, 0 * lr, *rest)),
        "rounded": trained(lambda w, b, losses: (np.round(w, 2), b, losses)),
        "fixed-seed": of(lambda *a: (*a[:7], np.random.default_rng(0))),
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
    return check(f"training/{task}", answer).verdict


@pytest.mark.parametrize(("task", "answer"), CASES)
def test_a_wrong_answer_is_not_right(task, answer):
    """No slip gets every point, and none is blamed on the grader."""
    verdict = verdict_on(task, answer)
    assert verdict.kind not in {Kind.CORRECT, Kind.GRADER_FAULT}, verdict.message
    assert verdict.score < 1


def test_most_wrong_answers_are_told_what_is_wrong():
    """At least 90 of 100 slips get a sentence that says more than that numbers are wrong."""
    sentences = [verdict_on(*case.values).sentence for case in CASES]
    bare = [words for words in sentences if words.endswith("gives the wrong numbers.")]
    print(f"{len(sentences) - len(bare)} of {len(sentences)} are told")
    assert len(bare) <= 0.1 * len(sentences)
