"""Neural networks in NumPy alone, with the names, defaults and shapes of Keras."""

from chainrule import activations

__all__ = ["activations"]
