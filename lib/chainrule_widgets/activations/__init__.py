"""Activations: bend the curve, race your own, and see what becomes of a gradient."""

from chainrule_widgets.activations.activation_explorer import ActivationExplorer
from chainrule_widgets.activations.boundary import Boundary
from chainrule_widgets.activations.collapse import Collapse
from chainrule_widgets.activations.race import Race, race
from chainrule_widgets.activations.softmax_mixer import SoftmaxMixer

__all__ = ["ActivationExplorer", "Boundary", "Collapse", "Race", "SoftmaxMixer", "race"]
