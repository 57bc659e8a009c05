"""Settings that hold everywhere."""

import chainrule
import pytest
from chainrule import config, layers


def test_floatx_is_the_dtype_of_new_layers():
    """Layers made after the change have it, and only two kinds are possible."""
    chainrule.set_floatx("float64")
    try:
        assert ("float64", "float32") == (
            layers.Dense(1).dtype,
            layers.Dense(1, dtype="float32").dtype,
        )
    finally:
        chainrule.set_floatx("float32")
    with pytest.raises(ValueError, match="'float32' or 'float64'"):
        chainrule.set_floatx("float16")


def test_a_seed_makes_a_source_of_its_own():
    """Drawing from a seeded source does not move the common one."""
    chainrule.set_random_seed(0)
    expected = config.generator().random()
    chainrule.set_random_seed(0)
    config.generator(7).random()
    assert expected == config.generator().random()
