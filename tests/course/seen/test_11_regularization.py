"""The lecture on regularisation through the eyes of a browser: what is moved is what is drawn."""

import numpy as np
import pytest
from chainrule import datasets
from chainrule.layers import Dropout
from chainrule_widgets.regularization import Constraint
from chainrule_widgets.regularization.dropped_units import OUTPUTS


@pytest.fixture(scope="module")
def reader(read):
    """The lecture, opened and run from top to bottom."""
    return read("11_regularization", figures=17)


def test_constraint(reader):
    """The slider reaches a corner of the diamond; the star moves by keys and by hand."""
    node = reader.figure("Constraint")
    reader.slide(node, "strength λ", 2)
    seen = reader.becomes(node, lambda d: d["strength"] == 2)
    assert Constraint("l1", strength=2.0).seen["solution"] == pytest.approx(seen["solution"])
    assert seen["solution"][0] == 0
    reader.shot(node, "constraint_l1")
    star = node.get_by_label("best weights without a penalty", exact=False)
    star.focus()
    star.press("ArrowRight")
    seen = reader.becomes(node, lambda d: d["star"] == [0.55, 1.4])
    assert Constraint(strength=2.0, w1=0.55).seen["loss"] == pytest.approx(seen["loss"])
    node = reader.figure("Constraint", nth=1)
    box = node.locator("svg").first.bounding_box()
    reader.page.mouse.move(box["x"] + 225, box["y"] + 54)
    reader.page.mouse.down()
    reader.page.mouse.move(box["x"] + 270, box["y"] + 90, steps=4)
    reader.page.mouse.up()
    seen = reader.becomes(node, lambda d: d["star"] == [1.0, 1.0])
    expected = Constraint("l2", strength=1.0, w1=1.0, w2=1.0).seen["solution"]
    assert expected == pytest.approx(seen["solution"])
    reader.shot(node, "constraint_l2")


def test_weight_paths(reader):
    """At λ = 1 L1 keeps the three that matter; L2 has the ridge's weights, none of them 0."""
    node = reader.figure("Paths of the weights")
    assert [5, 0] == reader.drawn(node)["zeros"]
    reader.shot(node, "weight_paths")
    reader.slide(node, "strength λ", 20)
    seen = reader.becomes(node, lambda d: d["place"] == 20)
    rng = np.random.default_rng(0)
    X = rng.standard_normal((60, 8))
    y = X @ [2.0, -1.5, 1.0, 0, 0, 0, 0, 0] + rng.normal(0, 1, 60)
    ridge = np.linalg.solve(X.T @ X / 60 + 0.1 * np.eye(8), X.T @ y / 60)
    np.testing.assert_allclose(ridge, seen["weights"][1], atol=1e-6)


def test_priced_net(reader):
    """Too low a price, the best one, and too high a one are told apart."""
    node = reader.figure("Network with a penalty")
    free = reader.drawn(node)
    reader.shot(node, "priced_net_free")
    reader.slide(node, "strength λ", 4)
    best = reader.becomes(node, lambda d: d["strength"] == 0.003)
    reader.shot(node, "priced_net")
    node.get_by_label("penalty").select_option("l1")
    sparse = reader.becomes(node, lambda d: d["kind"] == "l1")
    assert free["training"] < best["training"]
    assert free["distance"] > best["distance"]
    assert sparse["small"] > best["small"]
    reader.slide(node, "strength λ", 8)
    assert "underfitting" in reader.becomes(node, lambda d: d["strength"] == 0.3)["says"]


def test_thinned(reader):
    """The draw is that of the library's layer, and inference lets all through."""
    node = reader.figure("Network with dropout")
    reader.shot(node, "thinned")
    node.get_by_role("button").click()
    reader.slide(node, "rate", 0.2)
    seen = reader.becomes(node, lambda d: (d["seed"], d["rate"]) == (1, 0.2))
    drawn = Dropout(0.2, seed=1, dtype="float64")(np.tile(OUTPUTS, (1000, 1)), training=True)
    np.testing.assert_allclose(np.asarray(drawn)[0], seen["now"])
    np.testing.assert_allclose(OUTPUTS, seen["mean"], rtol=0.08)
    reader.shot(node, "thinned_less")
    node.get_by_label("training").uncheck()
    seen = reader.becomes(node, lambda d: not d["training"])
    assert (list(OUTPUTS), 72) == (seen["now"], seen["wires"])


def test_stopping(reader):
    """A longer patience gets over the flat part; going back keeps the best."""
    node = reader.figure("Early stopping")
    before = reader.drawn(node)
    assert (True, 2) == (before["stopped"], before["last"] - before["best"])
    reader.shot(node, "stopping_early")
    reader.slide(node, "patience", 20)
    node.get_by_label("restore_best_weights").check()
    seen = reader.becomes(node, lambda d: d["patience"] == 20 and d["restore_best_weights"])
    assert (seen["best"], seen["best"] + 20) == (seen["kept"], seen["last"])
    assert before["best"] < seen["best"]
    node.get_by_label("baseline", exact=True).check()
    seen = reader.becomes(node, lambda d: d["baseline"] is not None)
    reader.shot(node, "stopping_baseline")
    node.get_by_label("baseline", exact=True).uncheck()
    reader.becomes(node, lambda d: d["baseline"] is None)
    reader.shot(node, "stopping")


def test_stopping_with_mistakes(reader):
    """The wrong mode keeps the first epoch until it is cured; a wrong rule is marked."""
    node = reader.figure("Early stopping", nth=1)
    assert 0 == reader.drawn(node)["kept"]
    reader.shot(node, "stopping_wrong_mode")
    node.get_by_label("mode").select_option("auto")
    assert reader.becomes(node, lambda d: d["mode"] == "auto")["kept"] > 0
    node = reader.figure("Early stopping", nth=2)
    seen = reader.drawn(node)
    assert seen["mine"][0] < seen["last"]
    assert "Your function returns" in seen["says"]
    reader.shot(node, "stopping_mine")


def test_augmented(reader):
    """A net that was shown moved digits reads them; the digit asked about is the data's."""
    node = reader.figure("Augmented digits")
    seen = reader.drawn(node)
    assert (1, True) == (seen["dx"], seen["accuracy"][1] > seen["accuracy"][0] + 0.2)
    reader.shot(node, "augmented")
    reader.slide(node, "move right", 0)
    node.get_by_role("button").click()
    seen = reader.becomes(node, lambda d: (d["dx"], d["place"]) == (0, 1))
    _, labels = datasets.digits()
    assert labels[np.random.default_rng(0).permutation(1797)][1398] == seen["true"]
    assert seen["accuracy"][0] > 0.9
    node = reader.figure("Augmented digits", nth=1)
    assert reader.drawn(node)["flip"]
    reader.shot(node, "augmented_flip")


def test_learning_curve(reader):
    """With few examples the smaller network is better; with many the gap closes."""
    node = reader.figure("Learning curve")
    assert "4 hidden units" == reader.drawn(node)["best"]
    reader.shot(node, "learning_curve")
    reader.slide(node, "training examples", 6)
    seen = reader.becomes(node, lambda d: d["examples"] == 1280)
    assert max(held - train for train, held in seen["losses"]) < 0.05


def test_whole_lecture(reader):
    """No cell shows an error, and the page is kept as a picture."""
    assert 0 == reader.page.locator(".jp-RenderedText[data-mime-type*='stderr']").count()
    reader.whole("11_regularization")
