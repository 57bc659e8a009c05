"""Images are shifted by fractions of their size."""

import numpy as np
import pytest
from chainrule import layers


@pytest.mark.parametrize(
    ("fill", "expected"),
    [
        ("constant", [9.0, 9.0, 1.0, 2.0]),
        ("nearest", [1.0, 1.0, 1.0, 2.0]),
        ("reflect", [2.0, 1.0, 1.0, 2.0]),
        ("wrap", [3.0, 4.0, 1.0, 2.0]),
    ],
)
def test_translation_moves_to_the_right(fill, expected):
    """Half of the width to the right, with each way to fill the border."""
    layer = layers.RandomTranslation(0.0, (0.5, 0.5), fill_mode=fill, fill_value=9.0)
    image = np.array([[[1.0, 2.0, 3.0, 4.0]]])
    assert expected == layer(image, training=True)[0, 0].tolist()


def test_translation_moves_down_between_pixels():
    """A move of half a pixel mixes two rows."""
    layer = layers.RandomTranslation((0.25, 0.25), 0.0, fill_mode="constant")
    moved = layer(np.array([[[2.0], [4.0]]]), training=True)[0]
    assert [[1.0], [3.0]] == moved.tolist()
