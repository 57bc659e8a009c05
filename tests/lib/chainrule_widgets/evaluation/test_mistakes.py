"""The matrix counts rightly, and its images are those of the cell."""

import numpy as np
import pytest
from chainrule_widgets.evaluation import Mistakes

Y = [0, 0, 1, 1, 1]
P = [[0.9, 0.1], [0.4, 0.6], [0.8, 0.2], [0.9, 0.1], [0.3, 0.7]]
IMAGES = np.arange(5)[:, None, None] * np.ones((5, 2, 2))


def test_counts_and_order():
    """Rows are true; the mistake that it was surest of is the first of its cell."""
    seen = Mistakes(IMAGES, Y, P)
    assert [[1, 1], [2, 1]] == seen.matrix
    assert [[1, 0, 0.9], [1, 0, 0.8]] == [e for e in seen.examples if e[:2] == [1, 0]]
    grey = np.frombuffer(seen.images, np.uint8).reshape(-1, 4)[:, 0]
    cells = [tuple(example[:2]) for example in seen.examples]
    assert [191, 128] == [g for g, c in zip(grey, cells, strict=True) if c == (1, 0)]


def test_twelve_are_enough():
    """Of a cell with a hundred hits the twelve least sure are sent."""
    p = np.linspace(0.6, 1, 100)
    seen = Mistakes(np.zeros((100, 2, 2)), np.zeros(100), np.column_stack([p, 1 - p]))
    np.testing.assert_allclose(p[:12], [example[2] for example in seen.examples])


def test_words():
    """Without widgets the chosen cell is a sentence."""
    words = repr(Mistakes(IMAGES, Y, P, chosen=(1, 0)))
    assert "2 of 5 right. Of 3 examples of class 1, 2 were predicted as 0" == words


def test_bad_input_is_told():
    """Shapes that do not fit, and cells that are not there, are named."""
    with pytest.raises(ValueError, match="Mistakes needs images .n, height, width."):
        Mistakes(np.zeros((5, 4)), Y, P)
    with pytest.raises(ValueError, match="there is no cell .2, 0. among 2 classes"):
        Mistakes(IMAGES, Y, P, chosen=(2, 0))
