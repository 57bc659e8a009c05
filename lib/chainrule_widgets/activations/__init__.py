"""Explorables about activation functions, their derivatives and what they make possible."""

from chainrule_widgets.activations.activation_explorer import ActivationExplorer
from chainrule_widgets.activations.boundary import Boundary
from chainrule_widgets.activations.collapse import Collapse
from chainrule_widgets.activations.race import Race, race
from chainrule_widgets.activations.softmax_mixer import SoftmaxMixer

__all__ = ["ActivationExplorer", "Boundary", "Collapse", "Race", "SoftmaxMixer", "race"]
