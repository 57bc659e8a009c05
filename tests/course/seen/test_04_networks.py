"""The lecture on networks in a real JupyterLab: what is drawn is what the library computes."""

import numpy as np
import pytest
from chainrule_widgets.networks.responses import learned, points


@pytest.fixture(scope="module", params=["light"])
def reader(request, read):
    """The lecture, opened and run from top to bottom."""
    return read("04_networks", figures=18, theme=request.param)


def test_dense_layer(reader):
    """Arrow keys walk from number to number, and a changed weight moves its own column."""
    node = reader.figure("Dense layer")
    before = reader.drawn(node)
    assert (["Z", 0, 0], [1.0, 0.5, 4.0]) == (before["selected"], before["terms"])
    node.get_by_role("button", name="W row 1 column 2: −1").click()
    reader.page.keyboard.press("ArrowDown")
    assert ["W", 1, 1] == reader.becomes(node, lambda d: d["selected"] == ["W", 1, 1])["selected"]
    node.get_by_label("the selected number").fill("3")
    seen = reader.becomes(node, lambda d: d["W"][1][1] == 3 and d["Z"] != before["Z"])
    np.testing.assert_allclose(np.array(seen["X"]) @ seen["W"] + seen["b"], seen["Z"])
    assert 3 + 3 == seen["lit"]  # X's column and Z's
    node.get_by_label("activation").select_option("tanh")
    seen = reader.becomes(node, lambda d: d["activation"] == "tanh")
    np.testing.assert_allclose(np.tanh(seen["Z"]), seen["out"])
    reader.shot(node, "dense_layer")


def test_architecture(reader):
    """Layers and neurons come by clicking, and each dense layer has m·k + k numbers."""
    node = reader.figure("Architecture")
    node.get_by_role("button", name="more in hidden layer 1").click()
    node.get_by_role("button", name="add a hidden layer").click()
    seen = reader.becomes(node, lambda d: d["widths"] == [2, 5, 3, 1])
    assert [2 * 5 + 5, 5 * 3 + 3, 3 * 1 + 1] == seen["params"]
    node.get_by_role("button", name="hidden layer 2, neuron 2").click()
    seen = reader.becomes(node, lambda d: d["selected"] == [2, 1])
    assert seen["says"].startswith("Neuron 2 of hidden layer 2. It receives all 5 numbers")
    reader.shot(node, "architecture")
    slide = reader.figure("Architecture", 1)
    assert 25_450 == reader.drawn(slide)["total"]
    reader.shot(slide, "architecture_784")


def cross_entropy(weights, off):
    """Return the loss of the net by NumPy alone, without one hidden neuron."""
    W1, b1, W2, b2 = weights
    X, y = points("circles")
    h = np.tanh(X @ W1 + b1)
    h[:, off] = 0
    p = 1 / (1 + np.exp(-(h @ W2 + b2)[:, 0]))
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def test_responses(reader):
    """The slider goes back in training, and a neuron that is clicked hands on nothing."""
    node = reader.figure("What neurons see")
    assert 0 == reader.drawn(node)["step"]
    node.get_by_role("button", name="train").click()
    assert 119 == reader.becomes(node, lambda d: d["step"] == 400)["right"]
    reader.shot(node, "responses")
    reader.slide(node, "training steps", 60)
    seen = reader.becomes(node, lambda d: d["step"] == 60)
    node.get_by_role("button", name="hidden layer 1, neuron 2: on").click()
    seen = reader.becomes(node, lambda d: d["off"] == [[0, 1]])
    weights = learned((3,), "circles", "tanh", 10)[60]
    assert cross_entropy(weights, [1]) == pytest.approx(seen["loss"], rel=1e-3)
    assert 3 + 1 == seen["pictures"]
    reader.shot(node, "responses_off")
    for nth in (1, 2, 3):
        reader.shot(reader.figure("What neurons see", nth), f"responses_{nth}")


def test_training_loop(reader):
    """Each click is one object's turn; four make a step of gradient descent."""
    node = reader.figure("Training loop")
    for stage in ("layers", "loss", "optimizer"):
        node.get_by_role("button", name="next").click()
        reader.becomes(node, lambda d, stage=stage: d["stage"] == stage)
    seen = reader.drawn(node)
    assert (9, [-7, -4]) == (seen["score"], seen["gradient"])  # 2/4 Σ −y x and 2/4 Σ −y
    assert (0.7, 0.4) == pytest.approx((seen["w"], seen["b"]))
    reader.shot(node, "training_loop")
    node.get_by_role("button", name="ten steps").click()
    assert reader.becomes(node, lambda d: d["step"] == 10)["score"] < 0.1
    for _ in range(12):
        node.get_by_role("button", name="next").click()
    assert 55 == reader.becomes(node, lambda d: d["clicks"] == 55)["clicks"]
    node = reader.figure("Training loop", 1)
    node.get_by_role("button", name="ten steps").click()
    assert reader.becomes(node, lambda d: d["step"] == 10)["score"] > 9
    reader.shot(node, "training_loop_diverges")


def test_model_graph(reader):
    """Nodes are computed one by one, and a joined node holds the values of its inputs."""
    node = reader.figure("Graph of a model")
    for _ in range(2):
        node.get_by_role("button", name="next").click()
    seen = reader.becomes(node, lambda d: d["at"] == 4)
    assert "join" == seen["names"][3]
    reader.shot(node, "model_graph")
    reader.slide(node, "age", -1.5)
    seen = reader.becomes(node, lambda d: d["x"][1] == [-1.5])
    assert [*seen["values"][2], -1.5] == seen["values"][3]
    twins = reader.figure("Graph of a model", 1)
    twins.get_by_role("button", name="run all").click()
    values = reader.becomes(twins, lambda d: d["at"] == 6)["values"]
    np.testing.assert_allclose(np.add(values[2], values[3]), values[4], rtol=1e-6)
    reader.shot(twins, "model_graph_twins")


def test_whole_lecture(reader):
    """No cell shows an error, and the page is kept as a picture."""
    assert 0 == reader.page.locator(".jp-RenderedText[data-mime-type*='stderr']").count()
    reader.whole("04_networks")
