"""A metric has a state."""

from chainrule.metrics import Metric


class Count(Metric):
    """The number of batches."""

    def update_state(self, y_true, y_pred, sample_weight=None):  # noqa: ARG002
        self.count += 1

    def result(self):
        return self.count

    def reset_state(self):
        self.count = 0


def test_calling_updates_and_returns():
    """A call is an update and the result so far; a reset starts anew."""
    metric = Count("count")
    assert [1, 2] == [metric([0], [0]), metric([0], [0])]
    metric.reset_state()
    assert 0 == metric.result()
    assert "<metric count>" == repr(metric)
