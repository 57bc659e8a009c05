"""Forward in order, backward in reverse, and only where a weight is trained."""

import numpy as np
from chainrule import layers
from chainrule.networks.execution_plan import ExecutionPlan
from chainrule.networks.graph import Graph

X = np.array([[1.0, 2.0]])


def dense(units, **options):
    """A linear layer whose weights are all 1."""
    return layers.Dense(units, kernel_initializer="ones", dtype="float64", **options)


def test_forward_and_backward_of_a_chain():
    """Y = 1ᵀ(1 x): the gradient of the first kernel is x, of the second the hidden sums."""
    x = layers.Input((2,))
    first, second = dense(2), dense(1)
    plan = ExecutionPlan(Graph([x], [second(first(x))]))
    outputs, caches = plan.forward([X], training=True)
    assert [[6.0]] == outputs[0].tolist()
    plan.backward([np.ones((1, 1))], caches)
    assert [[1.0, 1.0], [2.0, 2.0]] == first.kernel.gradient.tolist()
    assert [[3.0], [3.0]] == second.kernel.gradient.tolist()


def test_a_shared_layer_has_the_sum_of_its_gradients():
    """A layer that is applied twice gets a gradient from each use."""
    x = layers.Input((2,))
    shared = dense(2, use_bias=False)
    plan = ExecutionPlan(Graph([x], [layers.Add(dtype="float64")([shared(x), shared(shared(x))])]))
    _, caches = plan.forward([X], training=True)
    plan.backward([np.ones((1, 2))], caches)
    # x from the first term; 2 x and the hidden values (3, 3) from the second
    expected = np.outer(X[0], [1, 1]) + 2 * np.outer(X[0], [1, 1]) + np.full((2, 2), 3.0)
    assert expected.tolist() == shared.kernel.gradient.tolist()


def test_nothing_before_a_frozen_start_is_computed(monkeypatch):
    """The backward pass ends at the first trainable layer."""
    x = layers.Input((2,))
    frozen, head = dense(2, trainable=False), dense(1)
    plan = ExecutionPlan(Graph([x], [head(frozen(x))]))
    asked = []
    right = layers.Dense.backward

    def watched(self, grad, cache, needs_input_grad):
        asked.append((self is head, needs_input_grad))
        return right(self, grad, cache, needs_input_grad)

    monkeypatch.setattr(layers.Dense, "backward", watched)
    plan = ExecutionPlan(Graph([x], [head(frozen(x))]))
    _, caches = plan.forward([X], training=True)
    plan.backward([np.ones((1, 1))], caches)
    assert [(True, False)] == asked
