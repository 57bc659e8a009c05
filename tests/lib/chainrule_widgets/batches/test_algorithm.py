"""Every line of the algorithm does what it says, with numbers that can be checked by hand."""

import numpy as np
import pytest
import traitlets
from chainrule_widgets.batches import Algorithm
from chainrule_widgets.batches.trace import COUNT, LINES, X, Y, trace


def moments(size=4, rate=0.1, **options):
    return list(trace(size, rate, 0, **options))


def test_lines_come_in_the_order_of_the_algorithm():
    """Ten examples in fours: three batches an epoch, two epochs."""
    assert [0, *([1] + [2, 3, 4] * 3) * 2, 5] == [moment.line for moment in moments()]
    assert 6 == len(LINES)


def test_every_example_comes_once_an_epoch():
    """The batches of an epoch are its order, dealt out; the last is small."""
    taken = [m.batch for m in moments() if m.line == 2]
    assert [4, 4, 2, 4, 4, 2] == [len(batch) for batch in taken]
    for epoch in (taken[:3], taken[3:]):
        assert [*range(COUNT)] == sorted(k for batch in epoch for k in batch)


@pytest.mark.parametrize("own_size", [True, False])
def test_step_is_the_mean_slope(own_size):
    """The weight moves by η/B Σ 2 (w x − y) x, with the B that was chosen."""
    w = 0.0
    for moment in (m for m in moments(own_size=own_size) if m.line == 4):
        x, y = X[moment.batch], Y[moment.batch]
        w -= 0.1 * (2 * (w * x - y) * x).sum() / (len(x) if own_size else 4)
        assert w == pytest.approx(moment.w)


def test_slopes_are_shown_while_they_count():
    """One slope for each example of the batch on the lines that use them, and none elsewhere."""
    shown = {m.line: len(m.gradients) == len(m.batch) and m.mean is not None for m in moments()}
    assert {0: False, 1: False, 2: False, 3: True, 4: True, 5: False} == shown


def test_small_batch_is_told():
    """The sentence says that two are left, and what they are divided by."""
    says = [m.sentence for m in moments()]
    assert "Only 2 examples are left, so the last batch is smaller." == says[8]
    assert "divided by 2" in says[9]
    assert "This is not the mean" in [m.sentence for m in moments(own_size=False)][9]
    assert "Only 1 example is left, so the last batch is smaller." in [
        m.sentence for m in moments(3)
    ]


def test_knobs_and_words():
    """Turning the batch size computes the way anew; the sentence has line and loss."""
    seen = Algorithm(step=1)
    seen.batch_size = 10
    assert 10 == len(seen.seen["moments"])
    assert "Batches of 10 of 10 examples, line 2: for each epoch" in repr(seen)
    assert f"{np.mean(Y**2):.4g}" in repr(seen)
    with pytest.raises(traitlets.TraitError, match="batch_size"):
        seen.batch_size = 11
