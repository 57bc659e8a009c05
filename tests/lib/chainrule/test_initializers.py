"""Initializers have the mean, deviation and range that their formulas say."""

import math

import chainrule
import numpy as np
import pytest
from chainrule import initializers

SHAPE = (300, 500)
FEW, MANY = 300, 500


@pytest.mark.parametrize(
    ("initializer", "std"),
    [
        (initializers.RandomNormal(stddev=0.3, seed=0), 0.3),
        (initializers.RandomUniform(-1, 1, seed=0), 2 / math.sqrt(12)),
        (initializers.Xavier(seed=0), math.sqrt(1 / FEW)),
        (initializers.LecunNormal(seed=0), math.sqrt(1 / FEW)),
        (initializers.GlorotNormal(seed=0), math.sqrt(2 / (FEW + MANY))),
        (initializers.GlorotUniform(seed=0), math.sqrt(2 / (FEW + MANY))),
        (initializers.HeNormal(seed=0), math.sqrt(2 / FEW)),
        (initializers.HeUniform(seed=0), math.sqrt(2 / FEW)),
    ],
)
def test_deviation(initializer, std):
    """150,000 draws have the deviation to within a hundredth, and a mean near 0."""
    values = initializer(SHAPE, "float64")
    assert std == pytest.approx(values.std(), rel=0.01)
    assert abs(values.mean()) < 0.02 * std
    assert values.tolist() == initializer(SHAPE, "float64").tolist()


@pytest.mark.parametrize(
    ("initializer", "limit"),
    [
        (initializers.GlorotUniform(seed=0), math.sqrt(6 / (FEW + MANY))),
        (initializers.HeUniform(seed=0), math.sqrt(6 / FEW)),
        (initializers.LecunNormal(seed=0), 2 * math.sqrt(1 / FEW) / 0.87962566103423978),
    ],
)
def test_range(initializer, limit):
    """No draw is beyond the limit, and some are near it."""
    largest = np.abs(initializer(SHAPE, "float64")).max()
    assert 0.99 * limit < largest <= limit


@pytest.mark.parametrize(
    ("initializer", "value"),
    [(initializers.Zeros(), 0), (initializers.Ones(), 1), (initializers.Constant(0.25), 0.25)],
)
def test_constants(initializer, value):
    """Every entry is the one that was asked for, in float32."""
    assert ("float32", {value}) == (str(initializer((3, 2)).dtype), set(initializer((3, 2)).flat))


def test_common_source():
    """Without a seed, draws follow the common source."""
    chainrule.set_random_seed(3)
    first, second = initializers.GlorotUniform()((4,)), initializers.GlorotUniform()((4,))
    chainrule.set_random_seed(3)
    assert first.tolist() == initializers.GlorotUniform()((4,)).tolist()
    assert first.tolist() != second.tolist()


def test_names():
    """Names of both spellings are known, and an unknown one is told."""
    assert isinstance(initializers.get("he_normal"), initializers.HeNormal)
    assert isinstance(initializers.get("HeNormal"), initializers.HeNormal)
    with pytest.raises(ValueError, match="there is no initializer 'kaiming'"):
        initializers.get("kaiming")
