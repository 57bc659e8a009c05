"""The lecture in a real JupyterLab, through the eyes of a browser: controls move what is drawn."""

import numpy as np
import pytest
from chainrule import layers, models
from chainrule.activations import sigmoid


@pytest.fixture(scope="module")
def reader(read):
    """The lecture, opened and run from top to bottom."""
    return read("07_backpropagation", figures=20)


def gradients_of(kernels, x, y):
    """Return the library's slopes of (ŷ − y)² for a chain of sigmoids without biases."""
    model = models.Sequential([layers.Input(shape=(1,), dtype="float64")])
    for _ in kernels:
        model.add(layers.Dense(1, "sigmoid", use_bias=False, dtype="float64"))
    model.set_weights([[[w]] for w in kernels])
    model.compile(loss="mean_squared_error")
    return [float(grad.item()) for grad in model.gradients([[x]], [[y]])[1]]


def test_computation_graph(reader):
    """Clicks walk forward and back, a new input changes every number, and keys reach the nodes."""
    node = reader.figure("Computation graph")
    node.get_by_role("button", name="next step").click()
    assert {"x", "w", "b", "y", "p"} == set(
        reader.becomes(node, lambda d: d["step"] == 1)["values"]
    )
    node.get_by_role("button", name="all values").click()
    reader.becomes(node, lambda d: d["step"] == 4)
    reader.shot(node, "graph_forward")
    node.get_by_label("w", exact=True).fill("-0.5")
    p = float(sigmoid(-2.5))
    seen = reader.becomes(node, lambda d: d["values"]["w"] == -0.5)
    assert (p - 1) ** 2 == pytest.approx(seen["values"]["J"])
    node.get_by_role("button", name="go to z").press("Enter")
    seen = reader.becomes(node, lambda d: d["step"] == 8)
    assert 2 * (p - 1) * p * (1 - p) == pytest.approx(seen["slopes"]["b"])
    reader.shot(node, "graph_half_back")
    node.get_by_role("button", name="all derivatives").click()
    seen = reader.becomes(node, lambda d: "w" in d["slopes"])
    assert seen["trial"] == pytest.approx({k: seen["slopes"][k] for k in "xwb"}, rel=1e-6)
    reader.shot(node, "graph_back")


def test_fork(reader):
    """The second way is added to the first."""
    node = reader.figure("Computation graph", 1)
    assert 9 == reader.drawn(node)["slopes"]["w"]
    reader.shot(node, "graph_fork")
    node.get_by_role("button", name="next step").click()
    assert 18 == reader.becomes(node, lambda d: d["step"] == 7)["slopes"]["w"]


def test_two_layers(reader):
    """The graph of two layers ends with the library's gradients."""
    node = reader.figure("Computation graph", 2)
    slopes = reader.drawn(node)["slopes"]
    assert gradients_of([1.0, -1.0], 1.0, 1.0) == pytest.approx([slopes["w₁"], slopes["w₂"]])
    reader.shot(node, "graph_two_layers")


def test_dead_relu(reader):
    """All slopes left of a relu that is off are zero."""
    node = reader.figure("Computation graph", 3)
    assert 0 == reader.drawn(node)["slopes"]["w"]
    reader.shot(node, "graph_dead")


def test_factors(reader):
    """The products are the library's gradients; the printed third factor makes another number."""
    node = reader.figure("Factors of a gradient")
    reader.slide(node, "w₂", -2.5)
    seen = reader.becomes(node, lambda d: d["w2"] == -2.5)
    np.testing.assert_allclose(gradients_of([1.0, -2.5], 1.0, 1.0), seen["products"], rtol=1e-9)
    grip = node.get_by_role("slider", name="w₁", exact=True).last
    grip.focus()
    grip.press("ArrowLeft")
    seen = reader.becomes(node, lambda d: d["w1"] == 0.9)
    assert gradients_of([0.9, -2.5], 1.0, 1.0)[0] == pytest.approx(seen["slope"])
    reader.shot(node, "factors")
    node.get_by_label("curve as a function of").select_option("w₂")
    reader.becomes(node, lambda d: d["weight"] == "w₂")
    reader.shot(node, "factors_w2")
    reader.shot(reader.figure("Factors of a gradient", 1), "factors_saturated")
    node = reader.figure("Factors of a gradient", 2)
    reader.shot(node, "factors_printed")
    seen = reader.drawn(node)
    right = gradients_of([1.0, -3.0], 1.0, 1.0)[0]
    assert right == pytest.approx(seen["trial"][0])
    assert right * seen["factors"]["∂ŷ/∂z₁"] == pytest.approx(seen["slope"])


def test_backward(reader):
    """One click shows one layer more; training for some steps makes the loss smaller."""
    node = reader.figure("Backward pass, layer by layer")
    before = reader.drawn(node)
    reader.shot(node, "backward_one")
    node.get_by_role("button", name="one layer back").click()
    assert 2 == reader.becomes(node, lambda d: d["back"] == 2)["back"]
    sizes = [np.linalg.norm(kernel) for kernel in before["gradients"]]
    np.testing.assert_allclose(sizes, before["sizes"])
    reader.slide(node, "training steps", 30)
    assert reader.becomes(node, lambda d: d["steps"] == 30)["loss"] < before["loss"]
    reader.shot(node, "backward")
    node = reader.figure("Backward pass, layer by layer", 1)
    sizes = reader.drawn(node)["sizes"]
    assert sizes == sorted(sizes)
    assert sizes[-1] > 1e4 * sizes[0]
    reader.shot(node, "backward_vanishes")


def test_step_size(reader):
    """The slider moves along the V, and both errors are those of the quotients."""
    node = reader.figure("Step size of a numerical derivative")
    reader.slide(node, "h", -3)
    seen = reader.becomes(node, lambda d: d["power"] == -3)
    up, here, down = ((float(sigmoid(2 * w - 1)) - 1) ** 2 for w in (0.501, 0.5, 0.499))
    assert [abs((up - here) / 1e-3 + 0.5), abs((up - down) / 2e-3 + 0.5)] == pytest.approx(
        seen["errors"], rel=1e-4
    )
    reader.shot(node, "step_size")
    reader.shot(reader.figure("Step size of a numerical derivative", 1), "step_size_float32")
    reader.shot(reader.figure("Step size of a numerical derivative", 2), "step_size_corner")


def test_gradient_check(reader):
    """A missing factor is named, and a larger h is not to blame for it."""
    node = reader.figure("Gradient check of neuron_gradient")
    assert "0.5 times the numerical gradient" in reader.drawn(node)["says"]
    reader.slide(node, "h", -3)
    seen = reader.becomes(node, lambda d: d["power"] == -3)
    assert (1 / 3, 4) == (pytest.approx(seen["error"], abs=1e-4), seen["wrong"])
    reader.shot(node, "check_half")
    reader.shot(reader.figure("Gradient check of one_entry_wrong"), "check_entry")
    reader.shot(reader.figure("Gradient check of gradient_that_overwrites"), "check_overwrites")


def test_whole_lecture(reader):
    """No cell shows an error, and the page is kept as a picture."""
    assert 0 == reader.page.locator(".jp-RenderedText[data-mime-type*='error']").count()
    assert 0 == reader.page.locator(".jp-RenderedText[data-mime-type*='stderr']").count()
    reader.whole("07_backpropagation")
