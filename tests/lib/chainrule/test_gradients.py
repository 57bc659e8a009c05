"""The checker finds right gradients right, and says no to wrong ones."""

import numpy as np
import pytest
from chainrule import layers, losses, models
from chainrule.gradients import GradientError, check_gradients, numerical_gradient
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

RNG = np.random.default_rng(0)
X, Y = RNG.normal(size=(5, 3)), RNG.normal(size=(5, 2))


@given(arrays(float, array_shapes(max_dims=3, max_side=3), elements=st.floats(-3, 3)))
def test_numerical_gradient_of_a_cubic(w):
    """Σ w³ has the slope 3 w², in any shape."""
    np.testing.assert_allclose(numerical_gradient(lambda w: (w**3).sum(), w), 3 * w**2, atol=1e-7)


def test_numerical_gradient_leaves_its_point_alone():
    """The function gets copies, and may write into them."""
    w = np.ones(3)

    def f(w):
        w *= 2
        return w.sum()

    assert [2.0] * 3 == numerical_gradient(f, w).round(6).tolist()
    assert [1.0] * 3 == w.tolist()


@pytest.mark.parametrize(
    "wrong",
    [
        lambda w: 2.002 * w,  # a factor of 1.001
        lambda w: -2 * w,
        lambda w: 2 * w + 1e-3,
        lambda w: w,
        lambda w: np.where(np.arange(len(w)) == 3, 2.002 * w, 2 * w),  # a single entry
        lambda w: np.full_like(w, np.nan),
        lambda w: 2 * w[:-1],
    ],
)
def test_a_wrong_gradient_is_refused(wrong):
    """However small the mistake, and if it is in one entry only."""
    with pytest.raises(GradientError):
        check_gradients(lambda w: (w**2).sum(), wrong, np.linspace(-1, 1, 6))


def model():
    """A small net in float32."""
    net = models.Sequential([layers.Dense(4, "tanh", input_shape=(3,)), layers.Dense(2)])
    net.compile("sgd", "mse")
    return net


def test_a_right_model_passes_and_is_left_alone():
    """The check is done in float64, on a copy."""
    net = model()
    before = [w.tolist() for w in net.get_weights()]
    assert check_gradients(net, X, Y) < 1e-6
    assert before == [w.tolist() for w in net.get_weights()]


@pytest.mark.parametrize("factor", [1.001, 0.999, -1.0, 0.0])
@pytest.mark.parametrize("where", ["kernel", "bias"])
def test_a_layer_with_a_wrong_gradient_is_named(monkeypatch, factor, where):
    """A factor of 1.001 in one weight of one layer is refused, and the sentence names it."""
    right = layers.Dense.backward_fused

    def wrong(self, grad, cache, needs_input_grad):
        back = right(self, grad, cache, needs_input_grad)
        weight = getattr(self, where)
        if self.units == 4:
            weight.gradient *= factor
        return back

    monkeypatch.setattr(layers.Dense, "backward_fused", wrong)
    net = model()
    with pytest.raises(GradientError, match=rf"{net.layers[0].name}\.{where}\["):
        check_gradients(net, X, Y)


@pytest.mark.parametrize("factor", [1.001, -1.0])
def test_a_loss_with_a_wrong_slope_is_refused(monkeypatch, factor):
    """The loss is part of what is checked."""
    right = losses.MeanSquaredError.terms_gradient
    monkeypatch.setattr(
        losses.MeanSquaredError, "terms_gradient", lambda self, y, p: right(self, y, p) * factor
    )
    with pytest.raises(GradientError, match="the gradient is"):
        check_gradients(model(), X, Y)


def test_a_model_without_weights_is_an_error():
    """A check that compares nothing does not pass; nor does one of frozen weights alone."""
    net = models.Sequential([layers.Flatten(input_shape=(3,))])
    net.compile("sgd", "mse")
    with pytest.raises(ValueError, match="has no trainable weights"):
        check_gradients(net, X, X)
    frozen = model()
    for layer in frozen.layers:
        layer.trainable = False
    frozen.compile("sgd", "mse")
    with pytest.raises(ValueError, match="has no trainable weights"):
        check_gradients(frozen, X, Y)


def test_a_point_without_entries_is_an_error():
    """A function of no numbers has no gradient to compare."""
    with pytest.raises(ValueError, match="w has no entries"):
        check_gradients(lambda w: w.sum(), lambda w: w, np.zeros(0))


def test_a_function_of_many_numbers_has_no_gradient():
    """The function must return one number."""
    with pytest.raises(ValueError, match=r"its shape is \(3,\)"):
        numerical_gradient(lambda w: w, np.ones(3))
