"""A function that is called with other arguments than it takes."""

import numpy as np
import pytest

Z = np.array([1.0, 2.0])


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "def update(w, grad):\n    return w",
            (
                "The check calls your `update` with 3 arguments, but it takes 2 arguments; "
                "use the parameters of the task's text."
            ),
        ),
        (
            "def update():\n    return 1",
            (
                "The check calls your `update` with 3 arguments, but it takes no arguments; "
                "use the parameters of the task's text."
            ),
        ),
        (
            "def update(w, grad, learning_rate, momentum):\n    return w",
            (
                "The check calls your `update` without the argument `momentum`, "
                "because the task's function has other parameters."
            ),
        ),
    ],
)
def test_the_checks_own_call(in_check, source, expected):
    """A function with other parameters than the task's is told so."""
    assert expected == in_check("update", source, Z, Z, 0.1)


def test_a_wrapped_function(in_check):
    """A function that hides behind another name is not said to be called by the check."""
    source = "def g(x):\n    return x\n\nf = g"
    assert "" == in_check("f", source, Z, Z)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("g(z)", "Your code calls `g` without its argument `b`."),
        ("g()", "Your code calls `g` without its arguments `a` and `b`."),
        ("g(z, z, z)", "Your code passes 3 arguments to `g`, which takes 2 arguments."),
        ("g(z, c=1)", "Your code passes `c` to `g`, which has no argument of this name."),
        ("g(z, a=1)", "Your code gives the argument `a` of `g` twice: by position and by name."),
        (
            "(lambda a: a)(1, 2)",
            "Your code passes 2 arguments to a lambda function, which takes 1 argument.",
        ),
        (
            "np.maximum(z)",
            "Your code passes 1 argument to `maximum`, which takes 2 to 3 arguments.",
        ),
        ("len(z, 1)", "Your code passes 2 arguments to `len`, which takes 1 argument."),
        ("np.sum(z, dim=1)", "`sum` has no argument `dim`; NumPy calls this argument `axis`."),
        (
            "z.max(keepdim=True)",
            "`max` has no argument `keepdim`; NumPy calls this argument `keepdims`.",
        ),
        (
            "np.exp(z, axis=1)",
            "`np.exp` has no argument `axis`, because it computes entry by entry.",
        ),
        ("sum(z, axis=1)", "Python's own `sum` has no argument `axis`; use np.sum for arrays."),
        (
            "sum(z, axis=1, keepdims=True)",
            "Python's own `sum` has no argument `axis`; use np.sum for arrays.",
        ),
        (
            "sum(z, 0, 1)",
            "Python's own `sum` takes one list and a start value; use np.sum for arrays.",
        ),
        ("max(z, axis=1)", "Python's own `max` has no argument `axis`; use np.max for arrays."),
        ("sorted(z, 1)", "Your code passes 2 arguments to `sorted`, which takes 1 argument."),
        ("Net().forward(z)", ""),
    ],
)
def test_a_call_in_the_students_code(sentence, expression, expected):
    """The function and the argument are named."""
    helper = "def g(a, b):\n    return a\n\nclass Net:\n    def forward():\n        pass"
    assert expected == sentence(f"return {expression}", helper=helper, z=Z)


def test_a_function_that_the_check_passes(sentence):
    """A function that was passed in has the name that the student's code gives it."""
    expected = "Your code passes 2 arguments to `grad`, which takes 1 argument."
    for body in ("return grad(z, 1)", "return 0.5 * grad(abs(z), 1)"):
        assert expected == sentence(body, grad=lambda w: w, z=Z)
    assert "" == sentence("return z.sum(grad(z, 1))", grad=lambda w: w, z=Z)
