"""Gradient descent: feel which way is down, take a step, and see how far was too far."""

from chainrule_widgets.gradient_descent.descent import Descent
from chainrule_widgets.gradient_descent.hillside import Hillside
from chainrule_widgets.gradient_descent.landscape import Landscape
from chainrule_widgets.gradient_descent.loss_surface import LossSurface
from chainrule_widgets.gradient_descent.one_weight import OneWeight

__all__ = ["Descent", "Hillside", "Landscape", "LossSurface", "OneWeight"]
