"""A copy in float64."""

import numpy as np
from chainrule import layers, models
from chainrule.models.cloning import float64_clone


def test_a_clone_is_equal_and_independent():
    """The clone predicts the same, in float64, and training it leaves the model alone."""
    x = layers.Input((3,))
    model = models.Model(x, layers.Add()([layers.Dense(2, "tanh")(x), layers.Dense(2)(x)]))
    model.compile("adam", "mse")
    data = np.random.default_rng(0).normal(size=(5, 3))
    before = model.predict(data)
    clone = float64_clone(model)
    np.testing.assert_allclose(before, clone.predict(data), rtol=1e-5, atol=1e-6)
    assert ("float32", "float64") == (model.dtype, clone.dtype)
    clone.fit(data, np.zeros((5, 2)), epochs=3, verbose=0)
    assert before.tolist() == model.predict(data).tolist()
    assert 0 == model.optimizer.iterations
