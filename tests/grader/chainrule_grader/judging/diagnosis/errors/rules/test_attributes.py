"""Attributes that an array, a list, a number, a generator or a module does not have."""

import numpy as np
import pytest

Z = np.array([1.0, 2.0])


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (
            "a.shape",
            "`a` is a list, which has no `shape`; an array has one, and np.array makes an array.",
        ),
        (
            "n.sum()",
            (
                "`n` is a single number, which has no `sum`; "
                "an array has one, and np.array makes an array."
            ),
        ),
        (
            "z.append(1)",
            (
                "An array has no `append`: an array has a fixed length; "
                "append to a list, or use np.append."
            ),
        ),
        ("z.t()", "An array has no `t`: the transpose is `.T`."),
        ("z.exp()", "An array has no method `exp`; use the function np.exp."),
        ("z.norm()", "An array has no `norm`: use np.linalg.norm."),
        ("z.shpae", "An array has no attribute `shpae`; did you mean `shape`?"),
        (
            "z.backward()",
            "An array has no attribute `backward`; correct the name, or use a function of NumPy.",
        ),
        ("rng.rand(3)", "A random generator has no method `rand`; its method is `random`."),
        (
            "rng.randn(3)",
            "A random generator has no method `randn`; its method is `standard_normal`.",
        ),
        ("rng.randint(3)", "A random generator has no method `randint`; its method is `integers`."),
        (
            "rng.seed(0)",
            "A random generator cannot be seeded again; draw from the `rng` that you are given.",
        ),
        ("rng.choise(z)", "A random generator has no method `choise`; its method is `choice`."),
        (
            "state.m",
            (
                "`state` is a dictionary; "
                "read an entry with its key in square brackets, not with a dot."
            ),
        ),
        (
            "state.append(1)",
            "`state` is a dictionary, which has no `append`; assign to a key in square brackets.",
        ),
        ("state.has_key('m')", "A dictionary has no `has_key`; test a key with `in`."),
        (
            "np.exp.shape",
            "`np.exp` is a function, which has no `shape`; call the function first.",
        ),
        ("a.add(1)", "`a` is a list in this call, which has no `add`."),
    ],
)
def test_objects(sentence, expression, expected):
    """The sentence says what the value is, and what has that name."""
    arguments = {"a": [1], "n": 1.5, "z": Z, "rng": np.random.default_rng(0), "state": {}}
    assert expected == sentence(f"return {expression}", **arguments)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (
            "np.softmax(z)",
            "NumPy has no `softmax`; define it yourself, as in the task activations/softmax.",
        ),
        ("np.maximun(0, z)", "NumPy has no `maximun`; did you mean `np.maximum`?"),
        ("np.len(z)", "NumPy has no `len`, which is built into Python; write `len` alone."),
        ("np.float(1)", "`np.float` no longer exists; use Python's own `float`."),
        ("np.random.normel()", "np.random has no `normel`; did you mean `np.random.normal`?"),
        ("np.linalg.nrom(z)", "np.linalg has no `nrom`; did you mean `np.linalg.norm`?"),
        (
            "np.elu(z)",
            "NumPy has no `elu`; correct the name, or write the formula yourself.",
        ),
        ("math.mean(z)", "The module `math` has no `mean`; use np.mean."),
        (
            "math.max(z)",
            "The module `math` has no `max`, which is built into Python; write `max` alone.",
        ),
        ("math.sqr(z)", "The module `math` has no `sqr`; did you mean `math.sqrt`?"),
    ],
)
def test_modules(sentence, expression, expected):
    """A function that NumPy or `math` does not have, and where it is."""
    assert expected == sentence(f"return {expression}", z=Z)


@pytest.mark.skipif(np.__version__ < "2", reason="NumPy 1 has this name")
def test_a_removed_name(sentence):
    """A name that NumPy 2 removed, with the new name."""
    assert "`np.Inf` was removed in NumPy 2.0; use `np.inf`." == sentence("return np.Inf", z=Z)


def test_an_object_of_the_students(explain):
    """Nothing is said about attributes of a student's own classes."""
    assert explain("return Net().layers", helper="class Net:\n    pass", z=Z) is None
