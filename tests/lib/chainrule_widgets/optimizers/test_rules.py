"""The library's rules take the problem set's two steps."""

import numpy as np
import pytest
from chainrule_widgets.optimizers.rules import OTHER_FORMS, RULES, usual_rate

# From w = (1, −2) with η = 0.1 and the gradients (0.5, −4), (0.5, 1): the statements of the tasks.
TWO_STEPS = {
    "sgd": (0.1, [0.95, -1.6], [0.9, -1.7]),
    "momentum": (0.1, [0.95, -1.6], [0.855, -1.34]),
    "nesterov": (0.1, [0.905, -1.24], [0.7695, -1.106]),
    "adagrad": (0.1, [0.9, -1.9], [0.82929, -1.92425]),
    "rmsprop": (0.1, [0.68377, -1.68377], [0.45436, -1.76436]),
    "adadelta": (1.0, [0.998586, -1.998586], [0.997154, -1.999083]),
    "adam": (0.1, [0.9, -1.9], [0.8, -1.85305]),
}


@pytest.mark.parametrize("name", RULES)
def test_two_steps(name):
    """The numbers that the problem set states, to its digits."""
    rate, *places = TWO_STEPS[name]
    optimizer, w = RULES[name](rate), np.array([1.0, -2.0])
    for g, expected in zip(([0.5, -4.0], [0.5, 1.0]), places, strict=True):
        optimizer.apply_gradients([(np.array(g), w)])
        np.testing.assert_allclose(expected, w, atol=6e-6)


@pytest.mark.parametrize("name", [name for name in OTHER_FORMS if name != "adadelta"])
def test_other_forms_differ_only_by_epsilon(name):
    """Where the gradients are not tiny the conventions agree to many digits."""
    rate, *places = TWO_STEPS[name]
    for form in OTHER_FORMS[name]:
        w, state = np.array([1.0, -2.0]), {}
        for g, expected in zip(([0.5, -4.0], [0.5, 1.0]), places, strict=True):
            w, state = form(w, np.array(g), state, rate)
            np.testing.assert_allclose(expected, w, atol=6e-6)


def test_usual_rates():
    """A rule that steps as far as the slope may go farther on gentle ground; Adam need not."""
    assert usual_rate("sgd", "bowl") > usual_rate("sgd", "ravine")
    assert usual_rate("adam", "bowl") == usual_rate("adam", "ravine")
