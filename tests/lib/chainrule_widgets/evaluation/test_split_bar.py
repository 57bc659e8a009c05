"""Three parts of one heap: counted once each, trained on the first alone."""

import numpy as np
import pytest
from chainrule import datasets
from chainrule_widgets.evaluation import SplitBar
from chainrule_widgets.evaluation.split_bar import counts, mistakes, wilson


def test_every_example_is_in_one_part():
    """The parts have the sizes asked for, rounded, and 569 together."""
    parts = SplitBar(train=60, validation=20).seen["parts"]
    assert [341, 114, 114] == [part["of"] for part in parts]
    wrong = np.frombuffer(SplitBar(train=60, validation=20).arrays[0], np.uint8)
    assert sum(part["of"] - part["hits"] for part in parts) == wrong.sum()


def test_the_model_is_the_logistic_regression_of_thirty_steps():
    """Thirty steps of plain gradient descent in NumPy make the same mistakes."""
    X, y = datasets.breast_cancer()
    Z = (X - X[:200].mean(axis=0)) / X[:200].std(axis=0)
    w, b = np.zeros(30), 0.0
    for _ in range(30):
        error = 1 / (1 + np.exp(-(Z[:200] @ w + b))) - y[:200]
        w, b = w - 0.5 * Z[:200].T @ error / 200, b - 0.5 * error.mean()
    np.testing.assert_array_equal((Z @ w + b > 0) != y, mistakes(X, y, 200))


def test_interval():
    """Wilson's interval solves |p − share| = z √(p(1 − p)/n) at both ends, 100 % included."""
    for hits, of in ((45, 50), (50, 50), (0, 3)):
        low, high = wilson(hits, of)
        for p in (low, high):
            reach = 1.96 * np.sqrt(max(p * (1 - p), 0) / of)
            assert abs(p - hits / of) == pytest.approx(reach, abs=1e-9)


def test_no_part_is_lost():
    """However far a handle is pulled, two in a hundred are left for each part."""
    assert (96, 2) == counts(200, 50)
    assert (2, 96) == counts(-5, 500)
    with pytest.raises(ValueError, match="training 90 % and validation 10 % do not leave 2 %"):
        SplitBar(train=90, validation=10)


def test_state_is_what_is_drawn():
    """Turning a knob from code trains again."""
    seen = SplitBar()
    seen.train = 10
    assert 57 == seen.seen["parts"][0]["of"]
    assert repr(seen).startswith("training ")


def test_few_training_examples_cost_accuracy():
    """Trained on 5 % of the examples, the model makes more mistakes than trained on 60 %."""
    mistaken = []
    for train in (5, 60):
        parts = [SplitBar(train=train, seed=seed).seen["parts"][2] for seed in range(12)]
        mistaken.append(np.mean([1 - p["hits"] / p["of"] for p in parts]))
    assert mistaken[0] > 1.2 * mistaken[1]
