"""A student's dealer is told the first thing that is wrong with what it deals."""

import numpy as np
import pytest
from chainrule_widgets.batches import deal


def right(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    for start in range(0, len(X), batch_size):
        yield X[order[start : start + batch_size]], y[order[start : start + batch_size]]


def as_list(X, y, batch_size, rng):
    return [*right(X, y, batch_size, rng)]


def apart(X, y, batch_size, rng):
    return right(X, rng.permutation(y), batch_size, rng)


def unshuffled(X, y, batch_size, rng):
    for start in range(0, len(X), batch_size):
        yield X[start : start + batch_size], y[start : start + batch_size]


def own_seed(X, y, batch_size, rng):
    return right(X, y, batch_size, np.random.default_rng(0))


def drops(X, y, batch_size, rng):
    return (batch for batch in right(X, y, batch_size, rng) if len(batch[0]) == batch_size)


def twice(X, y, batch_size, rng):
    yield from right(X, y, batch_size, rng)
    yield X[:1], y[:1]


def too_large(X, y, batch_size, rng):
    return right(X, y, batch_size + 1, rng)


def empty_last(X, y, batch_size, rng):
    yield from right(X, y, batch_size, rng)
    yield X[:0], y[:0]


def in_place(X, y, batch_size, rng):
    rng.shuffle(X)
    return right(X, X[:, 0], batch_size, rng)


def endless(X, y, batch_size, rng):
    while True:
        yield X[:batch_size], y[:batch_size]


def lopsided(X, y, batch_size, rng):
    yield X, y[:3]


@pytest.mark.parametrize(
    ("mine", "says"),
    [
        (right, "Every example is used once, with its own target, in 3 batches."),
        (as_list, "Every example is used once, with its own target, in 3 batches."),
        (apart, "has the target of another example: X and y were not shuffled together"),
        (unshuffled, "The examples are in their old order"),
        (own_seed, "Both epochs have the same order"),
        (drops, "missing in an epoch"),
        (twice, "more than once in an epoch: 0"),
        (too_large, "The batches have the sizes [5, 5]; they must have the sizes [4, 4, 2]"),
        (empty_last, "The batches have the sizes [4, 4, 2, 0]"),
        (in_place, "changed the order of its arguments X or y"),
        (endless, "missing in an epoch: 4, 5, 6, 7, 8, 9"),
        (lopsided, "A batch has 10 rows of X and 3 targets"),
        (lambda *given: given[0], "must yield pairs (X_b, y_b)"),
        (lambda *_: None, "raised TypeError"),
        (lambda X: X, "raised TypeError"),
    ],
)
def test_dealer_is_told(mine, says):
    """Right ones are called right, and of the others the fault is named."""
    assert says in repr(deal(mine))


@pytest.mark.parametrize("count", [1, 2, 3, 4, 12, 40])
def test_right_is_right_for_every_number_of_examples(count):
    """Also for one example, and where nothing is left over."""
    assert deal(right, count=count).seen["right"]


def test_page_gets_cards():
    """Two epochs of batches of pairs; a function that raises has none."""
    seen = deal(right).seen
    assert [[4, 4, 2]] * 2 == [[len(batch) for batch in epoch] for epoch in seen["epochs"]]
    assert [] == deal(lambda *_: 1 / 0).seen["epochs"]


def test_knobs():
    """Another batch size deals anew, also when the page asks."""
    seen = deal(right)
    seen.batch_size = 5
    assert "in 2 batches" in repr(seen)
    assert seen.answer({"count": 3, "batch_size": 3, "seed": 1})[0]["right"]


def test_bad_input_is_told():
    """What was given and what is needed, in one sentence."""
    with pytest.raises(TypeError, match="deal needs your function, and was given list"):
        deal([])
