"""Shapes that do not fit together are both named."""

import numpy as np
import pytest

X = np.ones((2, 3))
W = np.ones((4, 2))


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (
            "X + W",
            (
                "`X + W` combines shapes (2, 3) and (4, 2) entry by entry, "
                "but their sizes differ along an axis."
            ),
        ),
        (
            "np.maximum(X, W)",
            (
                "`np.maximum(X, W)` combines shapes (2, 3) and (4, 2) entry by entry, "
                "but their sizes differ along an axis."
            ),
        ),
        (
            "X - W - 1",
            (
                "Your code combines shapes (2, 3) and (4, 2) entry by entry, "
                "but their sizes differ along an axis."
            ),
        ),
        (
            "sum([X, W])",
            (
                "`sum([X, W])` combines shapes (2, 3) and (4, 2) entry by entry, "
                "but their sizes differ along an axis."
            ),
        ),
        (
            "X / X.sum(axis=1)",
            (
                "Shapes (2, 3) and (2,) do not broadcast; "
                "a sum or mean over axis 1 keeps shape (2, 1) with keepdims=True."
            ),
        ),
        (
            "X.T - X",
            (
                "`X.T - X` combines shapes (3, 2) and (2, 3) entry by entry; "
                "they would fit if one were transposed."
            ),
        ),
        (
            "W * X",
            (
                "`*` multiplies entry by entry, which does not fit shapes (4, 2) and (2, 3); "
                "the matrix product is `@`."
            ),
        ),
        (
            "np.where(X > 0, X, W)",
            "Your code combines shapes (2, 3), (2, 3) and (4, 2), which do not broadcast.",
        ),
        (
            "np.broadcast_to(X, (2, 4))",
            "Shape (2, 3) cannot be broadcast to shape (2, 4); only axes of size 1 are repeated.",
        ),
    ],
)
def test_broadcasting(sentence, expression, expected):
    """A broadcasting error names both shapes, and keepdims where it would help."""
    assert expected == sentence(f"return {expression}", X=X, W=W)


def test_a_change_in_place(sentence):
    """A result that is larger than the array that is changed in place."""
    expected = (
        "The result has shape (2, 3), which does not fit into the array of shape (3,) "
        "that your code changes in place."
    )
    assert expected == sentence("b += X\nreturn b", b=np.ones(3), X=X)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (
            "X @ W",
            "The inner dimensions of the matrix product `X @ W` are 3 and 4; they must be equal.",
        ),
        (
            "X @ W @ X",
            "The inner dimensions of a matrix product are 3 and 4; they must be equal.",
        ),
        (
            "np.dot(X, W)",
            (
                "A product of shapes (2, 3) and (4, 2) needs equal inner dimensions, "
                "but they are 3 and 4."
            ),
        ),
        (
            "X.dot(X)",
            (
                "A product of shapes (2, 3) and (2, 3) needs equal inner dimensions, "
                "but they are 3 and 2; transpose one factor."
            ),
        ),
        (
            "X @ 2",
            (
                "The right factor of the matrix product is a single value without axes; "
                "multiply by a number with `*`."
            ),
        ),
    ],
)
def test_a_matrix_product(sentence, expression, expected):
    """A matrix product names what NumPy tells of the shapes."""
    assert expected == sentence(f"return {expression}", X=X, W=W)


def test_the_shapes_of_inner(sentence):
    """NumPy's message about `np.inner` has a shape that no array of the student's has."""
    assert "" == sentence("return np.inner(X, W)", X=X, W=W)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "return X.reshape(4, 2)",
            (
                "Your code reshapes an array with 6 entries to shape (4, 2), which has 8; "
                "both numbers must be equal."
            ),
        ),
        (
            "return X.reshape(-1, 4)",
            (
                "Your code reshapes an array with 6 entries, "
                "but this number of entries does not fit the new shape."
            ),
        ),
        (
            "return X.reshape(4, -1, 1)",
            (
                "Your code reshapes an array with 6 entries, "
                "but this number of entries does not fit the new shape."
            ),
        ),
        (
            "out = np.zeros(2)\nout[0] = X[0]",
            "Your code stores several values in `out[0]`, which has room for one number.",
        ),
        (
            "out = np.zeros((2, 2))\nout[0] = X[0]",
            (
                "Your code assigns an array of shape (3,) to a place of shape (2,); "
                "the shapes must fit."
            ),
        ),
        (
            "return np.array([[1, 2], [3]])",
            (
                "NumPy cannot make an array from this list, "
                "because its items have different lengths or shapes."
            ),
        ),
        (
            "return np.concatenate([X, W])",
            (
                "`np.concatenate` joins arrays with sizes 3 and 2 along axis 1 (arrays 0 and 1); "
                "these sizes must be equal."
            ),
        ),
        (
            "return np.concatenate([X, X[0]])",
            (
                "Your code joins arrays with different numbers of axes: "
                "array 0 has 2, and array 1 has 1."
            ),
        ),
        (
            "return np.stack([X, W])",
            "Your code stacks arrays of different shapes; all of them must have the same shape.",
        ),
        (
            "return np.linalg.inv(X)",
            (
                "Your code inverts or solves with a matrix that is not square; "
                "it needs as many rows as columns."
            ),
        ),
        (
            "return np.linalg.inv(np.zeros((2, 2)))",
            "Your code inverts or solves with a singular matrix, which has no inverse.",
        ),
        (
            "return np.max([])",
            "Your code looks for the largest or smallest entry of an empty array or list.",
        ),
        (
            "return max([])",
            "Your code looks for the largest or smallest entry of an empty array or list.",
        ),
        (
            "return np.split(np.arange(3), 2)",
            (
                "np.split needs parts of equal size, but the array does not divide evenly; "
                "np.array_split allows a smaller last part."
            ),
        ),
        (
            "return np.zeros(2 - 3)",
            "Your code makes an array with a negative size; a size is 0 or larger.",
        ),
        (
            "np.broadcast_to(X, (1, 2, 3))[0, 0, 0] = 1",
            "Your code writes into an array that is read-only; make a copy first.",
        ),
        (
            "return np.where(X > 0, X)",
            (
                "np.where needs two choices after the condition: "
                "one where it is true, one where it is false."
            ),
        ),
        (
            "return np.transpose(X, (0, 1, 2))",
            "Your code transposes with a list of axes that has not one number for each axis.",
        ),
        (
            "return X.squeeze(axis=0)",
            "Your code squeezes an axis whose size is not 1; only axes of size 1 can be removed.",
        ),
    ],
)
def test_other_shapes(sentence, body, expected):
    """Arrays that cannot be made, filled, joined or reshaped."""
    assert expected == sentence(body, X=X, W=W)


def test_an_array_too_large(sentence):
    """An array that needs more memory than there is names its size."""
    expected = "Your code makes an array that needs 7.28 TiB of memory; make smaller arrays."
    found = sentence("return np.empty((10**6, 10**6)) if n else None", n=1)
    assert found in {expected, ""}  # some systems promise the memory
