"""The learning rate follows its schedule."""

import pytest
from chainrule import optimizers
from chainrule.optimizers import schedules


def test_a_schedule_is_followed(path):
    """The rate is that of the step, and cannot be set."""
    optimizer = optimizers.SGD(optimizers.schedules.PiecewiseConstantDecay([0], [1.0, 0.5]))
    assert [1.0, 0.0, -0.5] == path(optimizer, [1.0, 1.0])
    with pytest.raises(TypeError, match="follows a schedule"):
        optimizer.learning_rate = 1.0


@pytest.mark.parametrize(
    ("schedule", "step", "expected"),
    [
        (schedules.ExponentialDecay(0.1, 10, 0.5), 5, 0.1 * 0.5**0.5),
        (schedules.ExponentialDecay(0.1, 10, 0.5, staircase=True), 19, 0.05),
        (schedules.InverseTimeDecay(0.1, 2, 3.0), 4, 0.1 / 7),
        (schedules.PolynomialDecay(1.0, 10, 0.5, power=2.0), 5, 0.625),
        (schedules.PolynomialDecay(1.0, 10, 0.5), 99, 0.5),
        (schedules.PolynomialDecay(1.0, 10, 0.0, cycle=True), 15, 0.25),
        (schedules.CosineDecay(1.0, 10, alpha=0.2), 10, 0.2),
        (schedules.CosineDecay(0.0, 10, warmup_target=1.0, warmup_steps=4), 1, 0.25),
    ],
)
def test_closed_forms(schedule, step, expected):
    """The learning rate of a step is that of the formula."""
    assert expected == pytest.approx(schedule(step), rel=1e-12)
