"""The neuron foretells nearly as well as least squares, and a wider window does not hurt."""

import numpy as np
import pytest
from chainrule_widgets.beyond import Forecast
from chainrule_widgets.beyond.forecast import series, windows


def test_windows():
    """The table of the problem set: 10, 20 → 40, and so on, until the last value is an answer."""
    X, y = windows(np.array([10.0, 20, 40, 80, 70]), 2)
    assert [[10, 20], [20, 40], [40, 80]] == X.tolist()
    assert [40, 80, 70] == y.tolist()


@pytest.mark.parametrize("width", [1, 2, 7])
def test_error_is_about_that_of_least_squares(width):
    """The best linear neuron on the known months does not do much better on the next ones."""
    known = series()[:96]
    X, y = windows(known, width)
    weights = np.linalg.lstsq(np.column_stack([X, np.ones(len(X))]), y, rcond=None)[0]
    held, truth = windows(series()[96 - width :], width)
    best = np.abs(np.column_stack([held, np.ones(36)]) @ weights - truth).mean()
    assert best == pytest.approx(Forecast(width).errors[width - 1], rel=0.1, abs=0.01)


def test_forecast_feeds_on_itself():
    """36 months are foretold for each width; a wide window keeps the waves, a narrow one sinks."""
    forecast = Forecast()
    assert [36] * 12 == [len(future) for future in forecast.futures]
    last_year = [np.ptp(future[24:]) for future in forecast.futures]
    assert last_year[0] < 0.5
    assert last_year[9] > 1.5
    assert "windows of 2 months" in repr(forecast)
