"""Small real and synthetic data sets, available offline."""

from chainrule.datasets.real import breast_cancer, digits, iris
from chainrule.datasets.synthetic import blobs, circles, line, moons, spirals, xor

__all__ = [
    "blobs",
    "breast_cancer",
    "circles",
    "digits",
    "iris",
    "line",
    "moons",
    "spirals",
    "xor",
]
