"""The changes are the ones named, and the nets are asked about the changed images."""

import numpy as np
import pytest
from chainrule import layers, models
from chainrule_widgets.regularization import Augmented
from chainrule_widgets.regularization.augmented import changed

IMAGES = np.random.default_rng(0).random((5, 8, 8)).astype("f4")
STILL = {"flip": False, "dx": 0, "dy": 0, "noise": 0.0}


def test_nothing_changes_nothing():
    """All sliders at rest."""
    np.testing.assert_array_equal(IMAGES, changed(IMAGES, **STILL))


def test_flip_and_shift():
    """Mirrored by columns; right and down for positive numbers, with zeros entering."""
    np.testing.assert_array_equal(IMAGES[:, :, ::-1], changed(IMAGES, **(STILL | {"flip": True})))
    expected = np.zeros_like(IMAGES)
    expected[:, 2:, :-1] = IMAGES[:, :-2, 1:]
    np.testing.assert_allclose(expected, changed(IMAGES, **(STILL | {"dx": -1, "dy": 2})))


def test_noise_has_its_deviation():
    """Mean 0 and the standard deviation asked for."""
    noise = changed(np.zeros((200, 8, 8), "f4"), **(STILL | {"noise": 0.3}))
    assert abs(noise.std() - 0.3) < 0.01
    assert abs(noise.mean()) < 0.01


def brightest_column():
    """A net without training: it says the column of the image with the largest sum."""
    model = models.Sequential([layers.Input(shape=(8, 8)), layers.Flatten(), layers.Dense(8)])
    model.layers[1].set_weights([np.tile(np.eye(8), (8, 1)), np.zeros(8)])
    return model


def test_the_nets_see_the_changed_images():
    """A bar that is moved to the right is read one column further, or as the other end mirrored."""
    bars = np.zeros((3, 8, 8), "f4")
    bars[[0, 1, 2], :, [1, 2, 3]] = 1
    seen = Augmented(bars, [1, 2, 3], {"columns": brightest_column()})
    assert [1.0] == seen.seen["accuracy"]
    seen.dx = 1
    assert (2, [0.0]) == (int(np.argmax(seen.seen["shares"][0])), seen.seen["accuracy"])
    seen.flip = True
    assert 7 == np.argmax(seen.seen["shares"][0])
    before, after = np.frombuffer(seen.arrays[0], "<f4").reshape(2, 8, 8)
    assert (1, 7) == (before[0].argmax(), after[0].argmax())
    assert "accuracy on all 3 images, mirrored, shifted by (1, 0), noise 0: columns 0.0%" == repr(
        seen
    )


def test_bad_input_is_told():
    """Labels that do not fit and a missing net are named."""
    with pytest.raises(ValueError, match="Augmented needs images"):
        Augmented(IMAGES, [1], {"a": brightest_column()})
    with pytest.raises(ValueError, match="one to three networks, not 0"):
        Augmented(IMAGES, range(5), {})
