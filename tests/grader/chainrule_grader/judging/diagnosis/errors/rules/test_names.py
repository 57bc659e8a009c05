"""Names, keys and modules that do not exist."""

import numpy as np
import pytest

Z = np.array([1.0, 2.0])


@pytest.mark.parametrize(
    ("name", "body", "expected"),
    [
        (
            "two_layer_gradients",
            "return two_layer_forward(z)",
            (
                "`two_layer_forward` is not defined in this call; "
                "run the cell of your function `two_layer_forward` first."
            ),
        ),
        (
            "tanh_grad",
            "return 1 - tanh(z) ** 2",
            "`tanh` is not defined in this call; run the cell of your function `tanh` first.",
        ),
        (
            "perceptron",
            "return sigmoid(z)",
            (
                "`sigmoid` is not defined in this notebook; "
                "define it in a cell above, as in the task activations/sigmoid."
            ),
        ),
        (
            "sigmoid",
            "return 1 / (1 + exp(-z))",
            "`exp` is not defined, because NumPy's names need the prefix `np`: `np.exp`.",
        ),
        (
            "gradient_error",
            "return linalg.norm(z)",
            "`linalg` is not defined, because NumPy's names need the prefix `np`: `np.linalg`.",
        ),
        (
            "impute",
            "return z + nan",
            "`nan` is not defined, because NumPy's names need the prefix `np`: `np.nan`.",
        ),
        (
            "add_noise",
            "return numpy.zeros(3)",
            "`numpy` is not defined; write `np`, after `import numpy as np`.",
        ),
        (
            "add_noise",
            "return pd.DataFrame()",
            "`pd` is not defined; run the cell with `import pandas as pd` first.",
        ),
        ("decide", "return true", "`true` is not defined; Python writes `True`."),
        ("decide", "return null", "`null` is not defined; Python writes `None`."),
        (
            "update",
            "return z - learningrate * z",
            "`learningrate` is not defined; did you mean the argument `learning_rate`?",
        ),
        (
            "dense",
            "return x @ z",
            "`x` is not defined; did you mean the argument `X`?",
        ),
        ("mae", "return rnage(3)", "`rnage` is not defined; did you mean `range`?"),
        (
            "mae",
            "return my_helper(z)",
            (
                "`my_helper` is not defined; "
                "run the cell that defines this function, or correct its name."
            ),
        ),
        (
            "mae",
            "return z + velocity",
            "`velocity` is not defined in this call; give it a value first, or correct its name.",
        ),
        (
            "mae",
            "return mean + z",
            "`mean` is not defined in this call; give it a value first, or correct its name.",
        ),
    ],
)
def test_undefined(sentence, name, body, expected):
    """The sentence says where a name comes from: a cell, NumPy, an import or an argument."""
    assert expected == sentence(body, name=name, z=Z)


def test_numpy_itself(sentence):
    """Without its import cell `np` is no name."""
    expected = "`np` is not defined; run the cell with `import numpy as np` first."
    assert expected == sentence("return np.exp(z)", helper="del np", z=Z)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "for v in z:\n    total += v\nreturn total",
            "Your code changes `total` before `total` has a value; set a first value before.",
        ),
        (
            "if len(z) > 5:\n    out = z\nreturn out",
            (
                "Your code reads `out` before `out` has a value; "
                "assign it before this line, in every branch."
            ),
        ),
        (
            "sum = sum(z)\nreturn sum",
            (
                "Your function assigns to `sum`, which makes `sum` a local variable "
                "that has no value here; choose another name."
            ),
        ),
        (
            "relu = relu(z)\nreturn relu",
            (
                "Your function assigns to `relu`, which makes `relu` a local variable "
                "that has no value here; choose another name."
            ),
        ),
    ],
)
def test_no_value_yet(sentence, body, expected):
    """A local variable that is read too early, or hides a function."""
    assert expected == sentence(body, z=Z)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "state['m'] = 0.9 * state['m'] + g",
            (
                "`state` has no key 'm' in this call; "
                "before the first step `state` is empty, so your code must create the entry."
            ),
        ),
        (
            "state['t'] += 1",
            (
                "`state` has no key 't' in this call; "
                "before the first step `state` is empty, so your code must create the entry."
            ),
        ),
        (
            "counts = {}\ncounts[3] += 1",
            "`counts` has no key 3 yet, and a change needs an old value; create it first.",
        ),
        (
            "cache = {'x': 1}\nreturn cache['x_hat']",
            (
                "The dictionary `cache` has no key 'x_hat' in this call; "
                "store it first, or correct it."
            ),
        ),
        (
            "return {0: 1}[3]",
            "Your code reads the key 3, which does not exist in this call.",
        ),
    ],
)
def test_a_missing_key(sentence, body, expected):
    """The dictionary and its key are named; before the first step `state` is empty."""
    assert expected == sentence(body, name="adam", state={}, g=Z)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "import no_such_module",
            (
                "The module `no_such_module` is not installed where your notebook runs; "
                "use NumPy only."
            ),
        ),
        (
            "from math import softmax",
            "The module `math` has no `softmax` to import; correct the name.",
        ),
    ],
)
def test_imports(sentence, body, expected):
    """A module that is not there, and a name that a module has not."""
    assert expected == sentence(body, z=Z)
